// Fits how probable it is that a suggested offer helps (grade 2 or 3). Prints what certainty.ts was rounded from.
//   node --import ./libs/matching/bench/typescript-loader.mjs libs/matching/bench/fit-certainty.ts <folder of shared data>
import { BACKGROUND, LEAST_PROBABILITY } from '../domain/certainty';
import { SIGNAL_WEIGHTS } from '../domain/lexical-index';
import { THEME_WEIGHT } from '../domain/need-offer';
import { analyserFor, readNeeds } from './needs-data';
import { shuffled } from './random';
import { signalRows } from './signal-rows';

const SUGGESTED = 5;
const FOLDS = 5;
const L2 = 1;

interface Case {
  need: string;
  rank: number;
  helps: boolean;
  /** 1, ln similarity, ln(similarity / sixth best), theme overlap. */
  observed: number[];
}

const { data, vocabulary } = readNeeds(process.argv[2] ?? '../shared/data');
const WEIGHTS = [SIGNAL_WEIGHTS.whole, SIGNAL_WEIGHTS.sentence, SIGNAL_WEIGHTS.letters, SIGNAL_WEIGHTS.concepts, THEME_WEIGHT];
const rows = signalRows(data, analyserFor(data, vocabulary));
const sixths: number[] = [];

const cases: Case[] = data.needs.flatMap(({ id }) => {
  const scored = rows
    .get(id)!
    .map(({ offer, values, excluded }) => ({
      offer,
      themes: values[4]!,
      score: values.reduce((sum, value, at) => sum + value * WEIGHTS[at]!, SIGNAL_WEIGHTS.excluded * excluded),
    }))
    .sort((a, b) => b.score - a.score);
  const sixth = scored[SUGGESTED]!.score;
  sixths.push(sixth);
  return scored.slice(0, SUGGESTED).map(({ offer, themes, score }, rank) => ({
    need: id,
    rank,
    helps: (data.judgements[id]![offer] ?? 0) >= 2,
    observed: [1, Math.log(score), Math.log(score / Math.max(sixth, BACKGROUND)), themes],
  }));
});

const probability = (weights: readonly number[], observed: readonly number[]) =>
  1 / (1 + Math.exp(-observed.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)));

function fit(training: readonly Case[], width: number): number[] {
  let weights = Array<number>(width).fill(0);
  for (let step = 0; step < 4000; step++) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : -L2 * weight));
    for (const { observed, helps } of training) {
      const missing = (helps ? 1 : 0) - probability(weights, observed);
      slope.forEach((_, at) => (slope[at]! += missing * observed[at]!));
    }
    weights = weights.map((weight, at) => weight + (0.5 / training.length) * slope[at]!);
  }
  return weights;
}

function crossValidated(width: number): { one: Case; estimate: number }[] {
  const order = shuffled(data.needs.map(({ id }) => id), 1);
  return order.map((_, fold) => fold).slice(0, FOLDS).flatMap((fold) => {
    const held = new Set(order.filter((_, at) => at % FOLDS === fold));
    const weights = fit(cases.filter(({ need }) => !held.has(need)), width);
    return cases.filter(({ need }) => held.has(need)).map((one) => ({ one, estimate: probability(weights, one.observed) }));
  });
}

const show = (weights: number[]) => weights.map((weight) => weight.toFixed(2)).join(', ');
console.log(`constant, similarity, prominence, themes: ${show(fit(cases, 4))}`);
console.log(`without themes:                           ${show(fit(cases, 3))}`);
console.log(`median similarity of the sixth best: ${sixths.sort((a, b) => a - b)[30]!.toFixed(3)}, tenth smallest ${sixths[5]!.toFixed(3)}`);
const estimates = crossValidated(4);
const bounds = [LEAST_PROBABILITY.WELL_FOUNDED, LEAST_PROBABILITY.POSSIBLE, LEAST_PROBABILITY.ATTEMPT, 0];
console.log('| estimated on other folds | suggestions | help (grade 2 or 3) |');
bounds.forEach((bound, at) => {
  const within = estimates.filter(({ estimate }) => estimate >= bound && estimate < (bounds[at - 1] ?? 2));
  console.log(`| from ${bound} | ${within.length} | ${within.filter(({ one }) => one.helps).length} |`);
});
