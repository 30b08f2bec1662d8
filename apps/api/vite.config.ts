import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { defineConfig } from 'vite';
// Vite's configuration is read before its aliases hold, so this goes by path.
// eslint-disable-next-line @nx/enforce-module-boundaries
import { cypherAsText } from '../../graph-schema/cypher-as-text.mjs';

const root = resolve(import.meta.dirname, '../..');
const workers = [
  'libs/platform/files/sheet.worker.ts',
  'libs/platform/files/csv-table.worker.ts',
  'libs/platform/files/xlsx-table.worker.ts',
  'libs/network/api/layout.worker.ts',
  'libs/network/api/computing.worker.ts',
  'libs/matching/api/composing.worker.ts',
  'libs/matching/api/history.worker.ts',
  'libs/matching/api/sentence-model.worker.ts',
].map((file) => resolve(root, file));

// One ES module for the server, one more for each worker thread. Packages stay outside.
export default defineConfig({
  root,
  plugins: [cypherAsText],
  resolve: {
    alias: [
      { find: /^@knotenpunkt\/([^/]+)\/([^/]+)$/, replacement: `${root}/libs/$1/$2/index.ts` },
      { find: '@knotenpunkt/migrations', replacement: `${root}/migrations/index.ts` },
      { find: '@knotenpunkt/graph-schema', replacement: `${root}/graph-schema/index.ts` },
      { find: /^@knotenpunkt\/([^/]+)$/, replacement: `${root}/libs/$1/index.ts` },
    ],
  },
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  build: {
    ssr: true,
    target: 'node24',
    outDir: resolve(root, 'dist/api'),
    emptyOutDir: true,
    sourcemap: true,
    rollupOptions: {
      input: {
        main: resolve(root, 'apps/api/main.ts'),
        ...Object.fromEntries(workers.filter(existsSync).map((file) => [basename(file, '.ts'), file])),
      },
      output: { entryFileNames: '[name].js' },
    },
  },
});
