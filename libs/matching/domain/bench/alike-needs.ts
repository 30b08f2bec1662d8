// Prints how well pairs of needs that ask for the same are told from others, for `needs-alike.ts`. There are no judgements of that: two needs
// that the same offer clearly helps (grade 2 or 3) are taken to be alike, all the others not.
//   node --import ./libs/matching/domain/bench/typescript-loader.mjs libs/matching/domain/bench/alike-needs.ts <folder of shared data> <file of vectors>
import { NO_AIMS } from '../aims';
import { LexicalIndex } from '../lexical-index';
import { likeness } from '../meaning/meaning-space';
import { scoreOf } from '../meaning/score';
import { themeOverlap } from '../theme-overlap';
import { analyserFor, readMoreNeeds, readNeeds, readVectors, type NeedsData } from './needs-data';
import { WORD_FIELD_HALVES } from './word-field-halves';

const [folder = '../shared/data', vectors = ''] = process.argv.slice(2);
const { data: given, vocabulary } = readNeeds(folder);
const more = readMoreNeeds();
const data: NeedsData = { ...given, needs: [...given.needs, ...more.needs], judgements: { ...given.judgements, ...more.judgements } };
const { space, windowsOf } = readVectors(vectors);
const meanings = new Map(data.needs.map((need) => [need.id, space.meaningOf(windowsOf(need))]));
const solving = (id: string) =>
  Object.entries(data.judgements[id] ?? {}).flatMap(([offer, grade]) => (grade >= CLEARLY_HELPS ? [offer] : []));

const CLEARLY_HELPS = 2;

interface Pair {
  words: number;
  meaning: number;
  alike: boolean;
}

function pairsWith(wordFields?: ReadonlyMap<string, readonly string[]>): Pair[] {
  const index = new LexicalIndex(analyserFor(data, vocabulary, { wordFields }));
  data.needs.forEach((need) => index.add({ ...need, direction: 'NEED', language: 'de', competences: [] }));
  const all = { limit: Infinity, near: new Set(data.needs.map(({ id }) => id)) };
  const there = new Map(
    data.needs.map((need) => [need.id, new Map(index.rank({ ...need, language: 'de' }, all).map((hit) => [hit.id, hit.similarity]))]),
  );
  return data.needs.flatMap((one, at) =>
    data.needs.slice(at + 1).flatMap((other): Pair[] => {
      if (one.actor === other.actor) return [];
      const words = Math.sqrt((there.get(one.id)!.get(other.id) ?? 0) * (there.get(other.id)!.get(one.id) ?? 0));
      const themes = themeOverlap(one.themes, other.themes);
      const meaning = scoreOf({ words, themes, aims: NO_AIMS, meaning: likeness(meanings.get(one.id)!, meanings.get(other.id)!) });
      return [{ words, meaning, alike: solving(one.id).some((offer) => solving(other.id).includes(offer)) }];
    }),
  );
}

function told(name: string, pairs: readonly Pair[], measure: (pair: Pair) => number, from: readonly number[]): void {
  const alike = pairs.filter((pair) => pair.alike);
  const others = pairs.filter((pair) => !pair.alike);
  const area =
    alike.reduce((sum, pair) => sum + others.filter((other) => measure(other) < measure(pair)).length, 0) / (alike.length * others.length);
  console.log(`${name}: ${alike.length} pairs alike of ${pairs.length}, area under the curve ${area.toFixed(3)}`);
  for (const least of from) {
    const called = pairs.filter((pair) => measure(pair) >= least);
    const right = called.filter((pair) => pair.alike).length;
    console.log(`  from ${least}: ${called.length} called alike, ${right} of them right, found ${(right / alike.length).toFixed(2)}`);
  }
}

for (const [name, fields] of [
  ['all word fields', undefined],
  ['half of them', WORD_FIELD_HALVES[0]],
  ['none', new Map()],
] as const) {
  const pairs = pairsWith(fields);
  told(`${name}, words`, pairs, (pair) => pair.words, [0.05, 0.1, 0.15, 0.2]);
  told(`${name}, words and meaning`, pairs, (pair) => pair.meaning, [0.3, 0.35, 0.4, 0.45, 0.5]);
}
