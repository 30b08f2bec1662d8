import type { Id } from '@knotenpunkt/kernel';
import type { ListedActor } from './listed-actors';

/** Of some ties those between two of these actors: which they are, and the places of their ends in the list. */
export function listedTies(
  actors: readonly ListedActor[],
  { a, b }: { a: readonly Id[]; b: readonly Id[] },
): { which: number[]; a: Uint32Array; b: Uint32Array } {
  const at = new Map(actors.map(({ id }, place) => [id, place]));
  const which = [...a.keys()].filter((tie) => at.has(a[tie]!) && at.has(b[tie]!));
  const placesOf = (ends: readonly Id[]) => Uint32Array.from(which, (tie) => at.get(ends[tie]!)!);
  return { which, a: placesOf(a), b: placesOf(b) };
}
