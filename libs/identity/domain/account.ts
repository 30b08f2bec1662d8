import { checkText, isMailAddress, ok, refuse, type Result, type TextCode } from '@knotenpunkt/kernel';

export const SHORTEST_PASSWORD = 10;
/** Longer ones would only make the server work. */
const LONGEST_PASSWORD = 200;

export type PasswordCode = 'PASSWORD_SHORT' | 'PASSWORD_LONG';

/** A password as it was entered, or why it cannot be taken. No rules about signs. */
export function checkPassword(password: string): Result<string, PasswordCode> {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return refuse('PASSWORD_SHORT', { field: 'password' });
  return length > LONGEST_PASSWORD ? refuse('PASSWORD_LONG', { field: 'password' }) : ok(password);
}

/** An address as accounts are known by it, or why it is none. */
export function checkMailAddress(text: string): Result<string, 'MAIL_INVALID'> {
  const email = text.trim().toLowerCase();
  return isMailAddress(email) ? ok(email) : refuse('MAIL_INVALID', { field: 'email' });
}

/** A name as persons are known by it, or why it is none. */
export function checkName(text: string): Result<string, TextCode> {
  return checkText('name', text, { max: 120 });
}

/** Whether a service may be parted from an account: somebody who has no other way in would be locked out. */
export function decideUnlinking(others: { hasPassword: boolean; passkeys: number; services: number }): Result<void, 'LAST_WAY_IN'> {
  return others.hasPassword || others.passkeys > 0 || others.services > 0 ? ok(undefined) : refuse('LAST_WAY_IN');
}

/** Name and address of somebody who wants an account, or why there can be none. */
export function checkRegistration(wish: {
  name: string;
  email: string;
}): Result<{ name: string; email: string }, TextCode | 'MAIL_INVALID'> {
  const name = checkName(wish.name);
  if (!name.ok) return name;
  const email = checkMailAddress(wish.email);
  return email.ok ? ok({ name: name.value, email: email.value }) : email;
}
