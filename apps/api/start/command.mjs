// `npm run backup`, `npm run restore`: a command of the built product, on the Node that came with the packages.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const main = join(root, 'dist/api/main.js');
if (!existsSync(main)) {
  process.stderr.write('Nothing is built yet: run npm start once, or npm run build, then try again.\n');
  process.exit(1);
}
// Paths are meant from where one stands, the data folder from the repository, as `npm start` has it.
const given = process.argv.slice(2);
const here = process.env.INIT_CWD ?? process.cwd();
const args = given.map((argument, at) => (at === 0 || argument.startsWith('--') ? argument : resolve(here, argument)));
const done = spawnSync(join(root, 'node_modules/.bin/node'), ['--enable-source-maps', main, ...args], { cwd: root, stdio: 'inherit' });
process.exit(done.status ?? 1);
