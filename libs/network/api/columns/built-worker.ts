import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A built worker stands beside the built server or one folder above its parts; run from source there is none. */
export function builtWorker(file: string): URL | null {
  const found = ['.', '..'].map((folder) => resolve(import.meta.dirname, folder, file)).find(existsSync);
  return found ? pathToFileURL(found) : null;
}
