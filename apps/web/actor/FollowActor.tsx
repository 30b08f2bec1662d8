import type { Steckbrief } from '@knotenpunkt/actors/web';
import { useViewer } from '@knotenpunkt/identity/web';
import { FollowButton } from '@knotenpunkt/notices/web';

/** "Folgen" at the Steckbrief of others. */
export function FollowActor({ actor }: { actor: Steckbrief }) {
  const own = useViewer()?.mandates.some(({ actorId }) => actorId === actor.id) ?? false;
  return own ? null : <FollowButton type="ACTOR" id={actor.id} title={actor.name} />;
}
