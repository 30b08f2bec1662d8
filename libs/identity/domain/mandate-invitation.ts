import { addDays, ok, refuse, type Id, type LocalDate, type Refusal, type Result } from '@knotenpunkt/kernel';
import { checkMandateWish, grantMandate, type MandateCode, type MandateOfPerson, type MandateWish } from './mandate';
import { isValidOn, MANDATE_ROLES, type MandateRole, type Viewer } from './viewer';

/** For how many days somebody can accept. */
export const INVITATION_DAYS = 7;
/** So long name and address of somebody who was invited are kept once it can no longer be accepted. */
export const INVITATION_KEPT_DAYS = 30;

/** Somebody who was asked by mail to act for an organisation. */
export interface MandateInvitation {
  id: Id;
  regionId: Id;
  actorId: Id;
  name: string;
  email: string;
  role: MandateRole;
  fromOn: LocalDate;
  untilOn: LocalDate | null;
  /** The mandate of the administrator who hands over with it; null: nobody gives anything up. */
  handsOver: Id | null;
  /** As what the one who hands over goes on; null: leaves. */
  keeps: MandateRole | null;
  invitedBy: Id | null;
  invitedOn: LocalDate;
  /** The last day on which it can be accepted. */
  endsOn: LocalDate;
  state: 'OPEN' | 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN';
  version: number;
}

export type InvitationCode = MandateCode | 'LINK_ENDED' | 'OTHER_ADDRESS' | 'HANDOVER_ENDED' | 'OWN_MANDATE';

/** A mandate that would have begun before anybody could say yes begins today. */
const beginning = (fromOn: LocalDate, today: LocalDate) => (fromOn < today ? today : fromOn);

/** All that is wrong with what is written in an invitation, in the order of the fields. */
export function wrongInInvitation(wish: Omit<MandateWish, 'actorId'>, today: LocalDate): Refusal<MandateCode>[] {
  const found = checkMandateWish({ ...wish, fromOn: beginning(wish.fromOn, today) });
  return found.checked ? [] : found.wrong;
}

/** An invitation as it will be kept, or why nobody is invited. */
export function inviteToMandate(
  viewer: Viewer,
  wish: MandateWish & { id: Id; regionId: Id },
  today: LocalDate,
): Result<MandateInvitation, InvitationCode> {
  const checked = grantMandate(viewer, wish);
  if (!checked.ok) return checked;
  const { id, regionId, actorId, name, email, role, untilOn } = { ...wish, ...checked.value };
  const fromOn = beginning(wish.fromOn, today);
  if (untilOn !== null && untilOn < fromOn) return refuse('PERIOD_INVALID', { field: 'untilOn' });
  return ok({
    ...{ id, regionId, actorId, name, email, role, fromOn, untilOn, handsOver: null, keeps: null },
    ...{ invitedBy: viewer.personId, invitedOn: today, endsOn: addDays(today, INVITATION_DAYS), state: 'OPEN', version: 1 },
  });
}

/** Offers the own administration to somebody who acts for the organisation already; nothing changes before they accept. */
export function offerHandover(
  viewer: Viewer,
  { own, to }: { own: MandateOfPerson | null; to: (MandateOfPerson & { personName: string; email: string }) | null },
  { id, regionId, keeps: wanted, today }: { id: Id; regionId: Id; keeps: string | null; today: LocalDate },
): Result<MandateInvitation, InvitationCode> {
  const administers = own?.role === 'ADMINISTRATOR' && own.personId === viewer.personId && isValidOn(own, today);
  if (!own || !to || !administers || own.actorId !== to.actorId) return refuse('NOT_PERMITTED');
  if (to.personId === own.personId) return refuse('OWN_MANDATE');
  if (!isValidOn(to, today)) return refuse('MANDATE_ENDED');
  const keeps = wanted === null ? null : MANDATE_ROLES.find((role) => role === wanted && role !== 'ADMINISTRATOR');
  if (keeps === undefined) return refuse('ROLE_UNKNOWN', { field: 'keeps' });
  return ok({
    ...{ id, regionId, actorId: own.actorId, name: to.personName, email: to.email, role: 'ADMINISTRATOR', fromOn: today, untilOn: null },
    ...{ handsOver: own.id, keeps, invitedBy: viewer.personId, invitedOn: today, endsOn: addDays(today, INVITATION_DAYS) },
    ...{ state: 'OPEN', version: 1 },
  });
}

/** Whether an invitation can be answered today. */
export function isOpenInvitation({ state, endsOn }: Pick<MandateInvitation, 'state' | 'endsOn'>, today: LocalDate): boolean {
  return state === 'OPEN' && today <= endsOn;
}

/** What becomes of mandates when an invitation is accepted. */
export interface Accepted {
  /** The person's own mandate that becomes this one; null: a new one. */
  instead: MandateOfPerson | null;
  role: MandateRole;
  fromOn: LocalDate;
  untilOn: LocalDate | null;
  /** The mandate that is given up or becomes less; null: none. */
  givenUp: MandateOfPerson | null;
}

/** Decides on the yes of the person the mail went to. Whoever hands over must still have what they hand over. */
export function acceptInvitation(
  invitation: MandateInvitation,
  person: { id: Id; email: string },
  ofActor: readonly MandateOfPerson[],
  today: LocalDate,
): Result<Accepted, InvitationCode> {
  if (!isOpenInvitation(invitation, today)) return refuse('LINK_ENDED');
  if (person.email !== invitation.email) return refuse('OTHER_ADDRESS');
  if (person.id === invitation.invitedBy) return refuse('NOT_FOR_ONESELF');
  const { role, untilOn, handsOver } = invitation;
  if (untilOn !== null && untilOn < today) return refuse('LINK_ENDED');
  const givenUp = handsOver === null ? null : (ofActor.find(({ id }) => id === handsOver) ?? null);
  if (handsOver !== null && !(givenUp?.role === 'ADMINISTRATOR' && isValidOn(givenUp, today))) return refuse('HANDOVER_ENDED');
  const own = ofActor.find((mandate) => mandate.personId === person.id && isValidOn(mandate, today)) ?? null;
  // The last administrator cannot become less by saying yes to something else.
  if (own?.role === 'ADMINISTRATOR' && role !== 'ADMINISTRATOR') return refuse('OWN_MANDATE');
  const fromOn = invitation.fromOn < today ? today : invitation.fromOn;
  // What begins later does not take away what holds until then.
  const instead = fromOn > today ? null : own;
  return ok({ instead, role, fromOn: instead?.fromOn ?? fromOn, untilOn, givenUp });
}
