// Fits how probable it is that a suggested offer helps (grade 2 or 3). Prints what certainty.ts was rounded from.
//   node --import ./libs/matching/domain/bench/typescript-loader.mjs libs/matching/domain/bench/fit-certainty.ts <folder of shared data>
import { BACKGROUND, LEAST_PROBABILITY } from '../certainty';
import { NeedOfferMatcher } from '../need-offer';
import { sentencesOf } from '../text/sentences';
import { analyserFor, answerable, offersAsEntries, readNeeds } from './needs-data';
import { shuffled } from '../learning/random';
import { WORD_FIELD_HALVES } from './word-field-halves';

const SUGGESTED = 5;
const FOLDS = 5;

interface Case {
  need: string;
  /** The whole need, or only its title or one sentence, as people write into a single line. */
  length: 'WHOLE' | 'LINE';
  rank: number;
  helps: boolean;
  /** 1, ln of the matched worth, ln(score / sixth best). */
  observed: [number, number, number];
}

const { data, vocabulary } = readNeeds(process.argv[2] ?? '../shared/data');

function casesWith(wordFields?: ReadonlyMap<string, readonly string[]>): Case[] {
  const matcher = new NeedOfferMatcher(analyserFor(data, vocabulary, { wordFields }));
  offersAsEntries(data).forEach((entry) => matcher.add(entry));
  return data.needs.flatMap((need) => {
    const lines = [need.title, ...sentencesOf(need.text)].map((text) => ({ length: 'LINE' as const, text, themes: [] }));
    const whole = { length: 'WHOLE' as const, text: `${need.title}\n${need.text}`, themes: need.themes };
    return [whole, ...lines].flatMap(({ length, ...asked }) => {
      const scored = matcher.scoredOffersFor({ actorId: need.actor, language: 'de', ...asked }, { limit: SUGGESTED, today: '2026-01-01' });
      const sixth = Math.max(BACKGROUND, scored[SUGGESTED]?.score ?? 0);
      return scored.slice(0, SUGGESTED).map(({ entry, hit, score }, rank) => ({
        need: need.id,
        length,
        rank,
        helps: (data.judgements[need.id]![entry.id] ?? 0) >= 2,
        observed: [1, Math.log(score * hit.asked), Math.log(score / sixth)] as Case['observed'],
      }));
    });
  });
}

const probability = (weights: readonly number[], observed: readonly number[]) =>
  1 / (1 + Math.exp(-observed.reduce((sum, value, at) => sum + value * weights[at]!, 0)));

function fit(cases: readonly Case[]): number[] {
  let weights = [0, 0, 0];
  for (let step = 0; step < 3000; step++) {
    const slope = [0, 0, 0];
    for (const { observed, helps } of cases) {
      const missing = (helps ? 1 : 0) - probability(weights, observed);
      observed.forEach((value, at) => (slope[at]! += missing * value));
    }
    weights = weights.map((weight, at) => weight + (0.3 / cases.length) * slope[at]!);
  }
  return weights;
}

/** How often one of two, drawn from those that have a trait and those that have not, is rightly held for the better. */
function areaUnderCurve(list: readonly { estimate: number; has: boolean }[]): number {
  const wins = list
    .filter(({ has }) => has)
    .flatMap((one) => list.filter(({ has }) => !has).map((other) => Math.sign(one.estimate - other.estimate)));
  return wins.reduce((sum, win) => sum + (win + 1) / 2, 0) / wins.length;
}

const all = casesWith();
const halves = WORD_FIELD_HALVES.flatMap((wordFields) => casesWith(wordFields));
const order = shuffled(
  data.needs.map(({ id }) => id),
  1,
);
const foldOf = new Map(order.map((id, at) => [id, at % FOLDS]));
const models = Array.from({ length: FOLDS }, (_, fold) => fit(halves.filter(({ need }) => foldOf.get(need) !== fold)));
const estimate = ({ need, observed }: Case) => probability(models[foldOf.get(need)!]!, observed);

console.log(
  `constant, matched worth, prominence: ${fit(halves)
    .map((weight) => weight.toFixed(2))
    .join(', ')} (with all word fields: ${fit(all)
    .map((weight) => weight.toFixed(2))
    .join(', ')})`,
);
const bounds = [LEAST_PROBABILITY.WELL_FOUNDED, LEAST_PROBABILITY.POSSIBLE, LEAST_PROBABILITY.ATTEMPT, 0];
const answers = new Set(answerable(data).map(({ id }) => id));
for (const [name, cases] of [
  ['all word fields', all],
  ['half of the word fields', halves],
] as const) {
  for (const length of ['WHOLE', 'LINE'] as const) {
    const these = cases.filter((one) => one.length === length);
    const help = areaUnderCurve(these.map((one) => ({ estimate: estimate(one), has: one.helps })));
    const first = these.filter(({ rank }) => rank === 0);
    const answerableAtAll = areaUnderCurve(first.map((one) => ({ estimate: estimate(one), has: answers.has(one.need) })));
    const parts = bounds.map((bound, at) => {
      const within = these.filter((one) => estimate(one) >= bound && estimate(one) < (bounds[at - 1] ?? 2));
      return `from ${bound}: ${within.filter(({ helps }) => helps).length} of ${within.length} help`;
    });
    console.log(
      `${name}, ${length}: ${parts.join('; ')}; area under curve ${help.toFixed(3)}, answerable at all ${answerableAtAll.toFixed(3)}`,
    );
  }
}
