/** How far two sets of themes agree: shared / √(|a|·|b|), 0 to 1 (cosine of sets, Ochiai 1957); 0 when one is empty. */
export function themeOverlap(a: readonly string[], b: readonly string[]): number {
  const other = new Set(b);
  const shared = new Set(a.filter((theme) => other.has(theme))).size;
  return shared === 0 ? 0 : shared / Math.sqrt(new Set(a).size * other.size);
}
