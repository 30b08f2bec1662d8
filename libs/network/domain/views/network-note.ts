import { actsFor, passes, type Viewer } from '@knotenpunkt/identity/domain';
import { checkText, ok, refuse, type Id, type LocalDate, type Result, type TextCode } from '@knotenpunkt/kernel';

/** What the coordination notes on an organisation, or on a tie between two. Whoever it concerns reads it, and sets it right. */
export interface NetworkNote {
  id: Id;
  regionId: Id;
  /** Of the two ends of a tie the lower id. */
  actorId: Id;
  otherId: Id | null;
  text: string;
  writtenOn: LocalDate;
  version: number;
}

export const NETWORK_NOTE_LIMITS = { text: 1_000, each: 20 } as const;

export type NetworkNoteCode = TextCode | 'NOT_PERMITTED' | 'ACTOR_UNKNOWN' | 'SAME_ACTOR' | 'TOO_MANY_NETWORK_NOTES';

/** Whether the viewer reads notes that concern an organisation: its own people, and the coordination. */
export function readsNotesOn(viewer: Viewer, actorId: Id): boolean {
  return passes(viewer, 'COORDINATOR') || actsFor(viewer, actorId, 'EDITOR');
}

/** Both ends in their order: the same tie is the same pair, whoever is named first. */
export function ends(actorId: Id, otherId: Id | null): [Id, Id | null] {
  return otherId !== null && otherId < actorId ? [otherId, actorId] : [actorId, otherId];
}

export interface NoteWish {
  id: Id;
  actorId: Id;
  otherId: Id | null;
  text: string;
}

/** The note as it will stand, new or written anew; a present one stays where it is. */
export function writeNote(
  viewer: Viewer,
  wish: NoteWish,
  about: { regionId: Id; present: NetworkNote | null; known: ReadonlySet<Id>; count: number; today: LocalDate },
): Result<NetworkNote, NetworkNoteCode> {
  if (!passes(viewer, 'COORDINATOR')) return refuse('NOT_PERMITTED');
  const text = checkText('text', wish.text, { max: NETWORK_NOTE_LIMITS.text });
  if (!text.ok) return text;
  const { present, today: writtenOn } = about;
  if (present) return ok({ ...present, text: text.value, writtenOn });
  if (wish.actorId === wish.otherId) return refuse('SAME_ACTOR', { field: 'otherId' });
  if (!about.known.has(wish.actorId)) return refuse('ACTOR_UNKNOWN', { field: 'actorId' });
  if (wish.otherId !== null && !about.known.has(wish.otherId)) return refuse('ACTOR_UNKNOWN', { field: 'otherId' });
  if (about.count >= NETWORK_NOTE_LIMITS.each) return refuse('TOO_MANY_NETWORK_NOTES', { params: { max: NETWORK_NOTE_LIMITS.each } });
  const [actorId, otherId] = ends(wish.actorId, wish.otherId);
  return ok({ id: wish.id, regionId: about.regionId, actorId, otherId, text: text.value, writtenOn, version: 1 });
}
