import type { Id, LocalDate } from '@knotenpunkt/kernel';
import type { Initiative } from './initiative';
import type { InitiativeText } from './initiative-text';

type Told = 'title' | 'summary' | 'description' | 'themes' | 'startOn' | 'startPrecision' | 'endOn' | 'endPrecision' | 'budget';

/** What a public register tells of a project and of those who carry it out. */
export interface RegisteredProject extends Pick<InitiativeText, Told> {
  id: Id;
  leadId: Id;
  /** INFERRED where the register names nobody as the lead. */
  leadCertainty: 'CONFIRMED' | 'INFERRED';
  partnerIds: Id[];
  /** Which register, in words. */
  sourceNote: string;
}

/**
 * The Vorhaben as it is stored. Who stands in a public register takes part by contract: those named count as working
 * together, with the register as the source. They do so from the beginning, or from the day of the register if that is earlier.
 */
export function initiativeFromRegister(told: RegisteredProject, place: { regionId: Id; slug: string }, asOf: LocalDate): Initiative {
  const { partnerIds, ...text } = told;
  const begun = told.startOn !== null && told.startOn < asOf ? told.startOn : asOf;
  const over = told.endOn !== null && told.endOn < asOf;
  return {
    ...text,
    ...place,
    kind: 'PROJECT',
    state: over ? 'FINISHED' : 'ACTIVE',
    wanted: [],
    nextStep: '',
    results: [],
    partners: partnerIds.map((actorId) => ({ actorId, role: 'PARTNER', state: 'ACCEPTED', sinceOn: begun, untilOn: null, answerBy: null })),
    partOfId: null,
    leadSinceOn: begun,
    endedOn: over ? told.endOn : null,
    endReason: '',
    version: 1,
  };
}
