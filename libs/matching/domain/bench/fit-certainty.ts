// Fits how probable it is that a suggested offer helps (grade 2 or 3), and when nothing fits. Prints what certainty.ts was rounded from.
//   node --import ./libs/matching/domain/bench/typescript-loader.mjs libs/matching/domain/bench/fit-certainty.ts <folder of shared data> [<file of vectors>]
import { BACKGROUND, foundOf, isAnswered, LEAST_PROBABILITY, probabilityOfFit } from '../certainty';
import { fitLogistic } from '../learning/logistic';
import { shuffled } from '../learning/random';
import { NeedOfferMatcher } from '../need-offer';
import { linesOf } from '../text/lines';
import { analyserFor, answerable, offersAsEntries, readMoreNeeds, readNeeds, readVectors, type NeedsData } from './needs-data';
import { WORD_FIELD_HALVES } from './word-field-halves';

const SUGGESTED = 5;
const FOLDS = 5;
const REPEATS = 20;
/** At most so many of the needs that somebody can meet are turned away. */
const TURNED_AWAY = 0.05;

interface Case {
  need: string;
  /** The whole need, or only its title or one sentence, as people write into a single line. */
  length: 'WHOLE' | 'LINE';
  rank: number;
  helps: boolean;
  /** 1, ln score, ln of what is asked, ln(score / sixth best). */
  observed: number[];
  /** By the coefficients in the product. */
  shipped: number;
  /** Whether the product lets it stand as the best answer to a need. */
  answered: boolean;
  /** What `isAnswered` compares. */
  found: number;
}

const [folder = '../shared/data', vectors] = process.argv.slice(2);
const { data: given, vocabulary } = readNeeds(folder);
const more: NeedsData = { ...given, ...readMoreNeeds() };
const meanings = vectors ? readVectors(vectors) : null;
const kind = meanings ? 'MEANING' : 'WORDS';

function casesOf(data: NeedsData, wordFields?: ReadonlyMap<string, readonly string[]>): Case[] {
  const matcher = new NeedOfferMatcher(analyserFor(data, vocabulary, { wordFields }), meanings?.space);
  offersAsEntries(data).forEach((entry, at) => matcher.add({ ...entry, windows: meanings?.windowsOf(data.offers[at]!) }));
  const near = new Set(data.offers.map(({ id }) => id));
  return data.needs.flatMap((need) => {
    const lines = linesOf(need).map((line) => ({ length: 'LINE' as const, ...line, themes: [] }));
    const whole = { length: 'WHOLE' as const, title: need.title, text: need.text, themes: need.themes };
    return [whole, ...lines].flatMap(({ length, ...asked }) => {
      const question = { actorId: need.actor, language: 'de' as const, ...asked, windows: meanings?.windowsOf(asked) };
      const scored = matcher.scoredOffersFor(question, { limit: SUGGESTED, today: '2026-01-01', near });
      const sixth = Math.max(BACKGROUND, scored[SUGGESTED]?.score ?? 0);
      return scored.slice(0, SUGGESTED).map(({ entry, hit, score }, rank) => ({
        need: need.id,
        length,
        rank,
        helps: (data.judgements[need.id]![entry.id] ?? 0) >= 2,
        observed: [1, Math.log(score), Math.log(hit.asked), Math.log(score / sixth)],
        shipped: probabilityOfFit({ kind, score, asked: hit.asked, sixth }),
        answered: isAnswered({ kind, score, asked: hit.asked, sixth }),
        found: foundOf({ score, asked: hit.asked }),
      }));
    });
  });
}

const fit = (cases: readonly Case[]) =>
  fitLogistic(
    cases.filter(({ observed }) => observed.every(Number.isFinite)).map(({ observed, helps }) => ({ observed, cameTrue: helps })),
    { l2: 1, prior: [0, 0, 0, 0] },
  );
/** How often one of two, drawn from those that have a trait and those that have not, is rightly held for the better. */
function areaUnderCurve(list: readonly { estimate: number; has: boolean }[]): number {
  const wins = list
    .filter(({ has }) => has)
    .flatMap((one) => list.filter(({ has }) => !has).map((other) => Math.sign(one.estimate - other.estimate)));
  return wins.reduce((sum, win) => sum + (win + 1) / 2, 0) / wins.length;
}

