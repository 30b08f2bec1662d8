import { addDays, type Id, type LocalDate } from '@knotenpunkt/kernel';
import type { Observed } from '../certainty';
import type { DismissalReason } from '../dismissal';
import type { ClueValues } from '../partner-fit';
import type { Certainty } from '../reasons';

/** What was suggested: a partner, one whose offer or need answers ours, or a seat at the table of a question. */
export const SUGGESTION_KINDS = ['PARTNER', 'NEED_OFFER', 'SEAT'] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

/**
 * What came of a suggestion. BECAME: a Vorhaben or an alliance both take part in. INTRODUCED: by a third, all agreed. ACCEPTED: a contact or an
 * introduction was asked for, or the suggested was asked to the table. OPEN: nothing yet, and not so long ago.
 */
export const OUTCOMES = ['BECAME', 'INTRODUCED', 'ACCEPTED', 'DISMISSED', 'IGNORED', 'OPEN'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** After so many days in which nobody did anything about it a suggestion was left alone. */
export const IGNORED_AFTER_DAYS = 60;

/** What happened to two after one was suggested to the other; null: it did not. */
export interface WhatCame {
  shownOn: LocalDate;
  acceptedOn: LocalDate | null;
  introducedOn: LocalDate | null;
  becameOn: LocalDate | null;
  dismissedFor: DismissalReason | null;
}

/** What a suggestion rested on when it was shown: organisations are not named in it. */
export interface SuggestionBasis {
  values: ClueValues;
  /** What the best answer to a need, and the best need for an offer, were called certain by. */
  observed: { answers: Observed | null; asks: Observed | null };
}

/** A suggestion that was shown, with what came of it. */
export interface KeptOutcome extends WhatCame {
  id: Id;
  kind: SuggestionKind;
  /** To whom it was shown; null: to the coordination, for a table. */
  askerId: Id | null;
  suggestedId: Id;
  suggestedKind: string;
  certainty: Certainty;
  /** How probable it was held then; null where nothing was estimated. */
  probability: number | null;
  basis: SuggestionBasis | null;
  /** Day on which one of the two said that it is not so; then it counts for nothing. */
  objectedOn: LocalDate | null;
  objectedById: Id | null;
}

/** What became of it, by the farthest that was reached; what came about says more than a "no" before or after. */
export function outcomeOf(came: WhatCame, today: LocalDate): Outcome {
  if (came.becameOn !== null) return 'BECAME';
  if (came.introducedOn !== null) return 'INTRODUCED';
  if (came.acceptedOn !== null) return 'ACCEPTED';
  if (came.dismissedFor !== null) return 'DISMISSED';
  return addDays(came.shownOn, IGNORED_AFTER_DAYS) <= today ? 'IGNORED' : 'OPEN';
}

/** How much each outcome says for a suggestion, next to one that was accepted. */
const SAYS = { BECAME: 2, INTRODUCED: 1.5, ACCEPTED: 1 } as const;
/** The only reason that speaks against the match. Who knows the other, has no time, or puts it off says nothing about the fit. */
const AGAINST: DismissalReason = 'NO_FIT';

/**
 * What an outcome says about the match: for it, against it, and how much; null: nothing. That a suggestion was left alone says nothing, for
 * nobody knows whether it was read.
 */
export function verdictOf(came: WhatCame, today: LocalDate): { cameTrue: boolean; weight: number } | null {
  const outcome = outcomeOf(came, today);
  if (outcome === 'BECAME' || outcome === 'INTRODUCED' || outcome === 'ACCEPTED') return { cameTrue: true, weight: SAYS[outcome] };
  return outcome === 'DISMISSED' && came.dismissedFor === AGAINST ? { cameTrue: false, weight: 1 } : null;
}
