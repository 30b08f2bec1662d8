import { actsFor, passes, type Viewer } from '@knotenpunkt/identity/domain';
import { checkText, ok, refuse, type Id, type LocalDate, type Result, type TextCode } from '@knotenpunkt/kernel';

/** What an organisation can set right: an introduction, a request for a contact, a place in an alliance, a note on the network. */
export const RECTIFIED_TYPES = ['INTRODUCTION', 'CONTACT', 'ALLIANCE', 'NETWORK_NOTE'] as const;
export type RectifiedType = (typeof RECTIFIED_TYPES)[number];

export const RECTIFICATION_LIMITS = { text: 1_000 } as const;

/** A text of an organisation beside an entry that names it. Read by its own people and the coordination. */
export interface Rectification {
  id: Id;
  actorId: Id;
  subjectType: RectifiedType;
  subjectId: Id;
  text: string;
  saidOn: LocalDate;
  personId: Id | null;
  /** The day the coordination took note of the text as it stands. */
  seenOn: LocalDate | null;
  version: number;
}

export type RectificationCode = TextCode | 'NOT_PERMITTED' | 'NOT_NAMED' | 'ALREADY_SEEN' | 'NOT_RECTIFIED';

/** The text as it will stand; written anew, nobody has seen it. `named`: the entry names the organisation. */
export function rectify(
  viewer: Viewer,
  wish: { actorId: Id; text: string },
  named: boolean,
  today: LocalDate,
): Result<Pick<Rectification, 'text' | 'saidOn' | 'personId' | 'seenOn'>, RectificationCode> {
  if (!actsFor(viewer, wish.actorId)) return refuse('NOT_PERMITTED');
  const text = checkText('text', wish.text, { max: RECTIFICATION_LIMITS.text });
  if (!text.ok) return text;
  if (!named) return refuse('NOT_NAMED');
  return ok({ text: text.value, saidOn: today, personId: viewer.personId, seenOn: null });
}

/** The coordination takes note, once for each text. */
export function takeNote(
  viewer: Viewer,
  { seenOn }: Pick<Rectification, 'seenOn'>,
  today: LocalDate,
): Result<LocalDate, RectificationCode> {
  if (!passes(viewer, 'COORDINATOR')) return refuse('NOT_PERMITTED');
  return seenOn === null ? ok(today) : refuse('ALREADY_SEEN');
}
