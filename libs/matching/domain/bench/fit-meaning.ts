// Fits the weights of meaning beside words. Prints what MEANING_WEIGHTS was rounded from, and how needs are answered that were not fitted.
//   node --import ./libs/matching/domain/bench/typescript-loader.mjs libs/matching/domain/bench/fit-meaning.ts <folder of shared data> <file of vectors>
import { aimedOf, aimSignals } from '../aims';
import { LexicalIndex } from '../lexical-index';
import { likeness } from '../meaning/meaning-space';
import { MEANING_WEIGHTS, USUAL_LIKENESS } from '../meaning/score';
import { shuffled } from '../learning/random';
import { themeOverlap } from '../theme-overlap';
import { fitListwise, rankBy } from './fit-listwise';
import { meanOf, measuresOf, row, type Measures } from './measures';
import { analyserFor, answerable, offersAsEntries, readMoreNeeds, readNeeds, readVectors, type NeedsData } from './needs-data';
import type { Row } from './signal-rows';
import { WORD_FIELD_HALVES } from './word-field-halves';

const L2 = 3;
const FOLDS = 5;
const REPEATS = 5;

const [folder = '../shared/data', vectors = ''] = process.argv.slice(2);
const { data: given, vocabulary } = readNeeds(folder);
const more: NeedsData = { ...given, ...readMoreNeeds() };
const data: NeedsData = { ...given, needs: [...given.needs, ...more.needs], judgements: { ...given.judgements, ...more.judgements } };
const { space, windowsOf } = readVectors(vectors);
const meanings = new Map([...data.needs, ...data.offers].map((one) => [one.id, space.meaningOf(windowsOf(one))]));
const SIGNALS = ['words', 'direction', 'places', 'themes', 'group', 'kind'] as const;
const WORDS_ALONE = [1, 0, 0, 0.04];
const SHIPPED = [1, MEANING_WEIGHTS.direction, MEANING_WEIGHTS.places, MEANING_WEIGHTS.themes];

function rowsWith(wordFields?: ReadonlyMap<string, readonly string[]>): Map<string, Row[]> {
  // The words of the region without those of the needs that are asked: each set of needs is a region of its own.
  return new Map([given, more].flatMap((region) => [...rowsOf(region, wordFields)]));
}

function rowsOf(region: NeedsData, wordFields?: ReadonlyMap<string, readonly string[]>): Map<string, Row[]> {
  const index = new LexicalIndex(analyserFor(region, vocabulary, { wordFields }));
  const offers = new Map(region.offers.map((offer) => [offer.id, offer]));
  const entries = offersAsEntries(region);
  const aimed = new Map(entries.map((entry) => [entry.id, aimedOf(entry)]));
  entries.forEach((entry) => index.add(entry));
  return new Map(
    region.needs.map((need) => {
      const among = (id: string) => offers.get(id)!.actor !== need.actor;
      const hits = index.rank({ ...need, language: 'de' }, { limit: Infinity, among, near: new Set(offers.keys()) });
      const rows = hits.map(({ id, similarity, signals }) => {
        const { direction, places } = likeness(meanings.get(need.id)!, meanings.get(id)!);
        const { group, kind } = aimSignals(aimedOf(need), aimed.get(id)!);
        return {
          offer: id,
          excluded: signals.excluded,
          values: [similarity, direction, places, themeOverlap(need.themes, offers.get(id)!.themes), group, kind],
        };
      });
      return [need.id, rows];
    }),
  );
}

const full = rowsWith();
const none = rowsWith(new Map());
const halves = WORD_FIELD_HALVES.map((wordFields) => rowsWith(wordFields));
/** Between all word fields, which were written with these needs in mind, and none at all. */
const fitted = [none, ...halves.slice(0, 3)];
const fit = (needs: readonly string[], columns: readonly number[]) => {
  const weights = fitListwise(
    data,
    needs,
    fitted.map((rows) => only(rows, columns)),
    L2,
  );
  return weights.map((weight) => weight / weights[0]!);
};
const only = (rows: Map<string, Row[]>, columns: readonly number[]) =>
  new Map([...rows].map(([id, list]) => [id, list.map((one) => ({ ...one, values: columns.map((at) => one.values[at]!) }))]));

