/** One that may get a place, as the list sees it. */
export interface Placeable {
  id: string;
  /** What the list goes by. */
  score: number;
  /** What the places kept for those seldom found go by; null for whoever is found anyway. */
  overlookedScore: number | null;
}

/** So many places of a list are kept for those seldom found: none where there is one, one of three to five, two of more. */
export function seldomPlacesOf(limit: number): number {
  return limit < 2 ? 0 : limit <= 5 ? 1 : 2;
}

/**
 * The best of a list, with at least so many of those seldom found, where there are such: for each one missing, the last of the others gives its
 * place to the best of them by `overlookedScore`, at the end. Whose scores rise never goes down, and in whatever order they come the list is the same.
 */
export function withOverlooked<One extends Placeable>(all: readonly One[], limit: number, places: number): { one: One; kept: boolean }[] {
  const byScore = (score: (one: One) => number) => (a: One, b: One) => score(b) - score(a) || (a.id < b.id ? -1 : 1);
  const sorted = [...all].sort(byScore(({ score }) => score));
  const first = sorted.slice(0, limit);
  const isSeldom = ({ overlookedScore }: One) => overlookedScore !== null;
  const missing = Math.max(0, places - first.filter(isSeldom).length);
  const overlooked = sorted
    .slice(limit)
    .filter(isSeldom)
    .sort(byScore(({ overlookedScore }) => overlookedScore!))
    .slice(0, missing);
  const others = first.filter((one) => !isSeldom(one));
  const leaving = new Set(others.slice(others.length - overlooked.length));
  return [
    ...first.filter((one) => !leaving.has(one)).map((one) => ({ one, kept: false })),
    ...overlooked.map((one) => ({ one, kept: true })),
  ];
}
