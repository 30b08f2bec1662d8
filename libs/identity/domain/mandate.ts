import { addDays, checkText, isMailAddress, ok, refuse, type Id, type LocalDate, type Result, type TextCode } from '@knotenpunkt/kernel';
import { actsFor, isValidOn, MANDATE_ROLES, type Mandate, type MandateRole, type Viewer } from './viewer';

/** A mandate as those see it who decide on it. */
export interface MandateOfPerson extends Mandate {
  personId: Id;
}

export type MandateCode =
  'NOT_PERMITTED' | 'MAIL_INVALID' | 'PERIOD_INVALID' | 'ROLE_UNKNOWN' | 'LAST_ADMINISTRATOR' | 'MANDATE_ENDED' | TextCode;

/** Who decides on an organisation's mandates: its administrators and the coordinators of the region. */
export function mayManageMandates(viewer: Viewer, actorId: Id): boolean {
  return actsFor(viewer, actorId, 'ADMINISTRATOR') || viewer.coordinator || viewer.platformAdministrator;
}

export interface MandateWish {
  actorId: Id;
  name: string;
  email: string;
  role: string;
  fromOn: LocalDate;
  untilOn: LocalDate | null;
}

/** A mandate as it will be written, or why it cannot be given. */
export function grantMandate(viewer: Viewer, wish: MandateWish): Result<MandateWish & { role: MandateRole }, MandateCode> {
  if (!mayManageMandates(viewer, wish.actorId)) return refuse('NOT_PERMITTED');
  const name = checkText('name', wish.name, { max: 120 });
  if (!name.ok) return name;
  const email = wish.email.trim().toLowerCase();
  if (!isMailAddress(email)) return refuse('MAIL_INVALID', { field: 'email' });
  const role = MANDATE_ROLES.find((known) => known === wish.role);
  if (!role) return refuse('ROLE_UNKNOWN', { field: 'role' });
  if (wish.untilOn !== null && wish.untilOn < wish.fromOn) return refuse('PERIOD_INVALID', { field: 'untilOn' });
  return ok({ ...wish, name: name.value, email, role });
}

/** The last day of a mandate that is ended today, or why it stays. The last administrator first names a successor. */
export function endMandate(
  viewer: Viewer,
  mandate: MandateOfPerson,
  ofActor: MandateOfPerson[],
  today: LocalDate,
): Result<LocalDate, MandateCode> {
  const own = viewer.personId === mandate.personId;
  if (!own && !mayManageMandates(viewer, mandate.actorId)) return refuse('NOT_PERMITTED');
  if (mandate.untilOn !== null && mandate.untilOn < today) return refuse('MANDATE_ENDED');
  const administrators = ofActor.filter((other) => other.role === 'ADMINISTRATOR' && isValidOn(other, today) && other.id !== mandate.id);
  if (mandate.role === 'ADMINISTRATOR' && administrators.length === 0) return refuse('LAST_ADMINISTRATOR');
  const yesterday = addDays(today, -1);
  return ok(mandate.fromOn > yesterday ? mandate.fromOn : yesterday);
}
