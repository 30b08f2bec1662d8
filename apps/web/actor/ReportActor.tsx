import { useActsFor } from '@knotenpunkt/identity/web';
import { ReportButton } from '@knotenpunkt/moderation/web';
import type { ActorPart } from './parts';

/** "Melden" at the head of a Steckbrief; not for those who act for it: they change it. */
export const ReportActor: ActorPart = ({ actor }) => {
  const own = useActsFor(actor.id);
  return own ? null : <ReportButton type="ACTOR" id={actor.id} title={actor.name} />;
};
