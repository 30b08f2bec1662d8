import { GRADES, type Grade } from '@knotenpunkt/kernel';
import { adjacencyOf, type Adjacency } from '../columns/adjacency';

/** Who is next to whom by the ties that count, as numbers. */
export interface Links extends Pick<Adjacency, 'starts' | 'others'> {
  count: number;
}

/** The links that ties of these grades make. */
export function linksOf(
  count: number,
  ties: { a: ArrayLike<number>; b: ArrayLike<number>; grade: ArrayLike<number> },
  grades: readonly Grade[],
): Links {
  const counts = GRADES.map((each) => grades.includes(each));
  return { ...adjacencyOf(count, ties, (tie) => counts[ties.grade[tie]!]!), count };
}

/** Those next to an actor. */
export function nextTo({ starts, others }: Links, actor: number): Uint32Array {
  return others.subarray(starts[actor], starts[actor + 1]);
}

/** How many are next to an actor. */
export function linkCount({ starts }: Links, actor: number): number {
  return starts[actor + 1]! - starts[actor]!;
}
