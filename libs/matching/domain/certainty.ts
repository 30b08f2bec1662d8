import type { Certainty } from './reasons';

/** Below this a similarity is what any two texts of a region have in common; from the bench, see the README. */
export const BACKGROUND = 0.02;

/**
 * How probable it is that an offer really helps, from two observations: how much of what is asked it says, and how far
 * it stands out from the sixth best of the same question. A logistic regression on the judged needs, asked as a whole
 * and line by line; the coefficients are printed by `bench/fit-certainty.ts`, rounded here.
 */
const WORDS = { constant: -3.43, score: 1.01, asked: 1.01, prominence: 0.89 };
/** The same where meanings are compared, too. */
const MEANING = { constant: -2.02, score: 2.03, asked: 0.51, prominence: 3.39 };
const MODELS = { WORDS, MEANING };

export interface Observed {
  /** What the score was made of: words and themes, or meanings, too. */
  kind: keyof typeof MODELS;
  /** Similarity, themes included. */
  score: number;
  /** How much the question says (`LexicalHit.asked`). */
  asked: number;
  /** Score of the sixth best answer to the same question; 0 when there are fewer. */
  sixth: number;
}

/** The estimated share of such suggestions that help, 0 to 1. */
export function probabilityOfFit({ kind, score, asked, sixth }: Observed): number {
  if (score <= 0 || asked <= 0) return 0;
  const model = MODELS[kind];
  const prominence = Math.log(score / Math.max(sixth, BACKGROUND));
  const sum = model.constant + model.score * Math.log(score) + model.asked * Math.log(asked) + model.prominence * prominence;
  return 1 / (1 + Math.exp(-sum));
}

/** From which estimated probability on a suggestion is called so. */
export const LEAST_PROBABILITY: Record<Certainty, number> = { WELL_FOUNDED: 0.33, POSSIBLE: 0.2, ATTEMPT: 0.08 };

/** How much of what is asked was found: the longer a need is told, the less of it any offer says; the root evens that out. */
export function foundOf({ score, asked }: Pick<Observed, 'score' | 'asked'>): number {
  return score * Math.sqrt(asked);
}

/** So much is found for nineteen of twenty needs that somebody can meet, from `bench/fit-certainty.ts` by both files of needs. */
export const LEAST_FOUND: Record<Observed['kind'], number> = { WORDS: 0.44, MEANING: 2.3 };

/** What says less than this is a single line. */
const LINE_WORTH = 25;

/** Whether the best answer to a stated need is an answer at all. A single line says too little for this, and is judged by certainty only. */
export function isAnswered(observed: Observed): boolean {
  return observed.asked < LINE_WORTH || foundOf(observed) >= LEAST_FOUND[observed.kind];
}

/** The certainty for an estimated probability, null when it is not worth a suggestion. */
export function certaintyOf(probability: number): Certainty | null {
  if (probability >= LEAST_PROBABILITY.WELL_FOUNDED) return 'WELL_FOUNDED';
  if (probability >= LEAST_PROBABILITY.POSSIBLE) return 'POSSIBLE';
  return probability >= LEAST_PROBABILITY.ATTEMPT ? 'ATTEMPT' : null;
}
