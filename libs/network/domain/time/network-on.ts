import type { LocalDate } from '@knotenpunkt/kernel';
import type { NetworkColumns } from '../columns/network-columns';
import { NetworkOverview } from '../columns/network-overview';
import { placeFormer, withFormer } from '../columns/former';
import type { NetworkPast } from '../columns/past';
import { tiesOn } from '../columns/ties-on';

/**
 * The network as it was at the end of a day: the same actors and places, and those that another continues since; the ties there were, as well
 * founded and as strong as they were then. What had ended stays, faded, as it does today.
 */
export function networkOn(today: NetworkOverview, past: NetworkPast, day: LocalDate): NetworkOverview {
  if (day >= today.asOf) return today;
  const known = new Set(past.ids);
  const former = past.former.filter(({ id, closedOn }) => day < closedOn && known.has(id) && today.placeOf(id) < 0);
  const columns = withFormer(today.columns, former);
  const formerAt = new Map(former.map(({ id }, at) => [id, today.actorCount + at]));
  const placeOf = Int32Array.from(past.ids, (id) => formerAt.get(id) ?? today.placeOf(id));
  const found = tiesOn(past, day);
  const isHere = (tie: number) => placeOf[past.a[tie]!]! >= 0 && placeOf[past.b[tie]!]! >= 0;
  const kept = Uint32Array.from([...found.tie.keys()].filter((index) => isHere(found.tie[index]!)));
  const [a, b] = [new Uint32Array(kept.length), new Uint32Array(kept.length)];
  const degree = new Uint32Array(columns.actors.ids.length);
  kept.forEach((index, at) => {
    const tie = found.tie[index]!;
    const [one, other] = [placeOf[past.a[tie]!]!, placeOf[past.b[tie]!]!];
    a[at] = Math.min(one, other);
    b[at] = Math.max(one, other);
    degree[one]!++;
    degree[other]!++;
  });
  const then: NetworkColumns = {
    ...columns,
    asOf: day,
    actors: { ...columns.actors, degree },
    ties: {
      ...{ a, b },
      grade: Uint8Array.from(kept, (index) => found.grade[index]!),
      strength: Float32Array.from(kept, (index) => found.strength[index]!),
      since: Int32Array.from(kept, (index) => found.since[index]!),
      until: Int32Array.from(kept, (index) => found.until[index]!),
      sources: Uint16Array.from(kept, (index) => found.sources[index]!),
    },
  };
  placeFormer(then, today.actorCount);
  return new NetworkOverview(then);
}
