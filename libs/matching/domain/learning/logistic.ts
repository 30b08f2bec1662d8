import { minimised } from './lbfgs';

/** Something that was observed, and whether it came true. */
export interface Case {
  observed: readonly number[];
  cameTrue: boolean;
}

/** Weights of a logistic regression (Berkson 1944), with a ridge towards `prior`; without cases the prior itself. */
export function fitLogistic(cases: readonly Case[], { l2, prior }: { l2: number; prior: readonly number[] }): number[] {
  const slope = (weights: Float64Array, gradient: Float64Array) => {
    let loss = 0;
    prior.forEach((centre, at) => {
      const away = weights[at]! - centre;
      gradient[at] = l2 * away;
      loss += (l2 / 2) * away * away;
    });
    for (const { observed, cameTrue } of cases) {
      const score = observed.reduce((sum, value, at) => sum + value * weights[at]!, 0);
      const off = logistic(score) - (cameTrue ? 1 : 0);
      // ln(1 + e^score) without overflow.
      loss += Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score))) - (cameTrue ? score : 0);
      observed.forEach((value, at) => (gradient[at]! += off * value));
    }
    return loss;
  };
  return [...minimised(slope, Float64Array.from(prior), { tolerance: 1e-2 })];
}

/** 1 / (1 + e^−score). */
export function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** ln(p / (1 − p)), for what is nearly sure or impossible as for one in a million. */
export function logOdds(chance: number): number {
  const inside = Math.min(1 - 1e-6, Math.max(1e-6, chance));
  return Math.log(inside / (1 - inside));
}
