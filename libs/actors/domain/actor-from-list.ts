import type { Id } from '@knotenpunkt/kernel';
import type { Actor } from './actor';
import type { Contact } from './contact';

/** Parts of an entry that a table tells and may change. */
export const LISTED_PARTS = [
  'name',
  'shortName',
  'kind',
  'summary',
  'description',
  'street',
  'postalCode',
  'city',
  'district',
  'website',
  'size',
  'lon',
  'lat',
] as const;
export type ListedPart = (typeof LISTED_PARTS)[number];
export type ListedParts = Partial<Pick<Actor, ListedPart>>;

/** What a table tells of an organisation. Parts it does not know are empty. */
export interface ListedActorFacts extends Pick<Actor, 'id' | ListedPart> {
  /** Which table, in words. */
  sourceNote: string;
  /** Nobody was asked whether it may be shown, so it is hidden. */
  contact: Pick<Contact, 'id' | 'name' | 'email' | 'phone'> | null;
}

/** What a public register tells of an organisation, which has no Steckbrief of its own. */
export type RegisteredActor = Pick<
  ListedActorFacts,
  'id' | 'name' | 'shortName' | 'kind' | 'city' | 'postalCode' | 'lon' | 'lat' | 'sourceNote'
>;

/** An organisation of a register, as a table would tell it. */
export function listedFromRegister(told: RegisteredActor): ListedActorFacts {
  return { ...told, summary: '', description: '', street: '', district: '', website: '', size: null, contact: null };
}

/** The actor as it is stored: taken from a table, confirmed by nobody. */
export function actorFromList({ contact, ...told }: ListedActorFacts, place: { regionId: Id; slug: string }): Actor {
  void contact;
  return {
    ...told,
    ...place,
    themes: [],
    competences: [],
    sector: null,
    occupations: [],
    parentId: null,
    employerId: null,
    collective: false,
    provenance: 'IMPORTED',
    confirmedOn: null,
    logoHash: null,
    proposable: true,
    archived: false,
    version: 1,
  };
}

/** An entry with other parts. A place that was found for another town is wrong; none is better. */
export function withListedParts(actor: Actor, parts: ListedParts): Actor {
  const moved = parts.city !== undefined && parts.city !== actor.city && parts.lon === undefined;
  return { ...actor, ...parts, ...(moved ? { lon: null, lat: null } : {}) };
}
