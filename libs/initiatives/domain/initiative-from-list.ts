import type { Id, LocalDate } from '@knotenpunkt/kernel';
import type { Initiative } from './initiative';
import type { InitiativeText } from './initiative-text';

/** Parts of a Vorhaben that a table tells and may change. What is wanted, the budget and the partners are taken for new ones only. */
export const LISTED_INITIATIVE_PARTS = [
  'title',
  'kind',
  'summary',
  'description',
  'themes',
  'startOn',
  'startPrecision',
  'endOn',
  'endPrecision',
  'nextStep',
] as const;
export type ListedInitiativePart = (typeof LISTED_INITIATIVE_PARTS)[number];
export type ListedInitiativeParts = Partial<Pick<InitiativeText, ListedInitiativePart>>;

/** What a table tells of a Vorhaben. */
export interface ListedInitiativeFacts extends InitiativeText {
  id: Id;
  leadId: Id;
  partnerIds: readonly Id[];
  /** Which table, in words. */
  sourceNote: string;
}

/**
 * The Vorhaben as it is stored: its lead and its partners are named by a table and have said nothing yet, so they are stated, not
 * confirmed. It is over where its end has passed, and an idea where its beginning lies ahead.
 */
export function initiativeFromList(told: ListedInitiativeFacts, place: { regionId: Id; slug: string }, today: LocalDate): Initiative {
  const { partnerIds, ...text } = told;
  const { startOn, endOn, endPrecision, leadId } = told;
  const begun = startOn !== null && startOn < today ? startOn : today;
  // "Bis März" reaches to the end of March.
  const over = endOn !== null && (endPrecision === 'MONTH' ? endOn.slice(0, 7) < today.slice(0, 7) : endOn < today);
  return {
    ...text,
    ...place,
    state: over ? 'FINISHED' : startOn !== null && startOn > today ? 'IDEA' : 'ACTIVE',
    leadCertainty: 'REPORTED',
    partners: partnerIds
      .filter((actorId) => actorId !== leadId)
      .map((actorId) => ({ actorId, role: 'PARTNER', state: 'STATED', sinceOn: begun, untilOn: null, answerBy: null })),
    results: [],
    partOfId: null,
    leadSinceOn: begun,
    endedOn: over ? endOn : null,
    endReason: '',
    version: 1,
  };
}
