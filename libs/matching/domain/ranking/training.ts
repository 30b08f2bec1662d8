import { fitConditionalLogit, type Choice, type LinearModel } from '../learning/conditional-logit';
import { fitLogistic, logOdds, type Case } from '../learning/logistic';
import { thinned } from '../learning/thinned';
import type { Example, Examples } from './examples';
import { worthThatCosts } from './places';
import { firstOf, waysFor, type RankerModel } from './ranker';

/** Chosen on an inner split in time and on left-out topics together, see the report. */
const L2 = { weights: 150, turns: 300 };
/** The ridge towards weights learnt elsewhere. On 80 questions of the invented region 10 and 150 find more than those weights, too, and 30 most. */
const OWN_L2 = 30;
/** Of those questions so many of the wrong are learnt from, and no longer than it matters: a region is read while people wait. */
const OWN_OTHERS = 40;
const OWN_TOLERANCE = 1;
/** So many of the wrong candidates of a question are learnt from: a third of the time for the same weights. */
const OTHERS = 150;
const L2_OF_CHANCES = 1;
const PLACES = 10;
/** Through fewer points than this no line is drawn when one is known already. */
const FEW = 50;
/** The overlooked may cost two hits of a hundred. */
const MOST_LOST = 0.02;

export type Linears = Pick<RankerModel, 'common' | 'overlooked'>;

/** A model learnt from examples, drawn towards one learnt elsewhere; without examples it is that one. */
export function trained(examples: Examples, prior: RankerModel | null): RankerModel {
  const { names, list } = examples;
  if (list.length === 0) {
    if (prior) return prior;
    throw new Error('There is nothing to learn from: no project has members enough to ask about.');
  }
  const linears = fittedTo(examples, prior);
  const model: RankerModel = { names, ...linears, ...certaintiesOf(linears, judgedBy(examples), prior), worthOfSeldom: 0 };
  return {
    ...model,
    worthOfSeldom: worthThatCosts(
      MOST_LOST,
      judgedBy(examples).map((example) => waysFor(model, example, PLACES)),
    ),
  };
}

/**
 * By which questions chances are judged: those about the youngest projects, for what is asked comes later too. Where projects are left out
 * by topic, the overlooked are right twice as often as they are afterwards. With too few, the questions the weights were learnt from.
 */
function judgedBy({ list, later }: Examples): readonly Example[] {
  return later.length >= FEW ? later : list;
}

/** Some questions, with weights that were not learnt from them. */
export interface HeldOut {
  common: LinearModel;
  list: readonly Example[];
}

/**
 * A model learnt elsewhere, brought to a place: its common weights are drawn a little towards what that place's own questions say. Each part of a
 * parting of these is judged by weights learnt from its other parts, and so are the chances. Of the overlooked, who need more questions, only the
 * chances are learnt anew.
 */
export function broughtTo(
  partings: readonly (readonly (readonly Example[])[])[],
  prior: RankerModel,
): { model: RankerModel; heldOut: HeldOut[] } {
  const width = prior.names.length;
  const learnt = (list: readonly Example[]) =>
    fitConditionalLogit(
      list.map((example, seed) => thinned(example, width, { others: OWN_OTHERS, seed })),
      width,
      { l2: { weights: OWN_L2, turns: null }, prior: prior.common, tolerance: OWN_TOLERANCE },
    );
  const heldOut = partings.flatMap((parts) =>
    parts.map((list) => ({ list, common: learnt(parts.filter((other) => other !== list).flat()) })),
  );
  const common = heldOut.flatMap(({ common: linear, list }) => list.flatMap((example) => casesOf(example, linear, false)));
  const overlooked = partings.flat(2).flatMap((example) => casesOf(example, prior.overlooked, true));
  return {
    model: {
      ...prior,
      common: learnt(partings.flat(2)),
      commonChance: fitLogistic(common, { l2: L2_OF_CHANCES, prior: prior.commonChance }),
      overlookedChance: fitLogistic(overlooked, { l2: L2_OF_CHANCES, prior: prior.overlookedChance }),
    },
    heldOut,
  };
}

