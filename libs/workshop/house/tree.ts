import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names that .gitignore keeps out of the repository, and git's own folder. */
function outside(root: string): Set<string> {
  const ignored = readFileSync(join(root, '.gitignore'), 'utf8').split('\n');
  return new Set(['.git', ...ignored.map((line) => line.trim().replace(/\/$/, ''))]);
}

/** What stands at the top of the repository, sorted. */
export function topOf(root: string): string[] {
  const left = outside(root);
  return readdirSync(root)
    .filter((name) => !left.has(name))
    .toSorted();
}

/** Every file of the repository, from its root, with forward slashes, sorted. Asks no git, so that it works in an unpacked archive. */
export function filesOf(root: string): string[] {
  const left = outside(root);
  const below = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter(({ name }) => !left.has(name))
      .flatMap((entry) => {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        return entry.isDirectory() ? below(path) : [path];
      });
  return below('').toSorted();
}

/** The text of a file of the repository. */
export function textOf(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
