import { MergedEntriesNote } from '@knotenpunkt/imports/web';
import type { ActorPart } from './parts';

/** Which entries became part of this one. */
export const MergedEntries: ActorPart = ({ actor }) => <MergedEntriesNote actorId={actor.id} />;
