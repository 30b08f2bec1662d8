/** How strong a tie, or one reason of it, was while it ran, and how strong it is on the day told. */
export interface Strengths {
  strength: number;
  runningStrength: number;
}

/** The part of its strength that a tie lost since it ended: 0 while all of it runs, nearly 1 when next to nothing is left. */
export function fadedBy({ strength, runningStrength }: Strengths): number {
  if (runningStrength <= 0) return 0;
  return Math.min(1, Math.max(0, 1 - strength / runningStrength));
}

/** How faded, in words: not at all, a little (to a fifth), partly (to a half), mostly, or almost gone (from nine tenths on). */
export function fadingWord(faded: number): 'none' | 'little' | 'partly' | 'mostly' | 'almost' {
  if (faded < 0.005) return 'none';
  if (faded <= 0.2) return 'little';
  if (faded <= 0.5) return 'partly';
  return faded < 0.9 ? 'mostly' : 'almost';
}
