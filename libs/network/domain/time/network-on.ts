import { OPEN_END, toDay, type LocalDate } from '@knotenpunkt/kernel';
import type { NetworkColumns } from '../columns/network-columns';
import { NetworkOverview } from '../columns/network-overview';
import { tiesOn, type NetworkPast } from '../columns/past';

/**
 * The network as it was at the end of a day: the same actors and places, the ties there were, as well founded as they were then.
 * What had ended stays, as it does today. Strengths are those of today: the past does not carry what faded since.
 */
export function networkOn(today: NetworkOverview, past: NetworkPast, day: LocalDate): NetworkOverview {
  if (day >= today.asOf) return today;
  const { columns } = today;
  const placeOf = Int32Array.from(past.ids, (id) => today.placeOf(id));
  const strengthOf = strengths(today);
  const found = tiesOn(past, day);
  const on = toDay(day);
  const [a, b, grade, strength, since, until, sources]: number[][] = [[], [], [], [], [], [], []];
  const degree = new Uint32Array(today.actorCount);
  found.tie.forEach((tie, index) => {
    const [one, other] = [placeOf[past.a[tie]!]!, placeOf[past.b[tie]!]!];
    if (one < 0 || other < 0) return;
    const footing = footingOn(past, tie, on);
    a!.push(Math.min(one, other));
    b!.push(Math.max(one, other));
    grade!.push(found.grade[index]!);
    strength!.push(strengthOf(one, other));
    since!.push(footing.since);
    until!.push(footing.until);
    sources!.push(footing.count);
    degree[one]!++;
    degree[other]!++;
  });
  const then: NetworkColumns = {
    ...columns,
    asOf: day,
    actors: { ...columns.actors, degree },
    ties: {
      a: Uint32Array.from(a!),
      b: Uint32Array.from(b!),
      grade: Uint8Array.from(grade!),
      strength: Float32Array.from(strength!),
      since: Int32Array.from(since!),
      until: Int32Array.from(until!),
      sources: Uint16Array.from(sources!),
    },
  };
  return new NetworkOverview(then);
}

/** What of a tie had begun by a day. */
function footingOn({ end, since, until }: NetworkPast, tie: number, on: number) {
  const footing = { since: OPEN_END, until: 0, count: 0 };
  for (let entry = tie === 0 ? 0 : end[tie - 1]!; entry < end[tie]!; entry++) {
    if (since[entry]! > on) continue;
    footing.since = Math.min(footing.since, since[entry]!);
    // Nobody knew on that day when it would end.
    footing.until = Math.max(footing.until, until[entry]! >= on ? OPEN_END : until[entry]!);
    footing.count++;
  }
  return footing;
}

const strengthsOf = new WeakMap<NetworkOverview, ReadonlyMap<number, number>>();

/** How strong two are tied today, by their places; 0 where they are not. Made once, since a film asks for many days. */
function strengths(today: NetworkOverview): (one: number, other: number) => number {
  const { actorCount } = today;
  let known = strengthsOf.get(today);
  if (!known) {
    const { a, b, strength } = today.columns.ties;
    known = new Map(Array.from(a, (one, tie) => [one * actorCount + b[tie]!, strength[tie]!]));
    strengthsOf.set(today, known);
  }
  return (one, other) => known.get(Math.min(one, other) * actorCount + Math.max(one, other)) ?? 0;
}