const answers = new Set([...answerable(given), ...answerable(more)].map(({ id }) => id));
const regions = [['dev.json', given], ['more-needs.json', more]] as const; // prettier-ignore
const all = regions.map(([, region]) => casesOf(region));
const halves = regions.map(([, region]) => WORD_FIELD_HALVES.slice(0, 4).flatMap((wordFields) => casesOf(region, wordFields)));

const shown = (weights: readonly number[]) => weights.map((weight) => weight.toFixed(2)).join(', ');
console.log(`${kind}: constant, ln score, ln asked, prominence`);
console.log(`half of the word fields, both sets of needs: ${shown(fit(halves.flat()))}; all word fields: ${shown(fit(all.flat()))}`);

const bounds = [LEAST_PROBABILITY.WELL_FOUNDED, LEAST_PROBABILITY.POSSIBLE, LEAST_PROBABILITY.ATTEMPT, 0];
regions.forEach(([name], region) => {
  for (const [fields, cases] of [
    ['all word fields', all[region]!],
    ['half of the word fields', halves[region]!],
  ] as const) {
    // prettier-ignore
    for (const length of ['WHOLE', 'LINE'] as const) {
      const these = cases.filter((one) => one.length === length);
      const help = areaUnderCurve(these.map((one) => ({ estimate: one.shipped, has: one.helps })));
      const first = these.filter(({ rank }) => rank === 0);
      const any = areaUnderCurve(first.map((one) => ({ estimate: one.shipped, has: answers.has(one.need) })));
      const parts = bounds.map((bound, at) => {
        const within = these.filter(({ shipped }) => shipped >= bound && shipped < (bounds[at - 1] ?? 2));
        return `from ${bound}: ${within.filter(({ helps }) => helps).length} of ${within.length} help`;
      });
      const away = (has: boolean) => {
        const those = first.filter(({ need }) => answers.has(need) === has);
        return `${those.filter(({ answered }) => !answered).length} of ${those.length}`;
      };
      console.log(`${name}, ${fields}, ${length}: ${parts.join('; ')}; area under curve ${help.toFixed(3)}, answerable at all ${any.toFixed(3)}`);
      console.log(`  nothing fits: said of ${away(false)} that nobody can meet, of ${away(true)} others`);
    }
  }
});

/** The highest bound that turns away no more than allowed of the answerable. */
function boundFor(firsts: readonly Case[]): number {
  const found = firsts.filter(({ need }) => answers.has(need)).map((one) => one.found).sort((a, b) => a - b); // prettier-ignore
  return found[Math.floor(TURNED_AWAY * found.length)]!;
}

const firstsOf = (cases: readonly Case[]) => cases.filter(({ rank, length }) => rank === 0 && length === 'WHOLE');
const refusedBy = (bound: number, firsts: readonly Case[]) =>
  firsts.map(({ need, found }) => ({ refused: found < bound, has: answers.has(need) }));

function tell(name: string, outcomes: readonly { refused: boolean; has: boolean }[]): void {
  const share = (has: boolean) => {
    const those = outcomes.filter((one) => one.has === has);
    return (those.filter(({ refused }) => refused).length / those.length).toFixed(3);
  };
  console.log(`  ${name}: ${share(false)} of what nobody can meet is recognised, ${share(true)} of the others turned away`);
}

for (const [fields, lists] of [
  ['all word fields', all.map(firstsOf)],
  ['half of them', halves.map(firstsOf)],
] as const) {
  // prettier-ignore
  console.log(`${fields}; bound for both sets ${boundFor(lists.flat()).toFixed(3)}, from the other set, then from four fifths of both:`);
  lists.forEach((firsts, region) => tell(`${regions[region]![0]}, bound from the other`, refusedBy(boundFor(lists[1 - region]!), firsts)));
  const outcomes: { refused: boolean; has: boolean }[][] = [[], []];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const order = shuffled([...new Set(lists.flat().map(({ need }) => need))].sort(), repeat + 1);
    const foldOf = new Map(order.map((id, at) => [id, at % FOLDS]));
    for (let fold = 0; fold < FOLDS; fold++) {
      const bound = boundFor(lists.flat().filter(({ need }) => foldOf.get(need) !== fold));
      lists.forEach((firsts, region) => outcomes[region]!.push(...refusedBy(bound, firsts.filter(({ need }) => foldOf.get(need) === fold)))); // prettier-ignore
    }
  }
  regions.forEach(([name], region) => tell(`${name}, bound from other folds`, outcomes[region]!));
}
