import { OpenThreadButton } from '@knotenpunkt/coordination/web';
import type { ActorPart } from './parts';

/** "Faden anlegen" at the head of a Steckbrief, for the coordination; it concerns this organisation. */
export const ActorThread: ActorPart = ({ actor: { id, name, kind } }) => (
  <OpenThreadButton start={{ subject: { type: 'ACTOR', id }, title: name, actors: [{ id, name, kind }] }} />
);
