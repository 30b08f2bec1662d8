import type { Grade } from '@knotenpunkt/kernel';

export { radiusOf, type Point, type Rect } from '@knotenpunkt/kernel';

/** An actor in the picture. `x` and `y` come from the server in any unit; only their proportions count. */
export interface NetworkNode {
  id: string;
  label: string;
  /** Kind of actor, as the server names it. */
  kind: string;
  x: number;
  y: number;
  /** Number of ties, of all of them and not only those in view. */
  degree: number;
  community: string | null;
}

/** A tie between two actors. At most one for each pair and grade. */
export interface NetworkTie {
  a: string;
  b: string;
  grade: Grade;
  /** 0 and above; only said, not drawn. */
  strength?: number;
  /** How many shared acts the tie comes from. */
  sources?: number;
}

export interface NetworkCommunity {
  id: string;
  name: string;
}

/** The key of an unordered pair. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** The pairs of neighbours along a path. */
export function pairsOf(path: readonly string[]): Set<string> {
  const pairs = new Set<string>();
  for (let index = 1; index < path.length; index++) pairs.add(pairKey(path[index - 1]!, path[index]!));
  return pairs;
}
