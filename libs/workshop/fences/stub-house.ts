import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { rooms } from '../rooms.mjs';

export interface Finding {
  line: number;
  rule: string;
  message: string;
}

export interface StubHouse {
  /** What the linter says of each text, in the order given. */
  lint(files: { file: string; text: string }[]): Finding[][];
  remove(): void;
}

const PLATFORM = ['database', 'outbox', 'graph', 'graphql', 'testing'];
const WEBKIT = ['contract', 'data', 'ui', 'graph-view', 'i18n'];

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function project(house: string, folder: string, scope: string, layer: string): void {
  const name = folder.replace(/^(libs|apps)\//, '').replaceAll('/', '-');
  const tags = [`scope:${scope}`, `layer:${layer}`];
  const projectType = folder.startsWith('apps/') ? 'application' : 'library';
  write(join(house, folder, 'project.json'), JSON.stringify({ name, sourceRoot: folder, projectType, tags, targets: {} }));
  write(join(house, folder, 'index.ts'), `export const stub = '${name}';\n`);
}

/**
 * A house with every room of the list, each an empty project, and the workspace's real lint configuration: fences can
 * be tried between all rooms, also those that are not built yet.
 */
export function buildStubHouse(root: string): StubHouse {
  const folder = mkdtempSync(join(tmpdir(), 'fences-'));
  for (const { name, kind } of rooms) {
    if (kind === 'kernel') project(folder, 'libs/kernel', name, 'domain');
    if (kind === 'platform') PLATFORM.forEach((part) => project(folder, `libs/platform/${part}`, name, 'api'));
    if (kind === 'webkit') WEBKIT.forEach((part) => project(folder, `libs/webkit/${part}`, name, 'web'));
    if (kind === 'feature') for (const layer of ['domain', 'api', 'web']) project(folder, `libs/${name}/${layer}`, name, layer);
  }
  project(folder, 'apps/api', 'app', 'api');
  project(folder, 'apps/web', 'app', 'web');
  project(folder, 'migrations', 'migrations', 'api');
  project(folder, 'graph-schema', 'graph-schema', 'api');
  project(folder, 'e2e', 'e2e', 'e2e');

  const paths: Record<string, string[]> = {
    '@knotenpunkt/kernel': ['./libs/kernel/index.ts'],
    '@knotenpunkt/migrations': ['./migrations/index.ts'],
    '@knotenpunkt/graph-schema': ['./graph-schema/index.ts'],
  };
  for (const { name } of rooms.slice(1)) paths[`@knotenpunkt/${name}/*`] = [`./libs/${name}/*/index.ts`];
  write(join(folder, 'tsconfig.base.json'), JSON.stringify({ compilerOptions: { paths } }));
  for (const file of [
    'nx.json',
    'package.json',
    'package-lock.json',
    'eslint.config.mjs',
    'libs/workshop/rooms.mjs',
    'libs/workshop/project.json',
    'libs/workshop/lint',
  ])
    cpSync(join(root, file), join(folder, file), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));

  return {
    lint(files) {
      const script = join(root, 'libs/workshop/fences/lint-texts.mjs');
      const answer = execFileSync(process.execPath, [script], {
        cwd: folder,
        input: JSON.stringify(files),
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      });
      return JSON.parse(answer) as Finding[][];
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
