import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import { checkText, dayInWords, fill, isLocalDate, ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { PLAIN_TERMS, type ActorKind } from '@knotenpunkt/themes/domain';
import { coordinates, type Alliance, type AllianceMember } from '../alliance';
import { ALLIANCE_LIMITS, type AllianceCode, type Seat } from '../alliance-text';
import { messages } from '../messages';

/** OPEN: all are asked. ADMITTED: all have agreed. DECLINED: one did not. WITHDRAWN: nobody is asked any more. LAPSED: not all answered in time. */
export const ADMISSION_STATES = ['OPEN', 'ADMITTED', 'DECLINED', 'WITHDRAWN', 'LAPSED'] as const;
export type AdmissionState = (typeof ADMISSION_STATES)[number];

/** The question whether another organisation joins an alliance that works. */
export interface Admission {
  id: Id;
  allianceId: Id;
  actorId: Id;
  bench: ActorKind;
  commitment: string;
  dueOn: LocalDate;
  /** Why it is to join, for those who are asked. */
  reason: string;
  /** The member that proposes it; null: the coordination. */
  proposedById: Id | null;
  state: AdmissionState;
  askedOn: LocalDate;
  decidedOn: LocalDate | null;
  version: number;
}

export type AdmissionCode = AllianceCode | 'DAY_INVALID' | 'ALREADY_MEMBER' | 'ADMISSION_OPEN' | 'ADMISSION_OVER';

/** What somebody is asked to bring. */
export interface AdmissionWish {
  commitment: string;
  dueOn: LocalDate;
  reason: string;
}

export function isWorking({ state }: Pick<Alliance, 'state'>): boolean {
  return state === 'FORMED' || state === 'ACTIVE';
}

/** The organisations that belong to it now. */
export function presentMembers({ members }: Pick<Alliance, 'members'>): AllianceMember[] {
  return members.filter(({ state }) => state === 'MEMBER');
}

/** Whether the viewer may speak for a member that belongs to it now. */
export function speaksFor(viewer: Viewer, alliance: Pick<Alliance, 'members'>, actorId: Id): boolean {
  return presentMembers(alliance).some((member) => member.actorId === actorId) && actsFor(viewer, actorId);
}

function checkWish(wish: AdmissionWish, today: LocalDate): Result<AdmissionWish, AdmissionCode> {
  const commitment = checkText('commitment', wish.commitment, { max: ALLIANCE_LIMITS.commitment });
  if (!commitment.ok) return commitment;
  const reason = checkText('reason', wish.reason, { max: ALLIANCE_LIMITS.reason });
  if (!reason.ok) return reason;
  if (!isLocalDate(wish.dueOn) || wish.dueOn < today) return refuse('DAY_INVALID', { field: 'dueOn' });
  return ok({ commitment: commitment.value, reason: reason.value, dueOn: wish.dueOn });
}

/** A member or the coordination proposes another one. One at a time, so that everybody knows who is at the table. */
export function proposeAdmission(
  viewer: Viewer,
  alliance: Alliance,
  wish: AdmissionWish & Pick<Admission, 'id' | 'actorId' | 'proposedById'>,
  { seat, isOneOpen, today }: { seat: Seat | undefined; isOneOpen: boolean; today: LocalDate },
): Result<Admission, AdmissionCode> {
  const { id, actorId, proposedById } = wish;
  const may = proposedById === null ? coordinates(viewer) : speaksFor(viewer, alliance, proposedById);
  if (!may) return refuse('NOT_PERMITTED');
  if (!isWorking(alliance)) return refuse('STATE_DIFFERS');
  if (alliance.hidden) return refuse('ENTRY_HIDDEN');
  if (isOneOpen) return refuse('ADMISSION_OPEN');
  if (!seat) return refuse('ACTOR_UNKNOWN', { field: 'actorId' });
  if (presentMembers(alliance).some((member) => member.actorId === actorId)) return refuse('ALREADY_MEMBER', { field: 'actorId' });
  if (presentMembers(alliance).length >= ALLIANCE_LIMITS.members) {
    return refuse('TOO_MANY_MEMBERS', { params: { max: ALLIANCE_LIMITS.members } });
  }
  const checked = checkWish(wish, today);
  if (!checked.ok) return checked;
  const whose = { id, allianceId: alliance.id, actorId, bench: seat.kind, proposedById };
  return ok({ ...checked.value, ...whose, state: 'OPEN', askedOn: today, decidedOn: null, version: 1 });
}

/** Who proposed it and the coordination write and end it. */
export function leadsAdmission(viewer: Viewer, alliance: Alliance, { proposedById }: Pick<Admission, 'proposedById'>): boolean {
  return coordinates(viewer) || (proposedById !== null && speaksFor(viewer, alliance, proposedById));
}

/** Other words: a new version, about which everybody is asked again. */
export function reviseAdmission(
  viewer: Viewer,
  alliance: Alliance,
  admission: Admission,
  wish: AdmissionWish,
  today: LocalDate,
): Result<Admission, AdmissionCode> {
  const open = openFor(viewer, alliance, admission);
  if (!open.ok) return open;
  const checked = checkWish(wish, today);
  return checked.ok ? ok({ ...admission, ...checked.value }) : checked;
}

/** Nobody is asked any more. */
export function withdrawAdmission(
  viewer: Viewer,
  alliance: Alliance,
  admission: Admission,
  today: LocalDate,
): Result<Admission, AdmissionCode> {
  const open = openFor(viewer, alliance, admission);
  return open.ok ? ok({ ...admission, state: 'WITHDRAWN', decidedOn: today }) : open;
}

function openFor(viewer: Viewer, alliance: Alliance, admission: Admission): Result<null, AdmissionCode> {
  if (!leadsAdmission(viewer, alliance, admission)) return refuse('NOT_PERMITTED');
  if (!isWorking(alliance)) return refuse('STATE_DIFFERS');
  if (alliance.hidden) return refuse('ENTRY_HIDDEN');
  return admission.state === 'OPEN' ? ok(null) : refuse('ADMISSION_OVER');
}

/** The alliance with the one all have agreed to; it belongs to it from that day. */
export function withAdmitted(alliance: Alliance, { actorId, bench, commitment, dueOn }: Admission, today: LocalDate): Alliance {
  const member: AllianceMember = { ...PLAIN_TERMS, actorId, bench, commitment, dueOn, state: 'MEMBER', stance: '', joinedOn: today };
  // Who declined when it was formed may come later.
  return { ...alliance, members: [...alliance.members.filter((each) => each.actorId !== actorId), member] };
}

/** Who is asked: everybody who belongs to it, and the one who is to come. */
export function askedAbout(alliance: Pick<Alliance, 'members'>, { actorId }: Pick<Admission, 'actorId'>): Id[] {
  return [...presentMembers(alliance).map((member) => member.actorId), actorId];
}

/** Read by those who are asked, and by coordinators; others see who belongs to it once all have agreed. */
export function maySeeAdmission(viewer: Viewer, alliance: Pick<Alliance, 'members'>, admission: Pick<Admission, 'actorId'>): boolean {
  return coordinates(viewer) || askedAbout(alliance, admission).some((actorId) => actsFor(viewer, actorId, 'EDITOR'));
}

/** What all are asked to agree to. What the others promised stays as it is. */
export function admissionTextOf(
  alliance: Pick<Alliance, 'title' | 'purpose'>,
  { commitment, dueOn, reason }: AdmissionWish,
  { actor, language }: { actor: string; language: 'de' | 'en' },
): string {
  const { admission, intent } = messages[language].consent;
  const values = { actor, title: alliance.title, commitment, date: dayInWords(dueOn, language) };
  return [fill(admission.joins, values), alliance.purpose, reason, fill(admission.brings, values), intent].join('\n\n');
}
