import type { Audience, DatePrecision, LocalDate } from '@knotenpunkt/kernel';

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

export interface SeedRegion {
  slug: string;
  nameDe: string;
  nameEn: string;
  language: 'de';
  timeZone: string;
  /** Degrees: west, south, east, north. */
  extent: [number, number, number, number];
  /** True for an invented region. */
  example: boolean;
  /** The day whose state the file describes; null: the day of loading. */
  asOf: LocalDate | null;
  /** Where everything comes from, for the provenance of each entry; null: nothing to say, the region is invented. */
  sourceNote: string | null;
}

export interface SeedMandate {
  actor: string;
  role: 'ADMINISTRATOR' | 'DELEGATE' | 'SUBSTITUTE' | 'EDITOR';
  from: LocalDate;
  until: LocalDate | null;
}

export interface SeedPerson {
  key: string;
  name: string;
  email: string;
  /** Of this region. */
  coordinator?: boolean;
  platformAdministrator?: boolean;
  mandates: SeedMandate[];
  /** One line, printed beside the demo login. */
  purpose: { de: string; en: string };
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
  city: string;
  district: string | null;
  lat: number | null;
  lon: number | null;
  website: string | null;
  /** MICRO under 10 people, SMALL under 50, MEDIUM under 250, LARGE from 250. */
  size: 'MICRO' | 'SMALL' | 'MEDIUM' | 'LARGE' | null;
  /** The organisation it is a part of. */
  parent: string | null;
  /** True where one entry stands for many, such as "Dortmunder Schulen". */
  collective: boolean;
  /** When the organisation last said that its profile is right; null: never. */
  confirmedOn: LocalDate | null;
  contacts: SeedContact[];
}

/** `member` belongs to `of`, a network or body. */
export interface SeedMembership {
  member: string;
  of: string;
  certainty: SeedCertainty;
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

export interface SeedPartner {
  actor: string;
  role: 'PARTNER' | 'FUNDER' | 'SUPPORTER';
  /** STATED: said by others, such as the press; not by the partner. INVITED: asked, no answer yet. */
  state: 'ACCEPTED' | 'INVITED' | 'STATED';
  since: LocalDate | null;
}

export interface SeedInitiative {
  key: string;
  title: string;
  kind: 'PROJECT' | 'SURVEY' | 'STUDY' | 'LIVING_LAB' | 'CONCERTED_ACTION' | 'CAMPAIGN' | 'EVENT_SERIES';
  state: 'IDEA' | 'PROPOSED' | 'ACTIVE' | 'FINISHED' | 'ABANDONED';
  summary: string;
  description: string | null;
  lead: string;
  leadCertainty: SeedCertainty;
  partners: SeedPartner[];
  themes: string[];
  wanted: { text: string; competences: string[]; kinds: SeedActorKind[] }[];
  startOn: LocalDate | null;
  startPrecision: DatePrecision;
  endOn: LocalDate | null;
  endPrecision: DatePrecision;
  nextStep: string | null;
  /** Euros. */
  budget: {
    planned: number | null;
    decided: { amount: number; on: LocalDate; paper: string } | null;
    spent: number | null;
  } | null;
  results: { text: string; on: LocalDate; evidenceUrl: string | null }[];
  /** Key of the initiative it is a part of. */
  partOf: string | null;
}

export interface SeedEvent {
  key: string;
  title: string;
  format: 'OPENING' | 'PANEL' | 'IMPULSE' | 'TALK' | 'WORKSHOP' | 'DIALOGUE' | 'CONFERENCE';
  initiative: string | null;
  dateOn: LocalDate;
  datePrecision: DatePrecision;
  /** HH:MM in the region's time zone. */
  startTime: string | null;
  endTime: string | null;
  venue: string | null;
  hosts: string[];
  /** Without the hosts. */
  participants: string[];
  /** Whom it is meant for, in words. */
  forWhom: string | null;
  registration: 'LIMITED_FREE_SEATS' | 'BY_MAIL' | 'NONE_NEEDED' | 'FREE_ENTRY' | null;
  livestream: boolean;
  /** Only HELD makes participants meet. */
  state: 'ANNOUNCED' | 'HELD' | 'CANCELLED';
  approximateParticipants: number | null;
}

export interface SeedChallenge {
  key: string;
  question: string;
  context: string | null;
  /** Whom it concerns, in words. */
  concerns: string | null;
  askedBy: string | null;
  themes: string[];
  competences: string[];
  benches: { kind: SeedActorKind; minimum: number }[];
  untilOn: LocalDate | null;
  state: 'PROPOSED' | 'PUBLISHED' | 'CLOSED';
  /** EDITORIAL: written by the editors, asked by nobody in particular. */
  origin: 'EDITORIAL' | 'ACTOR';
}

export interface SeedAllianceMember {
  actor: string;
  bench: SeedActorKind;
  answer: 'YES' | 'YES_BUT' | 'RESERVED' | 'NO' | 'NONE';
  /** For RESERVED: until when the decision is to be made. */
  reservedUntil: LocalDate | null;
  /** For YES_BUT: the change asked for. */
  change: string | null;
  answeredOn: LocalDate | null;
  /** What the member brings, as it stands in the alliance's text. */
  commitment: string;
}

export interface SeedAlliance {
  key: string;
  challenge: string;
  title: string;
  purpose: string;
  state: 'DRAFT' | 'INVITING' | 'FORMED' | 'ACTIVE' | 'CONCLUDED';
  formedOn: LocalDate | null;
  concludedOn: LocalDate | null;
  effect: string | null;
  members: SeedAllianceMember[];
  milestones: { text: string; dueOn: LocalDate; reachedOn: LocalDate | null }[];
}

/** A Zusage. Overdue is OPEN with `dueOn` before today: no state of its own. */
export interface SeedCommitment {
  key: string;
  actor: string;
  /** To whom in particular; null: to all who take part. */
  to: string | null;
  purpose: { type: 'INITIATIVE' | 'ALLIANCE'; key: string };
  text: string;
  dueOn: LocalDate;
  state: 'OPEN' | 'KEPT' | 'WITHDRAWN';
  decidedOn: LocalDate | null;
  evidence: string | null;
  evidenceUrl: string | null;
  note: string | null;
  promisedOn: LocalDate;
}

/**
 * All that is loaded into a region when the product starts for the first time, in one form and with real dates. Keys
 * are unique within their list; rows get `idFrom(region.slug, 'actor', key)`, so that rooms refer to each other without
 * looking up.
 */
export interface RegionSeed {
  region: SeedRegion;
  people: SeedPerson[];
  actors: SeedActor[];
  memberships: SeedMembership[];
  declaredTies: SeedDeclaredTie[];
  entries: SeedEntry[];
  initiatives: SeedInitiative[];
  events: SeedEvent[];
  challenges: SeedChallenge[];
  alliances: SeedAlliance[];
  commitments: SeedCommitment[];
}
