import type { Id } from '@knotenpunkt/kernel';
import type { NetworkOverview } from '../columns/network-overview';
import type { Shown } from '../view/shown';
import type { NetworkChanges } from './changes';

/** What of the changes a view shows: those of ties and actors that are shown on the later day. */
export function shownChanges(changes: NetworkChanges, then: NetworkOverview, shown: Pick<Shown, 'actors' | 'ties'>): NetworkChanges {
  const isShown = (id: Id) => shown.actors[then.placeOf(id)] === 1;
  return {
    ...changes,
    ties: changes.ties.filter(({ a, b }) => shown.ties[tieBetween(then, a, b)] === 1),
    actors: new Map([...changes.actors].filter(([id]) => isShown(id))),
  };
}

/** The place of a tie in the columns; -1 where two are not tied. */
function tieBetween(network: NetworkOverview, a: Id, b: Id): number {
  const [one, other] = [network.placeOf(a), network.placeOf(b)];
  if (one < 0 || other < 0) return -1;
  const { actors, ties } = network.neighboursOf(one);
  return ties[actors.indexOf(other)] ?? -1;
}