type Certainties = Pick<RankerModel, 'commonChance' | 'overlookedChance' | 'listChance' | 'seldomWanted'>;

function certaintiesOf(linears: Linears, judged: readonly Example[], prior: RankerModel | null): Certainties {
  const known = prior !== null && judged.length < FEW;
  const chances = {
    commonChance: chanceOf(linears.common, judged, { among: false, prior: prior?.commonChance }),
    overlookedChance: chanceOf(linears.overlooked, judged, { among: true, prior: prior?.overlookedChance }),
    seldomWanted: known ? prior.seldomWanted : lineThrough(judged.map(({ room, seldomWanted }) => [room, Math.log1p(seldomWanted)])),
  };
  const plain = { names: [], ...linears, ...chances, listChance: [0, 1], worthOfSeldom: 0 };
  return { ...chances, listChance: listChanceOf(plain, judged, prior?.listChance) };
}

/** The two linear scores alone. */
export function fittedTo({ names, list, turning }: Pick<Examples, 'names' | 'list' | 'turning'>, prior: RankerModel | null): Linears {
  const width = names.length;
  const fit = (choices: readonly Choice[], before: LinearModel | undefined) =>
    fitConditionalLogit(
      choices.map((choice, seed) => thinned(choice, width, { others: OTHERS, seed })),
      width,
      { l2: turning ? L2 : { ...L2, turns: null }, prior: before && reordered(before, prior!.names, names) },
    );
  return {
    common: fit(list, prior?.common),
    overlooked: fit(
      list.map((example) => seldomOnly(example, width)),
      prior?.overlooked,
    ),
  };
}

/** A model in another order of the features; those it does not know count nothing. */
function reordered(model: LinearModel, from: readonly string[], to: readonly string[]): LinearModel {
  const inOrder = (values: Float64Array, unknown: number) => Float64Array.from(to, (name) => values[from.indexOf(name)] ?? unknown);
  return {
    room: model.room,
    deviations: inOrder(model.deviations, 1),
    weights: inOrder(model.weights, 0),
    turns: inOrder(model.turns, 0),
  };
}

/** The part of a choice that is among those seldom found. */
function seldomOnly({ features, right, seldom, room }: Example, width: number): Choice {
  const places = [...seldom.keys()].filter((place) => seldom[place] === 1);
  const part = new Float32Array(places.length * width);
  places.forEach((place, at) => part.set(features.subarray(place * width, (place + 1) * width), at * width));
  const rightOnes = new Set(right);
  return { features: part, right: places.flatMap((place, at) => (rightOnes.has(place) ? [at] : [])), room };
}

/** How probable it is that a candidate is right. */
function chanceOf(
  linear: LinearModel,
  judged: readonly Example[],
  { among, prior }: { among: boolean; prior: readonly number[] | undefined },
): number[] {
  const cases = judged.flatMap((example) => casesOf(example, linear, among));
  return fitLogistic(cases, { l2: L2_OF_CHANCES, prior: prior ?? [0, 1, 1] });
}

/** How probable it is that anybody on a list is right. Whose chances are high together is wrong together, so lists promise less than their parts. */
function listChanceOf(model: RankerModel, judged: readonly Example[], prior: readonly number[] | undefined): number[] {
  const cases = judged.map((example): Case => {
    const [plain] = waysFor(model, example, PLACES);
    const onList = new Set(plain!.list.map(({ candidate }) => candidate));
    return { observed: [1, logOdds(plain!.hit)], cameTrue: example.right.some((candidate) => onList.has(candidate)) };
  });
  return fitLogistic(cases, { l2: L2_OF_CHANCES, prior: prior ?? [0, 1] });
}

function casesOf({ features, right, seldom, room }: Example, linear: LinearModel, among: boolean): Case[] {
  const rightOnes = new Set(right);
  return firstOf(linear, { features, room }, among ? seldom : null).map(({ candidate, logShare }) => ({
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
