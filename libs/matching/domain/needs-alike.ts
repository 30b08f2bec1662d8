import { NO_AIMS } from './aims';
import type { LexicalHit } from './lexical-index';
import { scoreOf, type FitSignals } from './meaning/score';

/** Another need with how it compares, both ways. */
export interface ComparedNeed {
  hit: LexicalHit;
  signals: FitSignals;
  /** How much of this need the other one, taken as the question, finds here. */
  back: number;
}

/**
 * From which likeness on two needs ask for the same, and what the likeness then counts. Nobody has judged that; set by reading the pairs that
 * `bench/alike-needs.ts` finds (README, "Measured").
 */
const ALIKE = { WORDS: { least: 0.2, worth: 1 }, MEANING: { least: 0.5, worth: 0.4 } } as const;

/**
 * How far two needs ask for the same, 0 to 1; null where they do not. By words both ways, since a long need says everything a short one
 * does and not the reverse; by meaning as a need and an offer are compared. The same from both sides.
 */
export function alikeness({ hit, signals, back }: ComparedNeed): number | null {
  const { least, worth } = signals.meaning ? ALIKE.MEANING : ALIKE.WORDS;
  const words = Math.sqrt(Math.max(0, hit.similarity) * Math.max(0, back));
  const score = signals.meaning ? scoreOf({ ...signals, words, aims: NO_AIMS }) : words;
  return score >= least ? Math.min(1, score * worth) : null;
}
