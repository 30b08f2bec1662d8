import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rooms } from '../rooms.mjs';

const templates = join(import.meta.dirname, 'templates');
const upperFirst = (/** @type {string} */ word) => word[0].toUpperCase() + word.slice(1);

/** The request cannot be carried out; `message` says what to do instead. */
export class GeneratorError extends Error {}

/**
 * Makes a new feature and enters it wherever rooms are listed.
 *
 * @param {string} root the repository
 * @param {string} room its name in `rooms.mjs`
 * @param {{ noun?: string, plural?: string, now?: Date }} options
 * @returns {string[]} the files written, from the root
 */
export function generateFeature(root, room, { noun = room.replace(/s$/, ''), plural = `${noun}s`, now = new Date() } = {}) {
  for (const word of [room, noun, plural]) {
    if (!/^[a-z]+$/.test(word)) throw new GeneratorError(`"${word}": names are one English word in small letters.`);
  }
  const found = rooms.find(({ name }) => name === room);
  if (found?.kind !== 'feature') {
    throw new GeneratorError(
      `${room} has no place in the house: enter it in libs/workshop/rooms.mjs, after the rooms it asks, then try again.`,
    );
  }
  const order = (/** @type {string} */ name) => rooms.findIndex((one) => one.name === name);
  if (order(room) < order('identity')) throw new GeneratorError(`${room} stands before identity, whose people it would ask.`);
  if (existsSync(join(root, 'libs', room))) throw new GeneratorError(`libs/${room} is there already.`);

  /** @type {string[]} */
  const written = [];
  const read = (/** @type {string} */ file) => readFileSync(join(root, file), 'utf8');
  const write = (/** @type {string} */ file, /** @type {string} */ text) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
    written.push(file);
  };
  const edit = (/** @type {string} */ file, /** @type {(text: string) => string} */ change) => {
    const before = read(file);
    const after = change(before);
    if (after === before) throw new GeneratorError(`${file} looks different from what the generator expects: enter ${room} by hand.`);
    write(file, after);
  };

  const migrationsBefore = [...read('migrations/index.ts').matchAll(/'\.\/(\d{14})-/g)].map(([, time]) => time);
  const clock = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const time = migrationsBefore.every((before) => before < clock) ? clock : String(BigInt(migrationsBefore.sort().at(-1) ?? clock) + 1n);
  /** @type {Record<string, string>} */
  const words = {
    ...{ room, Room: upperFirst(room), noun, Noun: upperFirst(noun), NOUN: noun.toUpperCase() },
    ...{ nouns: plural, Nouns: upperFirst(plural), purpose: found.purpose, time },
  };
  const filled = (/** @type {string} */ text, more = {}) => text.replace(/§(\w+?)§/g, (_, word) => ({ ...words, ...more })[word]);
  const template = (/** @type {string} */ file, more = {}) => filled(readFileSync(join(templates, file), 'utf8'), more);

  for (const layer of ['domain', 'api', 'web']) {
    write(`libs/${room}/${layer}/project.json`, template('project.json.txt', { layer }));
    for (const file of readdirSync(join(templates, layer))) {
      const name = file.replace(/__(\w+?)__/g, (_, word) => words[word]).replace(/\.txt$/, '');
      write(`libs/${room}/${layer}/${name}`, template(join(layer, file)));
    }
  }
  write(`libs/${room}/README.md`, template('README.md'));
  write(`migrations/${time}-create-${room}.ts`, template('migration.ts.txt'));

  const className = `Create${words.Room}${time}`;
  edit('migrations/index.ts', (text) =>
    text
      .replace(/\n\n\/\*\*/, `\nimport { ${className} } from './${time}-create-${room}';\n\n/**`)
      .replace(/\n\];/, `\n  ${className},\n];`),
  );
  if (!read('tsconfig.base.json').includes(`"@knotenpunkt/${room}/*"`)) {
    edit('tsconfig.base.json', (text) =>
      text.replace(/\n( *)\}\n( *)\}\n\}\s*$/, `,\n      "@knotenpunkt/${room}/*": ["./libs/${room}/*/index.ts"]\n$1}\n$2}\n}\n`),
    );
  }
  const later = (/** @type {string} */ name) => order(name) > order(room);
  edit('apps/api/app.module.ts', (text) => {
    const line = `import { ${words.Room}Module } from '@knotenpunkt/${room}/api';\n`;
    const next = [...text.matchAll(/^import .* from '@knotenpunkt\/([^']+)';\n/gm)].find(([, path]) => path > `${room}/api`);
    const imported = next ? text.replace(next[0], line + next[0]) : text.replace(/\n\n/, `\n${line}\n`);
    return imported.replace(/(const rooms: [^=]*= \[)([^\]]*)(\];)/, (_, head, list, tail) => {
      const modules = list
        .split(',')
        .map((/** @type {string} */ one) => one.trim())
        .filter(Boolean);
      const place = modules.findIndex((/** @type {string} */ one) => later(one.replace(/Module$/, '').toLowerCase()));
      modules.splice(place < 0 ? modules.length : place, 0, `${words.Room}Module`);
      return `${head}${modules.join(', ')}${tail}`;
    });
  });
  edit('apps/web/rooms.ts', (text) => {
    const line = `import { routes as ${room} } from '@knotenpunkt/${room}/web';\n`;
    const next = [...text.matchAll(/^import .* from '(@knotenpunkt\/[^']+|\.[^']*)';\n/gm)].find(
      ([, path]) => path.startsWith('.') || path > `@knotenpunkt/${room}/web`,
    );
    const imported = next ? text.replace(next[0], line + next[0]) : line + text;
    return imported.replace(/(= \[)([^\]]*)(\];)/, (_, head, list, tail) => {
      // Some rooms are handed what later ones put on their pages: `network({ introduce })`.
      const lines = [...list.matchAll(/\{ routes: (\w+)(?:\(\{[^}]*\}\))? \}/g)];
      const entries = lines.map(([entry]) => entry);
      const place = lines.findIndex(([, name]) => later(name));
      entries.splice(place < 0 ? entries.length : place, 0, `{ routes: ${room} }`);
      return `${head}${entries.join(', ')}${tail}`;
    });
  });
  if (!read('README.md').includes(`[${room}](libs/${room})`)) {
    edit('README.md', (text) =>
      text.replace(/^\| \[workshop\]\(libs\/workshop\).*$/m, (row) => `| [${room}](libs/${room}) | ${found.purpose} |\n${row}`),
    );
  }
  return written;
}
