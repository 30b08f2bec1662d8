import { ContactButton } from '@knotenpunkt/coordination/web';
import { useActsFor } from '@knotenpunkt/identity/web';
import type { ActorPart } from './parts';

/** "Kontakt anbahnen" at the head of a Steckbrief; not for those who act for it. */
export const ActorContact: ActorPart = ({ actor }) => {
  const own = useActsFor(actor.id);
  return own ? null : <ContactButton actorId={actor.id} actorName={actor.name} kind="primary" />;
};
