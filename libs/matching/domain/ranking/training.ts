import { fitConditionalLogit, type Choice, type LinearModel } from '../learning/conditional-logit';
import { fitLogistic, type Case } from '../learning/logistic';
import type { Example, Examples } from './examples';
import { worthThatCosts } from './places';
import { firstOf, waysFor, type RankerModel } from './ranker';

const L2 = 30;
const L2_OF_CHANCES = 1;
const PLACES = 10;
/** The overlooked may cost three hits of two hundred. */
const MOST_LOST = 0.015;

type Linears = Pick<RankerModel, 'common' | 'overlooked'>;

/** A model learnt from examples, drawn towards one learnt elsewhere; without examples it is that one. */
export function trained({ names, list }: Examples, prior: RankerModel | null): RankerModel {
  if (list.length === 0) {
    if (prior) return prior;
    throw new Error('There is nothing to learn from: no project has members enough to ask about.');
  }
  const linears = fitted(names, list, prior);
  const unseen = scoredUnseen(names, list, linears, prior);
  const model: RankerModel = {
    names,
    ...linears,
    commonChance: chanceOf('common', unseen, prior?.commonChance),
    overlookedChance: chanceOf('overlooked', unseen, prior?.overlookedChance),
    seldomWanted: lineThrough(list.map(({ room, seldomWanted }) => [room, Math.log1p(seldomWanted)])),
    worthOfSeldom: 0,
  };
  const ways = unseen.flatMap(({ examples: some, by }) => some.map((example) => waysFor({ ...model, ...by }, example, PLACES)));
  return { ...model, worthOfSeldom: worthThatCosts(MOST_LOST, ways) };
}

function fitted(names: readonly string[], list: readonly Example[], prior: RankerModel | null): Linears {
  const width = names.length;
  const fit = (choices: readonly Choice[], before: LinearModel | undefined) =>
    fitConditionalLogit(choices, width, {
      l2: L2,
      prior: before && Float64Array.from(names, (name) => before.weights[prior!.names.indexOf(name)] ?? 0),
    });
  return {
    common: fit(list, prior?.common),
    overlooked: fit(
      list.map((example) => seldomOnly(example, width)),
      prior?.overlooked,
    ),
  };
}

/** The part of a choice that is among those seldom found. */
function seldomOnly({ features, right, seldom }: Example, width: number): Choice {
  const places = [...seldom.keys()].filter((place) => seldom[place] === 1);
  const part = new Float32Array(places.length * width);
  places.forEach((place, at) => part.set(features.subarray(place * width, (place + 1) * width), at * width));
  const rightOnes = new Set(right);
  return { features: part, right: places.flatMap((place, at) => (rightOnes.has(place) ? [at] : [])) };
}

/** Examples, and weights that were not fitted to them. */
interface Unseen {
  examples: readonly Example[];
  by: Linears;
}

/**
 * Each half of the folds of the first parting with weights from the other half: a model believes too much of what it was fitted to, and
 * chances learnt there would be too high. With too few examples the weights of all.
 */
function scoredUnseen(names: readonly string[], list: readonly Example[], linears: Linears, prior: RankerModel | null): Unseen[] {
  const halves = [0, 1].map((half) => list.filter(({ parting, fold }) => parting <= 1 && fold % 2 === half));
  if (halves.some((half) => half.length === 0)) return [{ examples: list, by: linears }];
  return halves.map((examples, at) => ({ examples, by: fitted(names, halves[1 - at]!, prior) }));
}

/** How probable it is that a candidate is right, learnt where the scores were not. */
function chanceOf(which: keyof Linears, unseen: readonly Unseen[], prior: readonly number[] | undefined): number[] {
  const cases = unseen.flatMap(({ examples, by }) => examples.flatMap((example) => casesOf(example, by[which], which === 'overlooked')));
  return fitLogistic(cases, { l2: L2_OF_CHANCES, prior: prior ?? [0, 1, 1] });
}

function casesOf({ features, right, seldom, room }: Example, linear: LinearModel, among: boolean): Case[] {
  const rightOnes = new Set(right);
  return firstOf(linear, features, among ? seldom : null).map(({ candidate, logShare }) => ({
    observed: [1, logShare, room],
    cameTrue: rightOnes.has(candidate),
  }));
}

/** Constant and slope of the line of least squares. */
function lineThrough(points: readonly (readonly [number, number])[]): [number, number] {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const square = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  const slope = square < 1e-9 ? 0 : points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / square;
  return [y - slope * x, slope];
}
