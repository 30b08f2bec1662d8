/**
 * What a chance counts among suggestions: by the root of how often one took part, as in RP3β (Paudel et al. 2017). Whoever takes part in everything
 * is the likeliest partner of everybody, and found without being suggested. On the inner split the root costs no precision beside partners in common, more would.
 */
export function worthOfChance(chance: number, projects: number): number {
  return chance / Math.sqrt(Math.max(1, projects));
}
