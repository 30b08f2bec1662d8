import { minimised } from './lbfgs';

/** One choice: candidates with their features, and which of them were right. */
export interface Choice {
  /** Candidate by candidate, as many features as the model has weights. */
  features: Float32Array;
  /** Places of the right candidates; a choice without any says nothing. */
  right: readonly number[];
  /** Under what it was made, as one number, such as how much was looked for. Weights may turn with it. */
  room: number;
}

/** A linear score of features whose weights turn with the room of the choice. */
export interface LinearModel {
  /** Standard deviation of each feature; weights and turns are by it. */
  deviations: Float64Array;
  weights: Float64Array;
  /** What a standard deviation more room adds to each weight. */
  turns: Float64Array;
  room: { mean: number; deviation: number };
}

/** How a model is fitted. */
export interface FitOptions {
  /** Ridge on the difference of the weights, and of the turns, from `prior`, or from zero; null: weights do not turn more than there. */
  l2: { weights: number; turns: number | null };
  /** What is thought of the model before anything is seen; deviations and room are taken from it as they are. */
  prior?: LinearModel;
  /** Length of the gradient at which the fit ends. */
  tolerance?: number;
}

/**
 * Weights under which the right candidates are the probable ones: a softmax over the candidates of each choice (McFadden 1974; as a ranker
 * ListNet, Cao et al. 2007; weights that vary with a circumstance: Hastie & Tibshirani 1993) with a ridge. A right candidate counts one over
 * the root of how many of its choice are right.
 */
export function fitConditionalLogit(choices: readonly Choice[], width: number, { l2, prior, tolerance = 1e-2 }: FitOptions): LinearModel {
  const { deviations, room } = prior ?? { deviations: deviationsOf(choices, width), room: standardRoom(choices) };
  const standard = { deviations, room };
  const centre = new Float64Array(2 * width);
  if (prior) centre.set([...prior.weights, ...prior.turns]);
  const slope = (point: Float64Array, gradient: Float64Array) =>
    lossOf(choices, { ...standard, ...parted(point) }, gradient) + addRidge(point, centre, l2, gradient);
  return { ...standard, ...parted(minimised(slope, centre, { tolerance })) };
}

/** Minus the weighted log-likelihood of the right candidates; writes its gradient by the weights, then by the turns. */
export function lossOf(choices: readonly Choice[], model: LinearModel, gradient: Float64Array): number {
  const width = model.weights.length;
  const here = new Float64Array(width);
  gradient.fill(0);
  let loss = 0;
  for (const { features, right, room } of choices) {
    if (right.length === 0) continue;
    const worth = 1 / Math.sqrt(right.length);
    const off = chancesOf(scoresOf(model, features, room));
    for (const place of right) loss -= worth * Math.log(off[place]!);
    for (let place = 0; place < off.length; place++) off[place]! *= worth * right.length;
    for (const place of right) off[place]! -= worth;
    here.fill(0);
    for (let place = 0; place < off.length; place++) {
      const from = place * width;
      for (let at = 0; at < width; at++) here[at]! += off[place]! * features[from + at]!;
    }
    const turn = turnAt(model, room);
    for (let at = 0; at < width; at++) {
      const byWeight = here[at]! / model.deviations[at]!;
      gradient[at]! += byWeight;
      gradient[width + at]! += turn * byWeight;
    }
  }
  return loss;
}

/** Score of each candidate, up to a constant of the choice. */
export function scoresOf(model: LinearModel, features: Float32Array, room: number): Float64Array {
  const turn = turnAt(model, room);
  const width = model.weights.length;
  const factors = model.weights.map((weight, at) => (weight + turn * model.turns[at]!) / model.deviations[at]!);
  const scores = new Float64Array(features.length / width);
  for (let place = 0; place < scores.length; place++) {
    let sum = 0;
    const from = place * width;
    for (let at = 0; at < width; at++) sum += factors[at]! * features[from + at]!;
    scores[place] = sum;
  }
  return scores;
}

/** Softmax. */
export function chancesOf(scores: Float64Array): Float64Array {
  const highest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function turnAt({ room: { mean, deviation } }: LinearModel, room: number): number {
  return (room - mean) / deviation;
}

function parted(point: Float64Array): Pick<LinearModel, 'weights' | 'turns'> {
  const width = point.length / 2;
  return { weights: point.slice(0, width), turns: point.slice(width) };
}

function addRidge(point: Float64Array, centre: Float64Array, l2: FitOptions['l2'], gradient: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < point.length; at++) {
    const away = point[at]! - centre[at]!;
    const ridge = at < point.length / 2 ? l2.weights : l2.turns;
    if (ridge === null) gradient[at] = 0;
    if (ridge === null) continue;
    gradient[at]! += ridge * away;
    sum += (ridge / 2) * away * away;
  }
  return sum;
}

function deviationsOf(choices: readonly Choice[], width: number): Float64Array {
  const means = new Float64Array(width);
  const squares = new Float64Array(width);
  const rows = choices.reduce((sum, { features }) => sum + features.length / width, 0) || 1;
  eachValue(choices, width, (value, at) => (means[at]! += value / rows));
  eachValue(choices, width, (value, at) => (squares[at]! += (value - means[at]!) ** 2 / rows));
  return squares.map((square) => (square > 1e-12 ? Math.sqrt(square) : 1));
}

function standardRoom(choices: readonly Choice[]): LinearModel['room'] {
  const mean = choices.reduce((sum, { room }) => sum + room, 0) / (choices.length || 1);
  const square = choices.reduce((sum, { room }) => sum + (room - mean) ** 2, 0) / (choices.length || 1);
  return { mean, deviation: square > 1e-12 ? Math.sqrt(square) : 1 };
}

function eachValue(choices: readonly Choice[], width: number, take: (value: number, at: number) => void): void {
  for (const { features } of choices) for (let place = 0; place < features.length; place++) take(features[place]!, place % width);
}
