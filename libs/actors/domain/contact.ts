import { checkText, isId, isMailAddress, mayRead, ok, refuse, type Id, type Result, type TextCode } from '@knotenpunkt/kernel';
import { actsFor, audienceOf, type Viewer } from '@knotenpunkt/identity/domain';

/**
 * Who sees a contact. HIDDEN: only those who act for the organisation; requests reach it all the same. MEMBERS: whoever
 * acts for an organisation of the region. PUBLIC: everybody.
 */
export const CONTACT_VISIBILITIES = ['HIDDEN', 'MEMBERS', 'PUBLIC'] as const;
export type ContactVisibility = (typeof CONTACT_VISIBILITIES)[number];

export interface Contact {
  id: Id;
  /** A person or an office: "Seminarbüro". */
  name: string;
  role: string;
  email: string;
  phone: string;
  visibility: ContactVisibility;
}

export type ContactCode = TextCode | 'MAIL_INVALID' | 'PHONE_INVALID' | 'VISIBILITY_UNKNOWN' | 'TOO_MANY' | 'ID_INVALID';

export const MOST_CONTACTS = 12;

/** Nobody is shown who did not ask for it. */
export function newContact(id: Id): Contact {
  return { id, name: '', role: '', email: '', phone: '', visibility: 'HIDDEN' };
}

/** The contacts of an actor that a viewer may see, in their order. */
export function visibleContacts<Row extends { visibility: ContactVisibility }>(
  viewer: Viewer,
  actorId: Id,
  contacts: readonly Row[],
): Row[] {
  if (actsFor(viewer, actorId, 'EDITOR')) return [...contacts];
  return contacts.filter(({ visibility }) => visibility !== 'HIDDEN' && mayRead(audienceOf(viewer), visibility));
}

/** A contact as it will be written, or why not. `field` is the list's name with the place: `contacts.0.email`. */
export function checkContact(contact: Contact, at: number): Result<Contact, ContactCode> {
  const field = (name: string) => `contacts.${at}.${name}`;
  if (!isId(contact.id)) return refuse('ID_INVALID', { field: field('id') });
  const name = checkText(field('name'), contact.name, { max: 120 });
  if (!name.ok) return name;
  const role = checkText(field('role'), contact.role, { max: 120, optional: true });
  if (!role.ok) return role;
  const email = contact.email.trim();
  if (email !== '' && !isMailAddress(email)) return refuse('MAIL_INVALID', { field: field('email') });
  const phone = contact.phone.trim();
  if (phone !== '' && !/^[+(]?[0-9][0-9 ()/.-]{3,38}$/.test(phone)) return refuse('PHONE_INVALID', { field: field('phone') });
  if (!CONTACT_VISIBILITIES.includes(contact.visibility)) return refuse('VISIBILITY_UNKNOWN', { field: field('visibility') });
  return ok({ id: contact.id, name: name.value, role: role.value, email, phone, visibility: contact.visibility });
}

/** All contacts of a profile, or what is wrong with the first that is. */
export function checkContacts(contacts: readonly Contact[]): Result<Contact[], ContactCode> {
  if (contacts.length > MOST_CONTACTS) return refuse('TOO_MANY', { field: 'contacts', params: { max: MOST_CONTACTS } });
  const checked: Contact[] = [];
  for (const [at, contact] of contacts.entries()) {
    const result = checkContact(contact, at);
    if (!result.ok) return result;
    checked.push(result.value);
  }
  return ok(checked);
}
