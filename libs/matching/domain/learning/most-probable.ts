import { minimised } from './lbfgs';
import { logistic } from './logistic';

/** Something that was observed, whether it came true, and how much that says. */
export interface WeightedCase<What> {
  what: What;
  cameTrue: boolean;
  weight: number;
}

/** A model after moves away from what was held before: the log-odds of a case; writes their slopes by each move into the last argument. */
export type Moved<What> = (moves: Float64Array) => (what: What, slopes: Float64Array) => number;

/**
 * The most probable moves (maximum a posteriori) of a model away from what was held before, given cases; each move is held to be normally
 * distributed around 0 with its spread (MacKay 1992, Bayesian interpolation). Without cases nothing moves.
 */
export function mostProbable<What>(cases: readonly WeightedCase<What>[], spreads: readonly number[], moved: Moved<What>): number[] {
  const slopes = new Float64Array(spreads.length);
  const slope = (moves: Float64Array, gradient: Float64Array) => {
    let loss = 0;
    spreads.forEach((spread, at) => {
      gradient[at] = moves[at]! / spread ** 2;
      loss += moves[at]! ** 2 / (2 * spread ** 2);
    });
    const logOddsOf = moved(moves);
    for (const { what, cameTrue, weight } of cases) {
      slopes.fill(0);
      const score = logOddsOf(what, slopes);
      // ln(1 + e^score) without overflow.
      loss += weight * (Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score))) - (cameTrue ? score : 0));
      const off = weight * (logistic(score) - (cameTrue ? 1 : 0));
      for (let at = 0; at < slopes.length; at++) gradient[at]! += off * slopes[at]!;
    }
    return loss;
  };
  return [...minimised(slope, new Float64Array(spreads.length), { tolerance: 1e-3 })];
}
