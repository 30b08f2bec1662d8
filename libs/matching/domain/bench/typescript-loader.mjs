// Lets plain Node 24 run our TypeScript: it strips types by itself, this only finds files imported without extension
// and our aliases. Use: node --import ./libs/matching/domain/bench/typescript-loader.mjs libs/matching/domain/bench/<file>.ts
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const libs = new URL('../../../', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    const ours = /^@knotenpunkt\/(.+)$/.exec(specifier);
    const base = ours ? new URL(ours[1], libs) : specifier.startsWith('.') ? new URL(specifier, context.parentURL) : null;
    if (!base) return next(specifier, context);
    const found = ['', '.ts', '/index.ts'].map((end) => fileURLToPath(base) + end).find((path) => /\.\w+$/.test(path) && existsSync(path));
    return found ? { url: pathToFileURL(found).href, shortCircuit: true } : next(specifier, context);
  },
});
