import { SHIPPED_CERTAINTY, type CertaintyModels } from '../certainty';
import { logistic, logOdds } from '../learning/logistic';
import { CLUES, SHIPPED_TRUST, type Trust } from '../partner-fit';

/** What suggestions are weighed by: as shipped, or as a region's outcomes taught. */
export interface Weights {
  certainty: CertaintyModels;
  trust: Trust;
}

export const SHIPPED_WEIGHTS: Weights = { certainty: SHIPPED_CERTAINTY, trust: SHIPPED_TRUST };

/** From so many outcomes of its own on, and so small an error, a region is told percentages. */
export const PERCENT = { outcomes: 200, error: 0.05 } as const;

/** What a region's outcomes taught. */
export interface Learned {
  weights: Weights;
  /** How much oftener or more seldom something comes of suggestions here than their clues say, in log-odds. */
  base: number;
  /** Outcomes that spoke for a match, and against one. */
  counts: { came: number; not: number };
  /** Measured on outcomes that were not learned from. */
  calibrationError: number;
}

/** Whether this region's estimates may be told as percentages. */
export function tellsPercent({ counts, calibrationError }: Pick<Learned, 'counts' | 'calibrationError'>): boolean {
  return counts.came + counts.not >= PERCENT.outcomes && calibrationError <= PERCENT.error;
}

/** Of a hundred such suggestions something comes of about so many, in steps of five; null where that may not be told. */
export function percentOf(learned: Learned | null, score: number): number | null {
  if (learned === null || !tellsPercent(learned)) return null;
  const share = logistic(logOdds(score) + learned.base);
  return Math.min(95, Math.max(5, 5 * Math.round(20 * share)));
}

/** What counts more or less than as shipped, as a factor. */
export interface WeightChange {
  part: 'WORDS' | 'MEANING' | 'CLUES';
  name: string;
  factor: number;
}

/** Changes smaller than this are not worth a word. */
const WORTH_TELLING = 1.05;

/** What a region's outcomes changed, the largest first. */
export function changesOf({ certainty, trust }: Weights): WeightChange[] {
  const all: WeightChange[] = CLUES.map((name) => ({ part: 'CLUES' as const, name, factor: trust[name] / SHIPPED_TRUST[name] }));
  for (const part of ['WORDS', 'MEANING'] as const) {
    for (const name of ['score', 'asked', 'prominence'] as const)
      all.push({ part, name, factor: certainty[part][name] / SHIPPED_CERTAINTY[part][name] });
  }
  const size = ({ factor }: WeightChange) => Math.abs(Math.log(factor));
  return all.filter((change) => size(change) >= Math.log(WORTH_TELLING)).sort((a, b) => size(b) - size(a));
}
