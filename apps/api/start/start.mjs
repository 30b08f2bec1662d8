// `npm start`: from a fresh clone to a running product. Plain JavaScript on any Node from 20 on, because it also
// installs the packages, among them the Node that runs everything else.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const node = join(root, 'node_modules/.bin/node');
const stamp = join(root, 'node_modules/.knotenpunkt-installed');
const say = (line) => process.stdout.write(`${line}\n`);

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function run(command, args, { quiet = false } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit',
    shell: process.platform === 'win32',
  });
  return result.status === 0;
}

function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : existsSync(node) ? lock : '';
  if (installed === lock && existsSync(node)) return;
  say('Installing the packages (once, about two minutes) …');
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) {
    fail('The packages could not be installed. Check the network connection and the space on the disk, then start again.');
  }
  try {
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, lock);
  } catch {
    fail(`The folder ${join(root, 'node_modules')} cannot be written. Give this user the right to write there, then start again.`);
  }
}

function build() {
  // Nx builds only what changed since the last time.
  if (
    !run(node, [join(root, 'node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', 'build', '--output-style=static', '--nxBail'], {
      quiet: true,
    })
  ) {
    fail('The product could not be built. The lines above say where.');
  }
}

if (Number(process.versions.node.split('.')[0]) < 20)
  fail(`Node ${process.versions.node} is too old: install Node 20 or later, then start again.`);
installPackages();
say('Building …');
build();
say('Starting …');
const withNeo4j = process.argv.includes('--neo4j');
const server = spawn(node, ['--enable-source-maps', join(root, 'dist/api/main.js'), withNeo4j ? 'all-with-neo4j' : 'all'], {
  cwd: root,
  stdio: 'inherit',
  env: { LOG_LEVEL: 'warn', NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'), ...process.env },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 1));
