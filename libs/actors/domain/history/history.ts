import { actsFor, passes, type Viewer } from '@knotenpunkt/identity/domain';
import type { Audience, Id, LocalDate } from '@knotenpunkt/kernel';
import type { ActorSize, Profile } from '../actor';
import type { Contact } from '../contact';
import type { EntryText } from '../entry';

/** What a Steckbrief says, part by part, as its versions are compared. Contacts are persons and are in no version. */
export const PROFILE_FIELDS = [
  'name',
  'shortName',
  'kind',
  'employer',
  'summary',
  'description',
  'themes',
  'competences',
  'sector',
  'occupations',
  'size',
  'street',
  'postalCode',
  'city',
  'district',
  'place',
  'website',
  'archived',
] as const;
/** The same of an offer or a need. */
export const ENTRY_FIELDS = ['title', 'text', 'themes', 'competences', 'fromOn', 'untilOn', 'audience', 'state'] as const;
export type HistoryField = (typeof PROFILE_FIELDS)[number] | (typeof ENTRY_FIELDS)[number];

/** What was written in a version, by the names of the domain. Parts that came later are missing in earlier ones. */
export type Said = Readonly<Record<string, unknown>>;

/** A version as it is kept. */
export interface KeptVersion {
  version: number;
  /** Null: it was written by something that keeps no versions. */
  at: Date | null;
  /** Who acted; null: nobody with an account, or it is not known. */
  personId: Id | null;
  /** The act that made it: `actor.profileUpdated`. */
  act: string;
  said: Said;
}

/** A part in two versions; a text has one value, a list several, what was not said has none. */
export interface ComparedField {
  field: HistoryField;
  before: string[];
  after: string[];
}

/** What can be said to an act in words of its own; of any other it is only told that something was changed. */
export const HISTORY_ACTS = [
  'actor.found',
  'actor.listed',
  'actor.joined',
  'actor.profileUpdated',
  'actor.profileConfirmed',
  'actor.profileRestored',
  'actor.logoSet',
  'actor.logoRemoved',
  'actor.proposingStopped',
  'actor.proposingAllowed',
  'actor.archived',
  'actor.hidden',
  'actor.restored',
  'competence.takenIn',
  'competence.equated',
  'competence.refused',
  'entry.found',
  'entry.listed',
  'entry.offerAdded',
  'entry.needAdded',
  'entry.changed',
  'entry.confirmed',
  'entry.withdrawn',
  'entry.reopened',
  'entry.textRestored',
] as const;

/** Who sees what an organisation wrote before: those who work with it, its own people and the coordination of the region. */
export function seesHistory(viewer: Viewer, actorId: Id): boolean {
  return actsFor(viewer, actorId, 'EDITOR') || passes(viewer, 'COORDINATOR');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function valuesOf(said: Said, field: HistoryField): string[] {
  if (field === 'place') {
    const [lat, lon] = [number(said['lat']), number(said['lon'])];
    return lat === null || lon === null ? [] : [`${lat} ${lon}`];
  }
  const value = said[field];
  if (typeof value === 'boolean') return [String(value)];
  if (Array.isArray(value)) return list(value);
  return text(value) === '' ? [] : [text(value)];
}

/** Every part that is said in one of two versions, in the order of the page. */
export function comparedFields(fields: readonly HistoryField[], before: Said, after: Said): ComparedField[] {
  return fields
    .map((field) => ({ field, before: valuesOf(before, field), after: valuesOf(after, field) }))
    .filter(({ before: was, after: is }) => was.length > 0 || is.length > 0);
}

/** Whether a part says the same in both versions; the order of a list says nothing. */
export function isSame({ before, after }: Pick<ComparedField, 'before' | 'after'>): boolean {
  const sorted = [before, after].map((values) => values.toSorted().join('\n'));
  return sorted[0] === sorted[1];
}

/** The parts in which a version differs from the one before it; of the first that is known none. */
export function changedFields(fields: readonly HistoryField[], before: Said | null, after: Said): HistoryField[] {
  if (before === null) return [];
  return comparedFields(fields, before, after)
    .filter((compared) => !isSame(compared))
    .map(({ field }) => field);
}

/** The profile of an earlier version, to be written again; the contacts stay as they are. */
export function profileFrom(said: Said, contacts: Contact[]): Profile {
  return {
    name: text(said['name']),
    shortName: text(said['shortName']),
    summary: text(said['summary']),
    description: text(said['description']),
    themes: list(said['themes']),
    competences: list(said['competences']),
    sector: text(said['sector']) || null,
    occupations: list(said['occupations']),
    street: text(said['street']),
    postalCode: text(said['postalCode']),
    city: text(said['city']),
    district: text(said['district']),
    website: text(said['website']),
    size: (text(said['size']) || null) as ActorSize | null,
    employerId: text(said['employerId']) || null,
    lon: number(said['lon']),
    lat: number(said['lat']),
    contacts,
  };
}

/** What an offer or a need said in an earlier version, to be written again. */
export function entryTextFrom(said: Said): EntryText {
  return {
    title: text(said['title']),
    text: text(said['text']),
    themes: list(said['themes']),
    competences: list(said['competences']),
    fromOn: (text(said['fromOn']) || null) as LocalDate | null,
    untilOn: (text(said['untilOn']) || null) as LocalDate | null,
    audience: (text(said['audience']) || 'PUBLIC') as Audience,
  };
}
