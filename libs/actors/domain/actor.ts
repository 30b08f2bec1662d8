import {
  checkLink,
  checkText,
  firstRefusal,
  ok,
  refuse,
  type Id,
  type LocalDate,
  type Refusal,
  type Result,
  type TextCode,
} from '@knotenpunkt/kernel';
import { actsFor, type MandateRole, type Viewer } from '@knotenpunkt/identity/domain';
import { themeOf, type ActorKind } from '@knotenpunkt/themes/domain';
import { checkContacts, type Contact, type ContactCode } from './contact';
import { checkEmployer, type EmployerCode, type EmployerFacts } from './council';

/** MICRO under 10 people, SMALL under 50, MEDIUM under 250, LARGE from 250. */
export const ACTOR_SIZES = ['MICRO', 'SMALL', 'MEDIUM', 'LARGE'] as const;
export type ActorSize = (typeof ACTOR_SIZES)[number];

/** ENTERED by the organisation itself; PUBLIC_SOURCES: collected, confirmed by nobody; IMPORTED from a register. */
export const PROVENANCES = ['ENTERED', 'PUBLIC_SOURCES', 'IMPORTED'] as const;
export type Provenance = (typeof PROVENANCES)[number];

/** What an organisation says about itself: the part of the Steckbrief its people may change. */
export interface Profile {
  name: string;
  shortName: string;
  /** Who they are in one line. */
  summary: string;
  /** Markdown. */
  description: string;
  themes: string[];
  competences: string[];
  /** A code of WZ 2008, or null. */
  sector: string | null;
  /** Codes of KldB 2010: what people do there. */
  occupations: string[];
  street: string;
  postalCode: string;
  city: string;
  district: string;
  website: string;
  size: ActorSize | null;
  /** Of a works or staff council: the organisation whose people elected it. It gives neither of them a right over the other. */
  employerId: Id | null;
  /** Degrees; both or neither. */
  lon: number | null;
  lat: number | null;
  contacts: Contact[];
}

/** An organisation, body or network. Parts of the profile that were never given are empty. */
export interface Actor extends Omit<Profile, 'contacts'> {
  id: Id;
  regionId: Id;
  slug: string;
  kind: ActorKind;
  parentId: Id | null;
  /** True where one entry stands for many, such as "Dortmunder Schulen". */
  collective: boolean;
  provenance: Provenance;
  sourceNote: string | null;
  /** When the organisation last said that its profile is right; null: never. */
  confirmedOn: LocalDate | null;
  /** The file that shows its logo; null: it has none. */
  logoHash: string | null;
  /** Whether it may be proposed to others, as somebody who fits. False: it is found by those who look for it, and that is all. */
  proposable: boolean;
  archived: boolean;
  version: number;
}

export const LIMITS = {
  name: 160,
  shortName: 40,
  summary: 200,
  description: 6_000,
  street: 120,
  postalCode: 12,
  city: 80,
  district: 80,
  themes: 6,
  competences: 20,
  occupations: 12,
} as const;

export type ProfileCode =
  | TextCode
  | ContactCode
  | EmployerCode
  | 'NOT_PERMITTED'
  | 'THEME_UNKNOWN'
  | 'COMPETENCE_UNKNOWN'
  | 'SECTOR_UNKNOWN'
  | 'OCCUPATION_UNKNOWN'
  | 'SIZE_UNKNOWN'
  | 'PLACE_INVALID'
  | 'ACTOR_ARCHIVED';

/** Tells which competences there are; the vocabulary is loaded by whoever asks. */
export interface KnownCompetences {
  has(id: string): boolean;
}

/** The vocabularies a Steckbrief is written in. */
export interface KnownWords {
  competences: KnownCompetences;
  sectors: KnownCompetences;
  occupations: KnownCompetences;
}

/** Who keeps the Steckbrief and the entries of an actor: those with a mandate for it, editors among them. */
export function canEdit(viewer: Viewer, actor: Pick<Actor, 'id' | 'archived'>): boolean {
  return !actor.archived && actsFor(viewer, actor.id, 'EDITOR');
}

const UNKNOWN = { themes: 'THEME_UNKNOWN', competences: 'COMPETENCE_UNKNOWN', occupations: 'OCCUPATION_UNKNOWN' } as const;

function checkList<Field extends keyof typeof UNKNOWN>(
  field: Field,
  ids: readonly string[],
  known: (id: string) => boolean,
): Result<string[], 'TOO_MANY' | (typeof UNKNOWN)[Field]> {
  const each = [...new Set(ids)];
  if (each.length > LIMITS[field]) return refuse('TOO_MANY', { field, params: { max: LIMITS[field] } });
  if (!each.every(known)) return refuse(UNKNOWN[field], { field });
  return ok(each);
}

/** Themes as they will be stored: each once, all known. */
export function checkThemes(ids: readonly string[]) {
  return checkList('themes', ids, (id) => themeOf(id) !== null);
}

/** Competences as they will be stored: each once, all known. */
export function checkCompetences(ids: readonly string[], known: KnownCompetences) {
  return checkList('competences', ids, (id) => known.has(id));
}

/** Occupations as they will be stored: each once, all known. */
export function checkOccupations(codes: readonly string[], known: KnownCompetences) {
  return checkList('occupations', codes, (code) => known.has(code));
}

/** A sector that there is, or none. */
export function checkSector(code: string | null, known: KnownCompetences): Result<string | null, 'SECTOR_UNKNOWN'> {
  return code === null || known.has(code) ? ok(code) : refuse('SECTOR_UNKNOWN', { field: 'sector' });
}

