import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of the product, from package.json; two folders up, from the source as from what is built. */
export const version = (JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }).version;
