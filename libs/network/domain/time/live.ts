import type { Id } from '@knotenpunkt/kernel';
import type { NetworkOverview } from '../columns/network-overview';

/** What a newer network has that the one before had not, as places in the newer one. */
export interface Arrivals {
  actors: number[];
  ties: number[];
}

/** Larger networks are not compared on the thread that draws. */
const MOST_COMPARED = 200_000;

/** Who and what came from one state of today's network to the next; of another day, or of a huge network, nothing. */
export function arrivalsBetween(before: NetworkOverview, after: NetworkOverview): Arrivals {
  const none = { actors: [], ties: [] };
  if (before === after || before.asOf !== after.asOf || after.tieCount > MOST_COMPARED) return none;
  const placeBefore = Int32Array.from(after.columns.actors.ids, (id: Id) => before.placeOf(id));
  const actors = [...placeBefore.keys()].filter((place) => placeBefore[place] === -1);
  const known = new Set<number>();
  const key = (one: number, other: number) => Math.min(one, other) * before.actorCount + Math.max(one, other);
  before.columns.ties.a.forEach((one, tie) => known.add(key(one, before.columns.ties.b[tie]!)));
  const ties: number[] = [];
  after.columns.ties.a.forEach((a, tie) => {
    const [one, other] = [placeBefore[a]!, placeBefore[after.columns.ties.b[tie]!]!];
    if (one < 0 || other < 0 || !known.has(key(one, other))) ties.push(tie);
  });
  return { actors, ties };
}
