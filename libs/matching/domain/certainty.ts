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

/** What certainty is estimated by. Only the constant may be below 0: who meets a need better is never less certain for it. */
export type CertaintyModels = Record<'WORDS' | 'MEANING', typeof WORDS>;
/** As the bench taught; a region with outcomes of its own has others (`outcomes/`). */
export const SHIPPED_CERTAINTY: CertaintyModels = { WORDS, MEANING };

export interface Observed {
  /** What the score was made of: words and themes, or meanings, too. */
  kind: keyof CertaintyModels;
  /** Similarity, themes included. */
  score: number;
  /** How much the question says (`LexicalHit.asked`). */
  asked: number;
  /** Score of the sixth best answer to the same question; 0 when there are fewer. */
  sixth: number;
}

/** The estimated share of such suggestions that help, 0 to 1. */
export function probabilityOfFit(observed: Observed, models: CertaintyModels = SHIPPED_CERTAINTY): number {
  if (observed.score <= 0 || observed.asked <= 0) return 0;
  const model = models[observed.kind];
  const { score, asked, prominence } = certaintyTerms(observed);
  const sum = model.constant + model.score * score + model.asked * asked + model.prominence * prominence;
  return 1 / (1 + Math.exp(-sum));
}

/** What the weights of a model are multiplied with, of an observation above 0. */
export function certaintyTerms({ score, asked, sixth }: Observed): Record<'score' | 'asked' | 'prominence', number> {
  return { score: Math.log(score), asked: Math.log(asked), prominence: Math.log(score / Math.max(sixth, BACKGROUND)) };
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
