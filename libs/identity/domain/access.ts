import { checkText, ok, refuse, type Id, type Result, type TextCode } from '@knotenpunkt/kernel';
import { passes, type Viewer } from './viewer';

/** A person with an account, and whether the account may be used. */
export interface PersonAccess {
  id: Id;
  name: string;
  email: string;
  /** Has an app or a passkey beside the password. */
  secondFactor: boolean;
  /** Null: the access is open. */
  block: { reason: string; at: Date; by: string } | null;
}

export type AccessCode =
  'NOT_PERMITTED' | 'PERSON_UNKNOWN' | 'OWN_ACCESS' | 'ALREADY_BLOCKED' | 'NOT_BLOCKED' | 'OWN_FACTOR' | 'NO_FACTOR' | TextCode;

/** The reason as it will be kept, or why the access stays open. Nobody blocks themselves: so one administrator always remains. */
export function blockAccess(viewer: Viewer, person: PersonAccess | null, reason: string): Result<string, AccessCode> {
  if (!passes(viewer, 'PLATFORM_ADMINISTRATOR')) return refuse('NOT_PERMITTED');
  if (person === null) return refuse('PERSON_UNKNOWN');
  if (person.id === viewer.personId) return refuse('OWN_ACCESS');
  if (person.block !== null) return refuse('ALREADY_BLOCKED');
  return checkText('reason', reason, { max: 300 });
}

/** Whether an access is opened again, or why not. */
export function openAccess(viewer: Viewer, person: PersonAccess | null): Result<void, AccessCode> {
  if (!passes(viewer, 'PLATFORM_ADMINISTRATOR')) return refuse('NOT_PERMITTED');
  if (person === null) return refuse('PERSON_UNKNOWN');
  return person.block === null ? refuse('NOT_BLOCKED') : ok(undefined);
}

/** The reason as it will be kept and told, or why a second factor stays. One's own is removed in one's own account. */
export function takeAwayFactor(viewer: Viewer, person: PersonAccess | null, reason: string): Result<string, AccessCode> {
  if (!passes(viewer, 'PLATFORM_ADMINISTRATOR')) return refuse('NOT_PERMITTED');
  if (person === null) return refuse('PERSON_UNKNOWN');
  if (person.id === viewer.personId) return refuse('OWN_FACTOR');
  if (!person.secondFactor) return refuse('NO_FACTOR');
  return checkText('reason', reason, { max: 300 });
}
