/**
 * `npm run generate -- feature <room> [--noun <noun>] [--plural <nouns>]`: a room of the house with a first noun, entered
 * wherever rooms are listed, formatted, and with the contract made anew.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { generateFeature, GeneratorError } from './feature.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { noun: { type: 'string' }, plural: { type: 'string' } },
});
const [kind, room] = positionals;
if (kind !== 'feature' || !room) {
  console.error('Say what to make: npm run generate -- feature <room> [--noun <noun>] [--plural <nouns>]');
  process.exit(2);
}
const run = (/** @type {string} */ command, /** @type {string[]} */ args) => {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
};
try {
  const files = generateFeature(process.cwd(), room, values);
  run('npx', ['prettier', '--write', '--log-level', 'warn', ...files]);
  run('npm', ['run', '--silent', 'contract']);
  console.log(files.map((file) => `  ${file}`).join('\n'));
  console.log(`Next: German words in libs/${room}/domain/messages.de.json, a German address in web/routes.tsx, and a row for each`);
  console.log('new operation in apps/api/permissions/permissions.md. What should draw ties registers a fact source (see libs/actors/api).');
} catch (error) {
  if (!(error instanceof GeneratorError)) throw error;
  console.error(error.message);
  process.exit(2);
}
