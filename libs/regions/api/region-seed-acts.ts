import type { DatePrecision, LocalDate } from '@knotenpunkt/kernel';
import type { SeedActorKind, SeedCertainty } from './region-seed-actors';

export interface SeedPartner {
  actor: string;
  role: 'PARTNER' | 'FUNDER' | 'SUPPORTER';
  /** STATED: said by others, such as the press; not by the partner. INVITED: asked, no answer yet. */
  state: 'ACCEPTED' | 'INVITED' | 'STATED';
  /** Null where nobody says: then the start of the Vorhaben counts, and without it the day the region describes. */
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

/** Which kind of thing is brought, and how much of it: in hundredths of a position, hours, or cents. */
export interface SeedTerms {
  contributionKind: 'PEOPLE' | 'MONEY' | 'ROOMS' | 'KNOWLEDGE' | 'OTHER';
  amount: { value: number; unit: 'POSITION_PERCENT' | 'HOURS' | 'CENTS' } | null;
  fromOn: LocalDate | null;
}

export interface SeedAllianceMember extends SeedTerms {
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

/** What a member wrote down for an alliance; whoever is not silent and does not object has agreed. */
export interface SeedStatement {
  key: string;
  kind: 'DECISION' | 'MINUTES' | 'RESULT' | 'LESSON';
  text: string;
  on: LocalDate;
  /** The member that wrote it. */
  by: string;
  audience: 'MEMBERS' | 'PUBLIC';
  concerns: string;
  /** Of minutes. */
  place: string;
  present: string[];
  nextOn: LocalDate | null;
  /** Key of the minutes it stands in. */
  minutes: string | null;
  /** Who has said nothing yet. */
  silent: string[];
  /** Null: somebody is silent. */
  confirmedOn: LocalDate | null;
}

/** What an alliance that is formed has written down, and who has left it. */
export interface SeedAllianceWork {
  alliance: string;
  statements: SeedStatement[];
  /** What nobody has taken on yet. */
  tasks: { key: string; by: string; minutes: string | null; text: string; dueOn: LocalDate }[];
  departed: { actor: string; bench: SeedActorKind; commitment: string; since: LocalDate; leavesOn: LocalDate; reason: string }[];
}

/** A Zusage. Overdue is OPEN with `dueOn` before today: no state of its own. */
export interface SeedCommitment extends SeedTerms {
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

export interface SeedIntroductionSide {
  actor: string;
  /** Key of the person who answered; null: nobody did, or nobody who signs in. */
  person: string | null;
  answer: 'YES' | null;
  answeredOn: LocalDate | null;
}

/** Two organisations are introduced by a third. */
export interface SeedIntroduction {
  key: string;
  /** The first end, or null: the coordination asks. */
  askedBy: string | null;
  purpose: string;
  reason: string;
  askedOn: LocalDate;
  /** Null: not all have agreed. */
  agreedOn: LocalDate | null;
  first: SeedIntroductionSide;
  goBetween: SeedIntroductionSide;
  second: SeedIntroductionSide;
}

/** What an answer to a need was called certain by; as matching has it. */
export interface SeedObserved {
  kind: 'WORDS' | 'MEANING';
  score: number;
  asked: number;
  sixth: number;
}

/** One organisation was suggested to another on a day, by what was computed for them in this region. */
export interface SeedSuggestion {
  asker: string;
  suggested: string;
  /** The offer or need of the suggested that it rested on; null: on none. */
  entry: string | null;
  certainty: 'WELL_FOUNDED' | 'POSSIBLE' | 'ATTEMPT';
  probability: number;
  basis: {
    values: Record<'answers' | 'asks' | 'same' | 'shared' | 'history' | 'themes' | 'bench', number>;
    observed: { answers: SeedObserved | null; asks: SeedObserved | null };
  };
  shownOn: LocalDate;
  /** Why its people put it away; null: they did not. */
  dismissedFor: 'NO_FIT' | 'KNOWN_ALREADY' | 'NO_CAPACITY' | 'OTHER' | null;
}

/** Promised elsewhere, entered by the coordination on that day; waits for the organisation to confirm it. */
export interface SeedOutsidePromise {
  key: string;
  actor: string;
  purpose: { type: 'INITIATIVE' | 'ALLIANCE'; key: string };
  text: string;
  dueOn: LocalDate;
  way: 'TELEPHONE' | 'MEETING' | 'LETTER';
  saidOn: LocalDate;
  /** A function. */
  saidBy: string;
  proof: string;
}

/** Something the coordination has in hand. */
export interface SeedThread {
  key: string;
  title: string;
  subject: {
    type: 'ALLIANCE' | 'INITIATIVE' | 'CHALLENGE' | 'INTRODUCTION' | 'OUTSIDE_PROMISE' | 'ACTOR';
    key: string;
  } | null;
  actors: string[];
  nextStep: string;
  stepActor: string | null;
  followUpOn: LocalDate | null;
  /** Keys of persons who coordinate the region. */
  owner: string | null;
  deputy: string | null;
  openedOn: LocalDate;
  attendedOn: LocalDate;
  /** Null: it is open. */
  doneOn: LocalDate | null;
  closing: string;
  /** What an organisation says of it, and nobody has noted yet. */
  correction: { actor: string; text: string; writtenOn: LocalDate } | null;
}

/** Somebody without an account reported a public entry, and nobody has decided yet. */
/** An organisation that became part of one of the region, and of which only that is known. */
export interface SeedSuccession {
  key: string;
  name: string;
  kind: SeedActorKind;
  city: string;
  summary: string;
  sourceNote: string;
  /** What it is part of, and the first day of that. */
  successor: string;
  sinceOn: LocalDate;
  /** Since when it worked with that. */
  tiedSinceOn: LocalDate;
  note: string;
}

export interface SeedContentReport {
  key: string;
  subject: { type: 'ACTOR' | 'INITIATIVE' | 'CHALLENGE' | 'ALLIANCE'; key: string };
  reason: 'UNTRUE' | 'RIGHTS' | 'ILLEGAL';
  explanation: string;
  /** Which part of the entry. */
  place: string;
  name: string;
  email: string;
  reportedOn: LocalDate;
}
