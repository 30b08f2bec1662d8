import type { Id } from '@knotenpunkt/kernel';
import { tieBetween } from '../closer/only-ties';
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
