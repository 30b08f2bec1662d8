import type { Id } from '@knotenpunkt/kernel';

/**
 * How well founded a suggestion is, best first. In the interface: gut belegt, möglich, Versuch.
 * What lies below ATTEMPT is not suggested: "Dazu passt hier zurzeit nichts" is an answer.
 */
export const CERTAINTIES = ['WELL_FOUNDED', 'POSSIBLE', 'ATTEMPT'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** The next lower certainty, or null below the lowest. */
export function lower(certainty: Certainty | null): Certainty | null {
  return certainty === null ? null : (CERTAINTIES[CERTAINTIES.indexOf(certainty) + 1] ?? null);
}

/** The higher of two. */
export function higher(a: Certainty | null, b: Certainty | null): Certainty | null {
  if (a === null || b === null) return a ?? b;
  return CERTAINTIES.indexOf(a) <= CERTAINTIES.indexOf(b) ? a : b;
}

/** Why something is suggested. Each has a sentence under `reasons.<CODE>` in the catalogue. */
export const REASON_CODES = [
  'OFFER_ANSWERS_NEED',
  'NEED_ASKS_FOR_OFFER',
  'SAME_NEED',
  'OF_SOUGHT_KIND',
  'FOR_SAME_GROUP',
  'SHARED_COMPETENCE',
  'SHARED_THEME',
  'COMMON_PARTNER',
  'ALIKE_PROJECT',
  'ALIKE_QUESTION',
  'OVERLOOKED',
  'SELDOM_INVOLVED',
  'ALREADY_WORKS_TOGETHER',
  'MISSING_BENCH',
  'MISSING_COMPETENCE',
  'STATED_COMPETENCE',
  'EMPLOYEES_SIDE_CONCERNED',
  'COUNCIL_OF_MEMBER',
  'COVERS_ASPECT',
  'ASKS_THE_QUESTION',
  'BRINGS_TOGETHER',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** What speaks against it, or should be asked first. Each has a sentence under `doubts.<CODE>`. */
export const DOUBT_CODES = [
  'RULES_OUT',
  'MEMBERS_ONLY',
  'ONLY_FOR',
  'NOT_FOR',
  'ONLY_FROM',
  'ONLY_UNTIL',
  'FAR_AWAY',
  'CONFIRMED_LONG_AGO',
  'PROFILE_CONFIRMED_LONG_AGO',
  'NO_TIE_YET',
  'MANY_OPEN_COMMITMENTS',
  'NOTHING_OFFERED',
] as const;
export type DoubtCode = (typeof DOUBT_CODES)[number];

/** A record a reason rests on, so that the reader can look it up; a project is a Vorhaben or an alliance. */
export interface Evidence {
  type: 'ENTRY' | 'ACTOR' | 'PROJECT' | 'THEME' | 'COMPETENCE' | 'ASPECT' | 'BENCH';
  id: string;
}

export interface Reason<Code extends string = ReasonCode> {
  code: Code;
  /** What the sentence's placeholders stand for. */
  params: Record<string, string | number>;
  evidence: Evidence[];
}

export type Doubt = Reason<DoubtCode>;

/** An actor with what speaks for and against it, best reason first. */
export interface ActorSuggestion {
  actorId: Id;
  certainty: Certainty;
  reasons: Reason[];
  doubts: Doubt[];
  /** Of a hundred such suggestions something comes of so many; null or missing where a region's own outcomes do not tell. */
  percent?: number | null;
}
