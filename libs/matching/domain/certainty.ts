import type { Certainty } from './reasons';

/** Below this a similarity is what any two texts of a region have in common; from the bench, see the README. */
export const BACKGROUND = 0.02;

/**
 * How probable it is that an offer really helps, from two observations: how much of what is asked it says, and how far
 * it stands out from the sixth best of the same question. A logistic regression on the judged needs, asked as a whole
 * and line by line; the coefficients are printed by `bench/fit-certainty.ts`, rounded here.
 */
const MODEL = { constant: -3.43, matchedWorth: 1.01, prominence: 0.89 };

export interface Observed {
  /** Similarity, themes included. */
  score: number;
  /** How much the question says (`LexicalHit.asked`). */
  asked: number;
  /** Score of the sixth best answer to the same question; 0 when there are fewer. */
  sixth: number;
}

/** The estimated share of such suggestions that help, 0 to 1. */
export function probabilityOfFit({ score, asked, sixth }: Observed): number {
  if (score <= 0 || asked <= 0) return 0;
  const prominence = Math.log(score / Math.max(sixth, BACKGROUND));
  const sum = MODEL.constant + MODEL.matchedWorth * Math.log(score * asked) + MODEL.prominence * prominence;
  return 1 / (1 + Math.exp(-sum));
}

/** From which estimated probability on a suggestion is called so. */
export const LEAST_PROBABILITY: Record<Certainty, number> = { WELL_FOUNDED: 0.33, POSSIBLE: 0.2, ATTEMPT: 0.08 };

/** The certainty for an estimated probability, null when it is not worth a suggestion. */
export function certaintyOf(probability: number): Certainty | null {
  if (probability >= LEAST_PROBABILITY.WELL_FOUNDED) return 'WELL_FOUNDED';
  if (probability >= LEAST_PROBABILITY.POSSIBLE) return 'POSSIBLE';
  return probability >= LEAST_PROBABILITY.ATTEMPT ? 'ATTEMPT' : null;
}
