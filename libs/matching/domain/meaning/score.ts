import type { MeaningSignals } from './meaning-space';

/** What speaks for an entry as the answer to a question; each 0 to 1. */
export interface FitSignals {
  /** The lexical measure. */
  words: number;
  /** How far the themes of both agree; they are ticked loosely. */
  themes: number;
  /** Null where there is no model, or no vector yet. */
  meaning: MeaningSignals | null;
}

/** Without a model themes decide between equals only. From `bench/fit-weights.ts`, rounded. */
export const THEME_WEIGHT = 0.04;

/**
 * Weights beside words (1), from `api/bench/fit-meaning.ts`, rounded. None is negative and nothing is scaled by what else there is: an
 * offer that meets a need better, by whichever measure, never ranks lower for it.
 */
export const MEANING_WEIGHTS = { direction: 0.29, places: 0.34, themes: 0.1 } as const;

/** The likeness of any two texts of a region: what an entry counts with whose vector is still to come. */
export const USUAL_LIKENESS: MeaningSignals = { direction: 0.2, places: 0.22 };

/** How well an entry answers: the weighted sum of its signals. Compare scores with a meaning to scores with one only. */
export function scoreOf({ words, themes, meaning }: FitSignals): number {
  if (!meaning) return words + THEME_WEIGHT * themes;
  return words + MEANING_WEIGHTS.direction * meaning.direction + MEANING_WEIGHTS.places * meaning.places + MEANING_WEIGHTS.themes * themes;
}
