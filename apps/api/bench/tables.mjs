import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Random numbers that are the same with every run (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

const SECTORS = ['PRC', 'PRC', 'PRC', 'PRC', 'PRC', 'HES', 'REC', 'PUB', 'OTH', 'OTH'];
const PROGRAMMES = ['H2020-EU.2.1.1.', 'H2020-EU.3.1.', 'H2020-EU.3.3.', 'H2020-EU.3.4.', 'H2020-EU.3.6.', 'H2020-EU.1.1.'];
const WORDS = 'Werk Stadt Handel Energie Bildung Pflege Verkehr Technik Verein Verbund Institut Labor Dienst Bau Holz Metall'.split(' ');

/**
 * Tables of so many actors as `npm run import` takes them: twice as many projects, five times as many participations, and a
 * heavy tail: an actor of rank r takes part in proportion to r^-0.7, a few projects are large.
 */
export function writeTables(folder, actors, seed = 2020) {
  mkdirSync(folder, { recursive: true });
  const next = random(seed + actors);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const files = Object.fromEntries(
    ['actors', 'projects', 'participations'].map((name) => [name, createWriteStream(join(folder, `${name}.csv`))]),
  );
  files.actors.write('actor_id,name,short_name,sector,country,city\n');
  for (let at = 0; at < actors; at++)
    files.actors.write(`A${at},${pick(WORDS)} ${pick(WORDS)} ${at},,${pick(SECTORS)},DE,Ort ${at % 97}\n`);
  // Inverse of the distribution of r^-0.7 over the ranks.
  const rank = () => Math.min(actors - 1, Math.floor(actors * next() ** (1 / 0.3)));
  files.projects.write('project_id,acronym,title,text,programme,start_date\n');
  files.participations.write('project_id,actor_id,role\n');
  for (let at = 0; at < 2 * actors; at++) {
    const month = String(1 + (at % 12)).padStart(2, '0');
    files.projects.write(
      `P${at},${pick(WORDS).toUpperCase()}${at},${pick(WORDS)} und ${pick(WORDS)},Ein Vorhaben.,${pick(PROGRAMMES)},2015-${month}-01\n`,
    );
    const size = Math.min(40, actors, 1 + Math.floor(1 / (0.06 + next() ** 1.2)) / 2);
    const members = new Set();
    for (let tries = 0; members.size < size && tries < 200; tries++) members.add(rank());
    let first = true;
    for (const member of members) {
      files.participations.write(`P${at},A${member},${first ? 'coordinator' : 'participant'}\n`);
      first = false;
    }
  }
  return Promise.all(Object.values(files).map((file) => new Promise((done) => file.end(done))));
}
