import { minimised } from './lbfgs';

/** One choice: candidates with their features, and which of them were right. */
export interface Choice {
  /** Candidate by candidate, as many features as the model has weights. */
  features: Float32Array;
  /** Places of the right candidates; a choice without any says nothing. */
  right: readonly number[];
}

/** A linear score of standardised features. */
export interface LinearModel {
  means: Float64Array;
  deviations: Float64Array;
  weights: Float64Array;
}

/** How a model is fitted. */
export interface FitOptions {
  /** Ridge on the difference of the standardised weights from `prior`, or from zero. */
  l2: number;
  /** What is thought of the weights before anything is seen. */
  prior?: Float64Array;
}

/**
 * Weights under which the right candidates are the probable ones: a softmax over the candidates of each choice (McFadden 1974; as a ranker
 * ListNet, Cao et al. 2007) with a ridge. A right candidate counts one over the root of how many of its choice are right.
 */
export function fitConditionalLogit(choices: readonly Choice[], width: number, { l2, prior }: FitOptions): LinearModel {
  const standard = standardOf(choices, width);
  const centre = prior ?? new Float64Array(width);
  const slope = (weights: Float64Array, gradient: Float64Array) =>
    lossOf(choices, { ...standard, weights }, gradient) + addRidge(weights, centre, l2, gradient);
  return { ...standard, weights: minimised(slope, centre, { tolerance: 1e-2 }) };
}

/** Minus the weighted log-likelihood of the right candidates; writes its gradient by the standardised weights. */
export function lossOf(choices: readonly Choice[], model: LinearModel, gradient: Float64Array): number {
  const width = model.weights.length;
  gradient.fill(0);
  let loss = 0;
  for (const { features, right } of choices) {
    if (right.length === 0) continue;
    const worth = 1 / Math.sqrt(right.length);
    const off = chancesOf(scoresOf(model, features));
    for (const place of right) loss -= worth * Math.log(off[place]!);
    for (let place = 0; place < off.length; place++) off[place]! *= worth * right.length;
    for (const place of right) off[place]! -= worth;
    for (let place = 0; place < off.length; place++) {
      const from = place * width;
      for (let at = 0; at < width; at++) gradient[at]! += off[place]! * features[from + at]!;
    }
  }
  // The means fall out: what is off adds up to nothing within a choice.
  for (let at = 0; at < width; at++) gradient[at]! /= model.deviations[at]!;
  return loss;
}

/** Score of each candidate. */
export function scoresOf({ means, deviations, weights }: LinearModel, features: Float32Array): Float64Array {
  const width = weights.length;
  const scaled = weights.map((weight, at) => weight / deviations[at]!);
  const shift = scaled.reduce((sum, weight, at) => sum + weight * means[at]!, 0);
  const scores = new Float64Array(features.length / width);
  for (let place = 0; place < scores.length; place++) {
    let sum = -shift;
    const from = place * width;
    for (let at = 0; at < width; at++) sum += scaled[at]! * features[from + at]!;
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

function addRidge(weights: Float64Array, centre: Float64Array, l2: number, gradient: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) {
    const away = weights[at]! - centre[at]!;
    gradient[at]! += l2 * away;
    sum += (l2 / 2) * away * away;
  }
  return sum;
}

function standardOf(choices: readonly Choice[], width: number): { means: Float64Array; deviations: Float64Array } {
  const means = new Float64Array(width);
  const squares = new Float64Array(width);
  const rows = choices.reduce((sum, { features }) => sum + features.length / width, 0) || 1;
  eachValue(choices, width, (value, at) => (means[at]! += value / rows));
  eachValue(choices, width, (value, at) => (squares[at]! += (value - means[at]!) ** 2 / rows));
  return { means, deviations: squares.map((square) => (square > 1e-12 ? Math.sqrt(square) : 1)) };
}

function eachValue(choices: readonly Choice[], width: number, take: (value: number, at: number) => void): void {
  for (const { features } of choices) for (let place = 0; place < features.length; place++) take(features[place]!, place % width);
}
