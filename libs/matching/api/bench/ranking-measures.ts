import type { Example } from '@knotenpunkt/matching/domain';

const PLACES = 10;
const DRAWS = 1000;

/** A mean with its interval of 95 %. */
export type Estimate = readonly [mean: number, low: number, high: number];

/** How good lists of ten are. */
export interface ListMeasures {
  /** Share of questions with at least one right answer on the list. */
  hit: Estimate;
  /** Share of the right answers that is on the list. */
  recall: Estimate;
  /** Mean average precision: where on the list they stand. */
  map: Estimate;
  /** Share of the right answers seldom found that is on the list, of the questions that have any. */
  tailRecall: Estimate;
  /** Share of all actors that are on any list. */
  coverage: number;
  /** Share of the places given to those seldom found. */
  tailShare: number;
}

/** Measures of lists, one a question, as the scorer of the tasks defines them; intervals by drawing questions anew (Efron 1979). */
export function measuresOf(examples: readonly Example[], lists: readonly (readonly number[])[], actors: number): ListMeasures {
  const each = examples.map((example, at) => measuresOfOne(example, lists[at]!.slice(0, PLACES)));
  const column = (read: (one: OneList) => number | null) => estimateOf(each.map(read).filter((value) => value !== null));
  const named = examples.flatMap(({ actors: numbers }, at) => lists[at]!.slice(0, PLACES).map((candidate) => numbers[candidate]!));
  return {
    hit: column(({ hit }) => hit),
    recall: column(({ recall }) => recall),
    map: column(({ map }) => map),
    tailRecall: column(({ tailRecall }) => tailRecall),
    coverage: new Set(named).size / Math.max(1, actors),
    tailShare: each.reduce((sum, { tail }) => sum + tail, 0) / Math.max(1, named.length),
  };
}

/** The mean of values, with an interval by a thousand draws from a fixed seed. */
export function estimateOf(values: readonly number[]): Estimate {
  if (values.length === 0) return [0, 0, 0];
  let state = 20261127;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const means = Array.from({ length: DRAWS }, () => {
    let sum = 0;
    for (let at = 0; at < values.length; at++) sum += values[Math.floor(next() * values.length)]!;
    return sum / values.length;
  }).sort((a, b) => a - b);
  return [values.reduce((sum, value) => sum + value, 0) / values.length, means[25]!, means[974]!];
}

interface OneList {
  hit: number;
  recall: number;
  map: number;
  tailRecall: number | null;
  tail: number;
}

function measuresOfOne({ right, seldom, wanted, seldomWanted }: Example, list: readonly number[]): OneList {
  const rightOnes = new Set(right);
  let found = 0;
  let precision = 0;
  list.forEach((candidate, at) => {
    if (rightOnes.has(candidate)) precision += ++found / (at + 1);
  });
  const tail = list.filter((candidate) => seldom[candidate] === 1);
  return {
    hit: found > 0 ? 1 : 0,
    recall: found / wanted,
    map: precision / Math.min(PLACES, wanted),
    tailRecall: seldomWanted === 0 ? null : tail.filter((candidate) => rightOnes.has(candidate)).length / seldomWanted,
    tail: tail.length,
  };
}
