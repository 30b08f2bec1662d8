# One image for both roles: `serve` answers requests, `work` migrates, projects into the graph and sends mails.

# What the product needs while it runs, without what builds and tests it.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NX_DAEMON=false
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npx nx run-many -t build --output-style=static

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4400
COPY package.json ./
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# The folder belongs to root and is only read.
USER node
EXPOSE 4400
ENTRYPOINT ["node", "--enable-source-maps", "dist/api/main.js"]
CMD ["serve"]
