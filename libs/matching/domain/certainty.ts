import type { Certainty } from './reasons';

/** Below this a similarity is what any two texts of a region have in common; from the bench, see the README. */
export const BACKGROUND = 0.02;

/**
 * How probable it is that an offer really helps, from three observations: how similar it is, how far it stands out
 * from the sixth best of the same question, and how far the themes agree. A logistic regression on the judged needs;
 * the coefficients are printed by `bench/fit-certainty.ts`, rounded here. Where no themes are known a regression
 * without them is used.
 */
const WITH_THEMES = { constant: 0.09, similarity: 1.07, prominence: 2.18, themes: 0.7 };
const WITHOUT_THEMES = { constant: 0.29, similarity: 1.06, prominence: 2.24, themes: 0 };

export interface Observed {
  similarity: number;
  /** Similarity of the sixth best answer to the same question; 0 when there are fewer. */
  sixth: number;
  /** 0 to 1, null when the question or the answer has no themes. */
  themes: number | null;
}

/** The estimated share of such suggestions that help, 0 to 1. */
export function probabilityOfFit({ similarity, sixth, themes }: Observed): number {
  if (similarity <= 0) return 0;
  const model = themes === null ? WITHOUT_THEMES : WITH_THEMES;
  const prominence = Math.log(similarity / Math.max(sixth, BACKGROUND));
  const score = model.constant + model.similarity * Math.log(similarity) + model.prominence * prominence + model.themes * (themes ?? 0);
  return 1 / (1 + Math.exp(-score));
}

/** From which estimated probability on a suggestion is called so. */
export const LEAST_PROBABILITY: Record<Certainty, number> = { WELL_FOUNDED: 0.45, POSSIBLE: 0.2, ATTEMPT: 0.1 };

/** The certainty for an estimated probability, null when it is not worth a suggestion. */
export function certaintyOf(probability: number): Certainty | null {
  if (probability >= LEAST_PROBABILITY.WELL_FOUNDED) return 'WELL_FOUNDED';
  if (probability >= LEAST_PROBABILITY.POSSIBLE) return 'POSSIBLE';
  return probability >= LEAST_PROBABILITY.ATTEMPT ? 'ATTEMPT' : null;
}
