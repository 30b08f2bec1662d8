import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { documentsApart } from './documents-apart';
import { kernGround } from './kern-ground';
import { twoLanguages } from './two-languages';

/** Where the server listens while the client is developed beside it. */
const SERVER = process.env['WEB_PROXY'] ?? 'http://localhost:4400';

const HOUSE = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Modules that do nothing by being imported: a page brings along what it calls, not all that stands behind the same door. Doors and
 * messages are not among them: they make the words known.
 */
const PURE = /\/libs\/[^/]+\/domain\/|\/libs\/[^/]+\/web\/(?!index|.*messages).*\.tsx?$|\/libs\/webkit\/contract\/|snowball-stemmers/;

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [documentsApart(readFileSync(`${HOUSE}libs/webkit/contract/generated/graphql.ts`, 'utf8')), twoLanguages, react()],
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
    rollupOptions: { treeshake: { moduleSideEffects: (id) => !PURE.test(id) } },
  },
});
