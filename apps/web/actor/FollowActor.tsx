import type { Steckbrief } from '@knotenpunkt/actors/web';
import { useActsFor } from '@knotenpunkt/identity/web';
import { FollowButton } from '@knotenpunkt/notices/web';

/** "Folgen" at the Steckbrief of others. */
export function FollowActor({ actor }: { actor: Steckbrief }) {
  const own = useActsFor(actor.id);
  return own ? null : <FollowButton type="ACTOR" id={actor.id} title={actor.name} />;
}