const measured = (ids: readonly string[], variants: readonly Map<string, Row[]>[], weights: readonly number[]) =>
  variants.flatMap((rows) => ids.map((id) => measuresOf(data, id, rankBy(rows.get(id)!, weights))));
const idsOf = (region: NeedsData) => answerable(region).map(({ id }) => id);
const variants = [['all word fields', [full]], ['half of them, mean of six halves', halves], ['none', [none]]] as const; // prettier-ignore

function crossValidated(ids: readonly string[], rows: readonly Map<string, Row[]>[], columns: readonly number[]): Measures {
  const all: Measures[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const order = shuffled(ids, repeat + 1);
    for (let fold = 0; fold < FOLDS; fold++) {
      const weights = fit(order.filter((_, at) => at % FOLDS !== fold), columns); // prettier-ignore
      const left = order.filter((_, at) => at % FOLDS === fold);
      all.push(...measured(left, rows.map((one) => only(one, columns)), weights)); // prettier-ignore
    }
  }
  return meanOf(all);
}

/** Whom something is for and who makes it (`aims.ts`) is fitted beside the others, and told for itself. */
const everything = [0, 1, 2, 3];
const withAims = [...everything, 4, 5];
const alone = only(none, everything);
const told = (weights: readonly number[]) => weights.map((weight, at) => `${SIGNALS[at]} ${weight.toFixed(3)}`).join(', ');
console.log(`fitted to both sets of needs: ${told(fit([...idsOf(given), ...idsOf(more)], everything))}`);
console.log(`with aims: ${told(fit([...idsOf(given), ...idsOf(more)], withAims))}`);
console.log(`to dev.json with aims: ${told(fit(idsOf(given), withAims))}; to more-needs.json: ${told(fit(idsOf(more), withAims))}`);
console.log(`to dev.json: ${told(fit(idsOf(given), everything))}; to more-needs.json: ${told(fit(idsOf(more), everything))}`);
for (const [name, region, other] of [
  ['dev.json', given, more],
  ['more-needs.json', more, given],
] as const) {
  // prettier-ignore
  const ids = idsOf(region);
  const fromOther = fit(idsOf(other), everything);
  console.log(`| ${name} | hit@1 | hit@3 | nDCG@10 | recall@10 |\n| --- | --- | --- | --- | --- |`);
  for (const [fields, wide] of variants) {
    const rows = wide.map((one) => only(one, everything));
    console.log(row(`words and themes; ${fields}`, meanOf(measured(ids, rows, WORDS_ALONE))));
    console.log(row(`as shipped; ${fields}`, meanOf(measured(ids, rows, SHIPPED))));
    console.log(row(`weights of other folds; ${fields}`, crossValidated(ids, rows, everything)));
    console.log(row(`weights of the other file; ${fields}`, meanOf(measured(ids, rows, fromOther))));
    console.log(row(`weights of other folds, with aims; ${fields}`, crossValidated(ids, wide, withAims)));
    console.log(row(`weights of the other file, with aims; ${fields}`, meanOf(measured(ids, wide, fit(idsOf(other), withAims)))));
  }
  console.log(row('direction alone', meanOf(measured(ids, [alone], [0, 1, 0, 0]))));
  console.log(row('places alone', meanOf(measured(ids, [alone], [0, 0, 1, 0]))));
  console.log(row('both and themes, no words', meanOf(measured(ids, [alone], [0, ...SHIPPED.slice(1)]))));
}
const unrelated = [...none].flatMap(([need, list]) => list.filter(({ offer }) => !data.judgements[need]![offer]));
const mean = (at: number) => unrelated.reduce((sum, { values }) => sum + values[at]!, 0) / unrelated.length;
console.log(`unrelated texts: direction ${mean(1).toFixed(2)}, places ${mean(2).toFixed(2)} (used: ${JSON.stringify(USUAL_LIKENESS)})`);