/** A place on earth, or none: half of one is a mistake. */
export function checkPlace({ lon, lat }: Pick<Profile, 'lon' | 'lat'>): Result<Pick<Profile, 'lon' | 'lat'>, 'PLACE_INVALID'> {
  if (lon === null && lat === null) return ok({ lon, lat });
  const within = (degrees: number | null, most: number) => degrees !== null && Number.isFinite(degrees) && Math.abs(degrees) <= most;
  return within(lon, 180) && within(lat, 90) ? ok({ lon, lat }) : refuse('PLACE_INVALID', { field: 'place' });
}

function texts(profile: Profile) {
  return {
    name: checkText('name', profile.name, { max: LIMITS.name }),
    shortName: checkText('shortName', profile.shortName, { max: LIMITS.shortName, optional: true }),
    summary: checkText('summary', profile.summary, { max: LIMITS.summary }),
    description: checkText('description', profile.description, { max: LIMITS.description, optional: true }),
    street: checkText('street', profile.street, { max: LIMITS.street, optional: true }),
    postalCode: checkText('postalCode', profile.postalCode, { max: LIMITS.postalCode, optional: true }),
    city: checkText('city', profile.city, { max: LIMITS.city }),
    district: checkText('district', profile.district, { max: LIMITS.district, optional: true }),
    website: checkLink('website', profile.website),
  };
}

/** All that is wrong with a profile, for a form that shows everything at once; empty when nothing is. */
export function profileRefusals(profile: Profile, known: KnownWords): Refusal[] {
  const checks: Result<unknown>[] = [
    ...Object.values(texts(profile)),
    checkThemes(profile.themes),
    checkCompetences(profile.competences, known.competences),
    checkSector(profile.sector, known.sectors),
    checkOccupations(profile.occupations, known.occupations),
    checkPlace(profile),
    checkContacts(profile.contacts),
  ];
  return checks.flatMap((check) => (check.ok ? [] : [check.refusal]));
}

/** A profile as it will be written, or why not. */
export function checkProfile(profile: Profile, known: KnownWords): Result<Profile, ProfileCode> {
  const checked = texts(profile);
  const refusal = firstRefusal(...Object.values(checked)) as Refusal<ProfileCode> | null;
  if (refusal) return { ok: false, refusal };
  const value = (key: keyof typeof checked) => (checked[key].ok ? checked[key].value : '');
  const themes = checkThemes(profile.themes);
  if (!themes.ok) return themes;
  const competences = checkCompetences(profile.competences, known.competences);
  if (!competences.ok) return competences;
  const sector = checkSector(profile.sector, known.sectors);
  if (!sector.ok) return sector;
  const occupations = checkOccupations(profile.occupations, known.occupations);
  if (!occupations.ok) return occupations;
  const place = checkPlace(profile);
  if (!place.ok) return place;
  if (profile.size !== null && !ACTOR_SIZES.includes(profile.size)) return refuse('SIZE_UNKNOWN', { field: 'size' });
  const contacts = checkContacts(profile.contacts);
  if (!contacts.ok) return contacts;
  return ok({
    name: value('name'),
    shortName: value('shortName'),
    summary: value('summary'),
    description: value('description'),
    themes: themes.value,
    competences: competences.value,
    sector: sector.value,
    occupations: occupations.value,
    street: value('street'),
    postalCode: value('postalCode'),
    city: value('city'),
    district: value('district'),
    website: value('website'),
    size: profile.size,
    employerId: profile.employerId,
    ...place.value,
    contacts: contacts.value,
  });
}

/** What changes with a new profile: the organisation itself said it today, so it is confirmed and no longer hearsay. */
export interface ProfileChange {
  profile: Profile;
  confirmedOn: LocalDate;
  provenance: Provenance;
}

/** Decides on a new profile. */
export function updateProfile(
  viewer: Viewer,
  actor: Actor,
  profile: Profile,
  about: { known: KnownWords; today: LocalDate; named: EmployerFacts },
): Result<ProfileChange, ProfileCode> {
  if (!canEdit(viewer, actor)) return refuse('NOT_PERMITTED');
  const checked = checkProfile(profile, about.known);
  if (!checked.ok) return checked;
  const employer = checkEmployer(actor, checked.value.employerId, about.named);
  if (!employer.ok) return employer;
  return ok({ profile: checked.value, confirmedOn: about.today, provenance: 'ENTERED' });
}

/** Decides whether "Das stimmt noch" counts: gives the day that will be shown. */
export function confirmProfile(viewer: Viewer, actor: Actor, today: LocalDate): Result<LocalDate, 'NOT_PERMITTED'> {
  return canEdit(viewer, actor) ? ok(today) : refuse('NOT_PERMITTED');
}

export const ACTOR_ACTIONS = [
  'updateProfile',
  'setActorLogo',
  'removeActorLogo',
  'confirmProfile',
  'addEntry',
  'declareTie',
  'stopProposingActor',
  'allowProposingActor',
] as const;
export type ActorAction = (typeof ACTOR_ACTIONS)[number];

/** What more than keeping the entries some actions need. */
const NEEDS: Partial<Record<ActorAction, MandateRole>> = {
  declareTie: 'DELEGATE',
  stopProposingActor: 'ADMINISTRATOR',
  allowProposingActor: 'ADMINISTRATOR',
};

/** What a viewer may do with an actor next. */
export function actorActions(viewer: Viewer, actor: Pick<Actor, 'id' | 'archived'>): ActorAction[] {
  if (!canEdit(viewer, actor)) return [];
  return ACTOR_ACTIONS.filter((action) => actsFor(viewer, actor.id, NEEDS[action] ?? 'EDITOR'));
}
