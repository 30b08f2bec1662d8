import type { Id } from '@knotenpunkt/kernel';
import { MOST_CHOSEN } from '../view/choices';
import type { ViewContent } from './saved-view';

/** What was written, with those of the former entries that its author could not see, at the places where they stood. */
export function withThose<One>(written: readonly One[], former: readonly One[], unseen: (one: One) => boolean): One[] {
  const all = [...written];
  former.forEach((one, at) => unseen(one) && !all.includes(one) && all.splice(Math.min(at, all.length), 0, one));
  return all;
}

/** What an author wants a view to show, with what it says of actors whom the author does not see. Both name actors by id. */
export function withUnseen(wished: ViewContent, before: ViewContent, seen: (actorId: Id) => boolean): ViewContent {
  const unseen = ({ actorId }: { actorId: Id }) => !seen(actorId);
  const still = (now: Id | null, former: Id | null) => now ?? (former !== null && !seen(former) ? former : null);
  const chosen = withThose(wished.value.chosen, before.value.chosen, (id) => !seen(id)).slice(0, MOST_CHOSEN);
  const target = still(wished.value.target, before.value.target);
  // It is the tie to the first of the chosen, and to no other.
  const tie = chosen[0] === before.value.chosen[0] ? still(wished.value.tie, before.value.tie) : wished.value.tie;
  return {
    value: { ...wished.value, chosen, target, tie },
    frame: wished.frame,
    places: withThose(wished.places, before.places, unseen),
    notes: withThose(wished.notes, before.notes, unseen),
  };
}
