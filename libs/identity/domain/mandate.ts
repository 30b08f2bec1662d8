import { addDays, ok, refuse, type Id, type LocalDate, type Refusal, type Result, type TextCode } from '@knotenpunkt/kernel';
import { checkMailAddress, checkName } from './account';
import { actsFor, isValidOn, MANDATE_ROLES, passes, type Acting, type Mandate, type MandateRole, type Rights, type Viewer } from './viewer';

/** A mandate as those see it who decide on it. */
export interface MandateOfPerson extends Mandate {
  personId: Id;
}

export type MandateCode =
  | 'NOT_PERMITTED'
  | 'MAIL_INVALID'
  | 'PERIOD_INVALID'
  | 'ROLE_UNKNOWN'
  | 'LAST_ADMINISTRATOR'
  | 'MANDATE_ENDED'
  | 'NOT_FOR_ONESELF'
  | TextCode;

/** Who decides on an organisation's mandates: its administrators and the coordinators of the region. */
export function mayManageMandates(viewer: Rights & Acting, actorId: Id): boolean {
  return actsFor(viewer, actorId, 'ADMINISTRATOR') || passes(viewer, 'COORDINATOR');
}

/** Who reads who acts for an organisation: its own people, and those who decide on it. */
export function readsMandates(viewer: Viewer, actorId: Id): boolean {
  return actsFor(viewer, actorId, 'EDITOR') || mayManageMandates(viewer, actorId);
}

export interface MandateWish {
  actorId: Id;
  name: string;
  email: string;
  role: string;
  fromOn: LocalDate;
  untilOn: LocalDate | null;
}

/** Whom it is for, as what and for how long, as it will be written; or all that is wrong with it, in the order of the fields. */
export function checkMandateWish<Wish extends Omit<MandateWish, 'actorId'>>(
  wish: Wish,
): { checked: Wish & { role: MandateRole } } | { checked: null; wrong: Refusal<MandateCode>[] } {
  const name = checkName(wish.name);
  const email = checkMailAddress(wish.email);
  const role = MANDATE_ROLES.find((known) => known === wish.role);
  const endsBefore = wish.untilOn !== null && wish.untilOn < wish.fromOn;
  if (name.ok && email.ok && role && !endsBefore) return { checked: { ...wish, name: name.value, email: email.value, role } };
  const parts: Result<unknown, MandateCode>[] = [
    ...[name, email],
    role ? ok(role) : refuse('ROLE_UNKNOWN', { field: 'role' }),
    endsBefore ? refuse('PERIOD_INVALID', { field: 'untilOn' }) : ok(wish.untilOn),
  ];
  return { checked: null, wrong: parts.flatMap((part) => (part.ok ? [] : [part.refusal])) };
}

/** Whether somebody would make themselves more than they are: the coordination decides on mandates of others, never on their own. */
export function isForOneself(viewer: Viewer, { personId, actorId }: { personId: Id; actorId: Id }): boolean {
  return viewer.personId === personId && !actsFor(viewer, actorId, 'ADMINISTRATOR');
}

/** A mandate as it will be written, or why it cannot be given. */
export function grantMandate(viewer: Viewer, wish: MandateWish): Result<MandateWish & { role: MandateRole }, MandateCode> {
  if (!mayManageMandates(viewer, wish.actorId)) return refuse('NOT_PERMITTED');
  const found = checkMandateWish(wish);
  return found.checked ? ok(found.checked) : { ok: false, refusal: found.wrong[0]! };
}

/** Whether nobody else administers the organisation from a day on for as long as this mandate lasts. */
export function isLastAdministrator(mandate: MandateOfPerson, ofActor: readonly MandateOfPerson[], day: LocalDate): boolean {
  if (mandate.role !== 'ADMINISTRATOR' || !isValidOn(mandate, day)) return false;
  const lastsAsLong = ({ untilOn }: Mandate) => untilOn === null || (mandate.untilOn !== null && mandate.untilOn <= untilOn);
  return !ofActor.some((other) => other.id !== mandate.id && other.role === 'ADMINISTRATOR' && isValidOn(other, day) && lastsAsLong(other));
}

const hasEnded = (mandate: Mandate, today: LocalDate) => mandate.untilOn !== null && mandate.untilOn < today;

/** The last day of a mandate that is ended today, or why it stays. The last administrator first names a successor. */
export function endMandate(
  viewer: Viewer,
  mandate: MandateOfPerson,
  ofActor: readonly MandateOfPerson[],
  today: LocalDate,
): Result<LocalDate, MandateCode> {
  const own = viewer.personId === mandate.personId;
  if (!own && !mayManageMandates(viewer, mandate.actorId)) return refuse('NOT_PERMITTED');
  if (hasEnded(mandate, today)) return refuse('MANDATE_ENDED');
  if (isLastAdministrator(mandate, ofActor, today)) return refuse('LAST_ADMINISTRATOR');
  return ok(lastDay(mandate, today));
}

/** The last day of a mandate that stops today: the day before, unless it began later. */
export function lastDay(mandate: Pick<Mandate, 'fromOn'>, today: LocalDate): LocalDate {
  const yesterday = addDays(today, -1);
  return mandate.fromOn > yesterday ? mandate.fromOn : yesterday;
}

/** Another role or another end of a mandate, or why it stays as it is. The last administrator stays one, without an end. */
export function changeMandate(
  viewer: Viewer,
  mandate: MandateOfPerson,
  ofActor: readonly MandateOfPerson[],
  { role: wanted, untilOn, today }: { role: string; untilOn: LocalDate | null; today: LocalDate },
): Result<{ role: MandateRole; untilOn: LocalDate | null }, MandateCode> {
  if (!mayManageMandates(viewer, mandate.actorId)) return refuse('NOT_PERMITTED');
  if (isForOneself(viewer, mandate)) return refuse('NOT_FOR_ONESELF');
  if (hasEnded(mandate, today)) return refuse('MANDATE_ENDED');
  const role = MANDATE_ROLES.find((known) => known === wanted);
  if (!role) return refuse('ROLE_UNKNOWN', { field: 'role' });
  if (untilOn !== null && (untilOn < mandate.fromOn || untilOn < today)) return refuse('PERIOD_INVALID', { field: 'untilOn' });
  if (role !== 'ADMINISTRATOR' && isLastAdministrator(mandate, ofActor, today)) return refuse('LAST_ADMINISTRATOR', { field: 'role' });
  if (untilOn !== null && isLastAdministrator(mandate, ofActor, addDays(untilOn, 1)))
    return refuse('LAST_ADMINISTRATOR', { field: 'untilOn' });
  return ok({ role, untilOn });
}

export const MANDATE_ACTIONS = ['changeMandate', 'endMandate', 'leave', 'handOver'] as const;
export type MandateAction = (typeof MANDATE_ACTIONS)[number];

/** What a viewer may do with a mandate. `handOver`: give the own administration to the person who has it. */
export function mandateActions(viewer: Viewer, mandate: MandateOfPerson, today: LocalDate): MandateAction[] {
  if (hasEnded(mandate, today)) return [];
  const own = viewer.personId === mandate.personId;
  const manages = mayManageMandates(viewer, mandate.actorId);
  const handsOver =
    !own && isValidOn(mandate, today) && mandate.role !== 'ADMINISTRATOR' && actsFor(viewer, mandate.actorId, 'ADMINISTRATOR');
  return MANDATE_ACTIONS.filter(
    (action) =>
      ({ changeMandate: manages && !isForOneself(viewer, mandate), endMandate: manages && !own, leave: own, handOver: handsOver })[action],
  );
}
