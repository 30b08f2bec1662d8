import { minimised } from '../learning/lbfgs';
import type { NeedsData } from './needs-data';
import type { Row } from './signal-rows';

/** The offers of one need: scaled signals, offer by offer, and the share of all that fits which each has. */
interface List {
  signals: Float64Array;
  wanted: Float64Array;
}

/**
 * Weights, none negative, that make the offers that fit most probable among all offers of a need: softmax over the
 * offers, the judged ones wanted in proportion to 2^grade − 1 (ListNet's top-one loss, Cao et al. 2007), signals
 * scaled to standard deviation 1, ridge `l2` against weights that only fit these needs. A weight is the square of what is sought.
 */
export function fitListwise(
  data: Pick<NeedsData, 'judgements'>,
  needs: readonly string[],
  variants: readonly Map<string, Row[]>[],
  l2: number,
): number[] {
  const rows = variants.flatMap((variant) => needs.flatMap((need) => variant.get(need)!));
  const scale = rows[0]!.values.map((_, at) => deviation(rows.map(({ values }) => values[at]!)));
  const lists = variants.flatMap((variant) => needs.map((need) => listOf(variant.get(need)!, data.judgements[need]!, scale)));
  const slope = (roots: Float64Array, gradient: Float64Array) => {
    const weights = roots.map((root) => root * root);
    const byWeight = weights.map((weight) => l2 * variants.length * weight);
    let loss = weights.reduce((sum, weight) => sum + (l2 * variants.length * weight * weight) / 2, 0);
    for (const list of lists) loss += addLoss(list, weights, byWeight);
    roots.forEach((root, at) => (gradient[at] = 2 * root * byWeight[at]!));
    return loss;
  };
  const roots = minimised(slope, new Float64Array(scale.length).fill(0.7), { tolerance: 1e-2 });
  return [...roots].map((root, at) => (root * root) / scale[at]!);
}

function listOf(rows: readonly Row[], judged: Record<string, number>, scale: readonly number[]): List {
  const gains = rows.map(({ offer }) => 2 ** (judged[offer] ?? 0) - 1);
  const all = gains.reduce((a, b) => a + b);
  return {
    signals: Float64Array.from(rows.flatMap(({ values }) => values.map((value, at) => value / scale[at]!))),
    wanted: Float64Array.from(gains, (gain) => gain / all),
  };
}

/** Adds the slope by each weight; gives the loss. */
function addLoss({ signals, wanted }: List, weights: Float64Array, slope: Float64Array): number {
  const width = weights.length;
  const scores = wanted.map((_, row) => weights.reduce((sum, weight, at) => sum + weight * signals[row * width + at]!, 0));
  const highest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const total = Math.log(scores.reduce((sum, score) => sum + Math.exp(score - highest), 0)) + highest;
  let loss = 0;
  for (let row = 0; row < wanted.length; row++) {
    const logChance = scores[row]! - total;
    loss -= wanted[row]! * logChance;
    const off = Math.exp(logChance) - wanted[row]!;
    for (let at = 0; at < width; at++) slope[at]! += off * signals[row * width + at]!;
  }
  return loss;
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
}

/** Offer ids by falling weighted sum. */
export function rankBy(rows: readonly Row[], weights: readonly number[], excludedWeight = 0): string[] {
  const score = ({ values, excluded }: Row) => values.reduce((sum, value, at) => sum + value * weights[at]!, 0) + excludedWeight * excluded;
  return rows
    .map((row) => ({ offer: row.offer, score: score(row) }))
    .sort((a, b) => b.score - a.score || (a.offer < b.offer ? -1 : 1))
    .map(({ offer }) => offer);
}
