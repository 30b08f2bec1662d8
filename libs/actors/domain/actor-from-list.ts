import type { Id } from '@knotenpunkt/kernel';
import type { Actor } from './actor';
import type { Contact } from './contact';

/** What a table of the coordination tells of an organisation. Parts it does not know are empty. */
export interface ListedActorFacts extends Pick<
  Actor,
  | 'id'
  | 'name'
  | 'shortName'
  | 'kind'
  | 'summary'
  | 'description'
  | 'street'
  | 'postalCode'
  | 'city'
  | 'district'
  | 'website'
  | 'size'
  | 'lon'
  | 'lat'
> {
  /** Which table, in words. */
  sourceNote: string;
  /** Nobody was asked whether it may be shown, so it is hidden. */
  contact: Pick<Contact, 'id' | 'name' | 'email' | 'phone'> | null;
}

/** Parts of an entry that a table may change. */
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
