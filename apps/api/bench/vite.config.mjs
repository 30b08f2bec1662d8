import { resolve } from 'node:path';
import { defineConfig, mergeConfig } from 'vite';
import server from '../vite.config.ts';

const root = resolve(import.meta.dirname, '../../..');

// The adapters as they are built for the server, with the benchmark as what is started.
export default defineConfig(
  mergeConfig(
    { ...server, build: { ...server.build, rollupOptions: {} } },
    {
      build: {
        outDir: resolve(root, 'tmp/bench-graph'),
        rollupOptions: { input: { graph: resolve(import.meta.dirname, 'graph.ts') }, output: { entryFileNames: '[name].mjs' } },
      },
    },
  ),
);
