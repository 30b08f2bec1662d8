import type { Audience, LocalDate } from '@knotenpunkt/kernel';

/** As in themes/domain, which is a later room: structurally the same, and a spec above both keeps it so. */
export type SeedActorKind =
  | 'ADMINISTRATION'
  | 'COMPANY'
  | 'CHAMBER'
  | 'UNION'
  | 'ASSOCIATION'
  | 'SCIENCE'
  | 'EDUCATION'
  | 'CIVIL_SOCIETY'
  | 'MEDIA'
  | 'NETWORK'
  | 'BODY'
  | 'OTHER';

/**
 * How sure a statement is. CONFIRMED: by both sides; REPORTED: by one side or the press; INFERRED: concluded by whoever
 * wrote the file, shown as "vermutet" and never the source of a tie.
 */
export type SeedCertainty = 'REPORTED' | 'INFERRED' | 'CONFIRMED';

export interface SeedMandate {
  actor: string;
  role: 'ADMINISTRATOR' | 'DELEGATE' | 'SUBSTITUTE' | 'EDITOR';
  from: LocalDate;
  until: LocalDate | null;
}

/** A search in the directory that a person has saved. */
export interface SeedSavedSearch {
  key: string;
  name: string;
  /** The search part of the directory's address. */
  address: string;
  mail: boolean;
  /** Keys of organisations it has found since the person looked. */
  news: string[];
}

export interface SeedPerson {
  key: string;
  name: string;
  email: string;
  /** Of this region. */
  coordinator?: boolean;
  platformAdministrator?: boolean;
  mandates: SeedMandate[];
  savedSearches?: SeedSavedSearch[];
  /** One line, printed beside the demo login. */
  purpose: { de: string; en: string };
}

/** Somebody who says to speak for an organisation, and waits. */
export interface SeedRegistration {
  key: string;
  person: string;
  /** The entry that is claimed; null: a new one. */
  actor: string | null;
  founded: { name: string; kind: SeedActorKind; city: string; website: string; summary: string; employer?: string | null } | null;
  position: string;
  evidence: string;
  /** What the coordination has asked back; null: nothing yet. */
  question: string | null;
  askedOn: LocalDate;
}

/** A word of an organisation's own for a competence, and what the coordination made of it. `term`: what stands for it; null: it was refused. */
export interface SeedWord {
  written: string;
  state: 'PROPOSED' | 'TERM' | 'REFUSED';
  term: string | null;
  reason: string;
  proposedOn: LocalDate;
  decidedOn: LocalDate | null;
}

export interface SeedContact {
  name: string;
  role: string;
  email: string;
  phone: string | null;
  visibility: 'HIDDEN' | 'MEMBERS' | 'PUBLIC';
}

export interface SeedActor {
  key: string;
  kind: SeedActorKind;
  name: string;
  shortName: string | null;
  summary: string;
  /** Markdown. */
  description: string | null;
  themes: string[];
  competences: string[];
  /** Words of its own beside them; those that were not refused stand in its Steckbrief. */
  words?: SeedWord[];
  /** A code of WZ 2008; left out: nobody says. */
  sector?: string | null;
  /** Codes of KldB 2010. */
  occupations?: string[];
  city: string;
  district: string | null;
  lat: number | null;
  lon: number | null;
  website: string | null;
  /** MICRO under 10 people, SMALL under 50, MEDIUM under 250, LARGE from 250. */
  size: 'MICRO' | 'SMALL' | 'MEDIUM' | 'LARGE' | null;
  /** The organisation it is a part of. */
  parent: string | null;
  /** Of a works or staff council: the organisation whose people elected it. */
  employer?: string | null;
  /** True where one entry stands for many, such as "Dortmunder Schulen". */
  collective: boolean;
  /** When the organisation last said that its profile is right; null: never. */
  confirmedOn: LocalDate | null;
  /** When it was asked by mail whether that is still right, and has not answered; left out: never. */
  askedOn?: LocalDate | null;
  contacts: SeedContact[];
}

/** `member` belongs to `of`, a network or body. */
export interface SeedMembership {
  member: string;
  of: string;
  certainty: SeedCertainty;
  /** Null where nobody says: then the day the region describes counts. */
  since: LocalDate | null;
}

/** A tie that `from` declares to `to`; `confirmed` when `to` agreed. */
export interface SeedDeclaredTie {
  from: string;
  to: string;
  label: string;
  since: LocalDate;
  confirmed: boolean;
}

export interface SeedEntry {
  key: string;
  actor: string;
  direction: 'OFFER' | 'NEED';
  title: string;
  text: string;
  themes: string[];
  competences: string[];
  fromOn: LocalDate | null;
  untilOn: LocalDate | null;
  confirmedOn: LocalDate | null;
  audience: Audience;
}
