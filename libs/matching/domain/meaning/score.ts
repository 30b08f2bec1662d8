import type { AimSignals } from '../aims';
import type { MeaningSignals } from './meaning-space';

/** What speaks for an entry as the answer to a question; each 0 to 1. */
export interface FitSignals {
  /** The lexical measure. */
  words: number;
  /** How far the themes of both agree; they are ticked loosely. */
  themes: number;
  /** Whom it is for and who makes it. */
  aims: AimSignals;
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

/**
 * Fits give them between 0 and 0.03 (README, "Measured"): words and meanings say already whom something is for. They decide between
 * offers that are nearly alike, and are set by hand.
 */
export const AIM_WEIGHTS = { group: 0.005, kind: 0.02 } as const;

/** The likeness of any two texts of a region: what an entry counts with whose vector is still to come. */
export const USUAL_LIKENESS: MeaningSignals = { direction: 0.2, places: 0.22 };

/** How well an entry answers: the weighted sum of its signals. Compare scores with a meaning to scores with one only. */
export function scoreOf({ words, themes, aims, meaning }: FitSignals): number {
  const aimed = AIM_WEIGHTS.group * aims.group + AIM_WEIGHTS.kind * aims.kind;
  if (!meaning) return words + aimed + THEME_WEIGHT * themes;
  return (
    words +
    aimed +
    MEANING_WEIGHTS.direction * meaning.direction +
    MEANING_WEIGHTS.places * meaning.places +
    MEANING_WEIGHTS.themes * themes
  );
}
