import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { kernGround } from './kern-ground';

/** Where the server listens while the client is developed beside it. */
const SERVER = process.env['WEB_PROXY'] ?? 'http://localhost:4400';

const HOUSE = fileURLToPath(new URL('../../', import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  resolve: {
    // The same doors as in tsconfig.base.json: a room's layer is reached through its `index.ts` only.
    alias: [
      { find: /^@knotenpunkt\/([^/]+)$/, replacement: `${HOUSE}libs/$1/index.ts` },
      { find: /^@knotenpunkt\/([^/]+)\/([^/]+)$/, replacement: `${HOUSE}libs/$1/$2/index.ts` },
    ],
  },
  css: { postcss: { plugins: [kernGround] } },
  server: {
    proxy: {
      '/graphql': { target: SERVER, ws: true },
      '/config.json': SERVER,
      '/api': SERVER,
      '^/daten/(?!offen/?$)': SERVER,
      '/einbetten': SERVER,
    },
  },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // The content security policy allows no inline script and no `data:` font or style.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    // What is in `domain/` is pure: a page brings along what it calls, not all that stands behind the same door.
    rollupOptions: { treeshake: { moduleSideEffects: (id) => !/libs\/[^/]+\/domain\/|snowball-stemmers/.test(id) } },
  },
});
