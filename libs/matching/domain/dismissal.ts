import { addDays, checkText, ok, refuse, type Id, type LocalDate, type Result, type TextCode } from '@knotenpunkt/kernel';
import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';

/** Why a suggestion is put away. LATER comes back by itself, the others only when it is taken back. */
export const DISMISSAL_REASONS = ['LATER', 'NO_FIT', 'KNOWN_ALREADY', 'NO_CAPACITY', 'OTHER'] as const;
export type DismissalReason = (typeof DISMISSAL_REASONS)[number];

/** After so many days what was put off is suggested again. */
export const LATER_DAYS = 60;
export const DISMISSAL_LIMITS = { note: 300 } as const;

/** An actor does not want another to be suggested; seen by its own people only. */
export interface Dismissal {
  actorId: Id;
  suggestedId: Id;
  reason: DismissalReason;
  note: string;
  /** First day on which it is suggested again; null: never. */
  againOn: LocalDate | null;
}

export type DismissalCode = TextCode | 'NOT_PERMITTED' | 'ACTOR_UNKNOWN' | 'REASON_UNKNOWN' | 'NOT_DISMISSED';

/** Whoever keeps an organisation's entries also decides what is suggested to it. */
export function canDismiss(viewer: Viewer, actorId: Id): boolean {
  return actsFor(viewer, actorId, 'EDITOR');
}

/** Puts a suggestion away. */
export function dismiss(
  viewer: Viewer,
  wish: { actorId: Id; suggestedId: Id; reason: string; note: string },
  today: LocalDate,
): Result<Dismissal, DismissalCode> {
  if (!canDismiss(viewer, wish.actorId)) return refuse('NOT_PERMITTED');
  if (wish.actorId === wish.suggestedId) return refuse('ACTOR_UNKNOWN', { field: 'suggestedId' });
  const reason = DISMISSAL_REASONS.find((known) => known === wish.reason);
  if (!reason) return refuse('REASON_UNKNOWN', { field: 'reason' });
  const note = checkText('note', wish.note, { max: DISMISSAL_LIMITS.note, optional: true });
  if (!note.ok) return note;
  const againOn = reason === 'LATER' ? addDays(today, LATER_DAYS) : null;
  return ok({ actorId: wish.actorId, suggestedId: wish.suggestedId, reason, note: note.value, againOn });
}

/** Whether a suggestion stays away on a day. */
export function staysAway(dismissal: Pick<Dismissal, 'againOn'>, day: LocalDate): boolean {
  return dismissal.againOn === null || day < dismissal.againOn;
}
