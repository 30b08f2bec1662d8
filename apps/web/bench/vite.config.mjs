import { resolve } from 'node:path';
import { defineConfig, mergeConfig } from 'vite';
import web from '../vite.config.ts';

const root = resolve(import.meta.dirname, '../../..');

// The client as it is built for the product, with the benchmark as its only page.
export default defineConfig(
  mergeConfig(
    { ...web, build: { ...web.build, rollupOptions: {} }, publicDir: false },
    { root: import.meta.dirname, build: { outDir: resolve(root, 'tmp/bench-web'), emptyOutDir: true } },
  ),
);
