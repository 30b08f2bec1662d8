import { GRADES, type Grade } from '@knotenpunkt/kernel';

/** Who is next to whom, as numbers: the neighbours of an actor lie side by side (compressed sparse rows), each once. */
export interface Links {
  /** `others[ends[n − 1] … ends[n])` are next to n. */
  ends: Uint32Array;
  others: Uint32Array;
  count: number;
}

/** The links that ties of these grades make. */
export function linksOf(
  count: number,
  { a, b, grade }: { a: ArrayLike<number>; b: ArrayLike<number>; grade: ArrayLike<number> },
  grades: readonly Grade[],
): Links {
  const counts = GRADES.map((each) => grades.includes(each));
  const ends = new Uint32Array(count);
  for (let tie = 0; tie < a.length; tie++) {
    if (!counts[grade[tie]!]) continue;
    ends[a[tie]!]!++;
    ends[b[tie]!]!++;
  }
  for (let actor = 1; actor < count; actor++) ends[actor]! += ends[actor - 1]!;
  const next = new Uint32Array(count);
  next.set(ends.subarray(0, Math.max(0, count - 1)), 1);
  const others = new Uint32Array(count === 0 ? 0 : ends[count - 1]!);
  for (let tie = 0; tie < a.length; tie++) {
    if (!counts[grade[tie]!]) continue;
    others[next[a[tie]!]!++] = b[tie]!;
    others[next[b[tie]!]!++] = a[tie]!;
  }
  return { ends, others, count };
}

/** Those next to an actor. */
export function nextTo({ ends, others }: Links, actor: number): Uint32Array {
  return others.subarray(actor === 0 ? 0 : ends[actor - 1]!, ends[actor]);
}

/** How many are next to an actor. */
export function linkCount({ ends }: Links, actor: number): number {
  return ends[actor]! - (actor === 0 ? 0 : ends[actor - 1]!);
}
