import type { NeedsData } from './needs-data';
import type { Row } from './signal-rows';

const STEPS = 1500;
/** Larger steps overshoot: the signals rise and fall together. */
const STEP = 0.15;

/**
 * Weights, none negative, that make the offers that fit most probable among all offers of a need: softmax over the
 * offers, the judged ones wanted in proportion to 2^grade − 1 (ListNet's top-one loss, Cao et al. 2007), signals
 * scaled to standard deviation 1, ridge `l2` against weights that only fit these needs.
 */
export function fitListwise(data: NeedsData, needs: readonly string[], variants: readonly Map<string, Row[]>[], l2: number): number[] {
  const lists = variants.flatMap((rows) => needs.map((need) => ({ need, rows: rows.get(need)! })));
  const all = lists.flatMap(({ rows }) => rows);
  const width = all[0]!.values.length;
  const scale = Array.from({ length: width }, (_, at) => deviation(all.map(({ values }) => values[at]!)));
  let weights = scale.map(() => 0.5);
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight) => -l2 * variants.length * weight);
    for (const { need, rows } of lists) addSlope(slope, data.judgements[need]!, rows, weights, scale);
    weights = weights.map((weight, at) => Math.max(0, weight + (STEP / lists.length) * slope[at]!));
  }
  return weights.map((weight, at) => weight / scale[at]!);
}

function addSlope(
  slope: number[],
  judged: Record<string, number>,
  rows: readonly Row[],
  weights: readonly number[],
  scale: readonly number[],
): void {
  const scores = rows.map(({ values }) => values.reduce((sum, value, at) => sum + (weights[at]! * value) / scale[at]!, 0));
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((a, b) => a + b);
  const gains = rows.map(({ offer }) => 2 ** (judged[offer] ?? 0) - 1);
  const gain = gains.reduce((a, b) => a + b);
  rows.forEach(({ values }, row) => {
    const missing = gains[row]! / gain - powers[row]! / sum;
    values.forEach((value, at) => (slope[at]! += (missing * value) / scale[at]!));
  });
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
