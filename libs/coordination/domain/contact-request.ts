import { checkText, isMailAddress, ok, refuse, type Id, type Result, type TextCode } from '@knotenpunkt/kernel';

/** What became of a contact somebody asked for. */
export const CONTACT_STATES = ['ASKED', 'ANSWERED', 'DECLINED'] as const;
export type ContactState = (typeof CONTACT_STATES)[number];

export type ContactCode = TextCode | 'MAIL_INVALID' | 'TOO_MANY_CONTACTS' | 'ACTOR_UNKNOWN' | 'ALREADY_DECIDED' | 'NOT_PERMITTED';

/** So many contacts one mail address may ask for within a day: enough for a search, too few for advertising. */
export const CONTACTS_A_DAY = 5;

/** What is asked of a person without an account: who they are, and what it is about. Nothing more. */
export interface ContactWish {
  toActorId: Id;
  name: string;
  email: string;
  organisation: string;
  message: string;
}

/** The wish as it will be kept and sent, or the field that is wrong. `askedToday`: contacts this address asked for since midnight. */
export function askForContact(wish: ContactWish, askedToday: number): Result<ContactWish, ContactCode> {
  const name = checkText('name', wish.name, { max: 120 });
  if (!name.ok) return name;
  const email = wish.email.trim().toLowerCase();
  if (!isMailAddress(email)) return refuse('MAIL_INVALID', { field: 'email' });
  const organisation = checkText('organisation', wish.organisation, { max: 160 });
  if (!organisation.ok) return organisation;
  const message = checkText('message', wish.message, { max: 1_000, optional: true });
  if (!message.ok) return message;
  if (askedToday >= CONTACTS_A_DAY) return refuse('TOO_MANY_CONTACTS', { params: { max: CONTACTS_A_DAY } });
  return ok({ ...wish, name: name.value, email, organisation: organisation.value, message: message.value });
}

/** A contact is decided on once. */
export function decideContact(state: ContactState, decision: 'ANSWERED' | 'DECLINED'): Result<ContactState, ContactCode> {
  return state === 'ASKED' ? ok(decision) : refuse('ALREADY_DECIDED');
}
