import type { Network } from './network';
import { times, type Rows } from './rows';

/** Who did something together with whom, once, whatever how often. */
export function neighboursIn({ members, projectsOf, degrees }: Network): Rows {
  const size = degrees.length;
  const last = new Int32Array(size).fill(-1);
  const start = new Int32Array(size + 1);
  const found: number[] = [];
  for (let actor = 0; actor < size; actor++) {
    last[actor] = actor;
    for (let entry = projectsOf.start[actor]!; entry < projectsOf.start[actor + 1]!; entry++) {
      const project = projectsOf.at[entry]!;
      for (let place = members.start[project]!; place < members.start[project + 1]!; place++) {
        const other = members.at[place]!;
        if (last[other] === actor) continue;
        last[other] = actor;
        found.push(other);
      }
    }
    start[actor + 1] = found.length;
  }
  return { start, at: Int32Array.from(found) };
}

/** What a common neighbour counts by its number of partners. */
export type NeighbourWorth = (partners: number) => number;

/** Newman 2001: each one counts the same. */
export const commonNeighbour: NeighbourWorth = () => 1;
/** Adamic & Adar 2003: 1 / ln(partners). */
export const adamicAdarWorth: NeighbourWorth = (partners) => 1 / Math.log(Math.max(2, partners));
/** Zhou, Lü & Zhang 2009: 1 / partners, what it has is parted among all. */
export const resourceAllocationWorth: NeighbourWorth = (partners) => 1 / Math.max(1, partners);

/** For each actor the worth of the neighbours it has in common with the seeds; `from` holds what each seed counts. */
export function sharedNeighbours(neighbours: Rows, from: Float64Array, worth: NeighbourWorth): Float64Array {
  const between = times(neighbours, from);
  return times(
    neighbours,
    between.map((share, actor) => (share === 0 ? 0 : share * worth(neighbours.start[actor + 1]! - neighbours.start[actor]!))),
  );
}
