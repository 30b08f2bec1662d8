import type { CommitmentStanding } from '@knotenpunkt/agreements/domain';
import type { AllianceState } from '@knotenpunkt/alliances/domain';
import type { InitiativeOrigin } from '@knotenpunkt/initiatives/domain';
import { writePeriod, type DayPeriod } from '@knotenpunkt/kernel';
import { introductionList } from './introduction-views';

const working = { states: ['FORMED', 'ACTIVE'] as AllianceState[] };
const preparing = { states: ['DRAFT', 'INVITING'] as AllianceState[] };
const standing = (...standings: CommitmentStanding[]) => ({ standings });
const from = (...origins: InitiativeOrigin[]) => ({ origins });

/**
 * The lists a report counts: the address at which each is read, within the region, and the filter that says the same to the room
 * whose list it is. Both stand side by side, so that a figure is what its list shows.
 */
export function reportLists(period: DayPeriod) {
  const days = writePeriod(period);
  return {
    formed: { address: `/allianzen?gebildet=${days}`, filter: { formed: period } },
    formedAcquainted: { address: `/allianzen?gebildet=${days}&vorher=ja`, filter: { formed: period, acquainted: true } },
    formedStrangers: { address: `/allianzen?gebildet=${days}&vorher=nein`, filter: { formed: period, acquainted: false } },
    working: { address: '/allianzen?zeigt=arbeiten', filter: working },
    concluded: { address: `/allianzen?beendet=${days}`, filter: { concluded: period } },
    calledOff: { address: `/allianzen?abgesagt=${days}`, filter: { calledOff: period } },
    preparing: { address: '/allianzen?zeigt=vorbereitung', filter: preparing },
    benchesMissing: { address: '/allianzen?zeigt=arbeiten&luecke=ja', filter: { ...working, benchMissing: true } },
    benchesMissingPreparing: { address: '/allianzen?zeigt=vorbereitung&luecke=ja', filter: { ...preparing, benchMissing: true } },
    unanswered: {
      address: '/herausforderungen?zeigt=ohne-allianz',
      filter: { states: ['PUBLISHED'], withoutAlliance: true },
    },
    overdue: { address: '/zusagen?stand=OVERDUE', filter: standing('OVERDUE') },
    promised: { address: `/zusagen?zugesagt=${days}`, filter: { promised: period } },
    kept: { address: `/zusagen?stand=KEPT&entschieden=${days}`, filter: { ...standing('KEPT'), decided: period } },
    withdrawn: { address: `/zusagen?stand=WITHDRAWN&entschieden=${days}`, filter: { ...standing('WITHDRAWN'), decided: period } },
    begun: { address: `/vorhaben?begonnen=${days}`, filter: { begun: period } },
    begunHere: {
      address: `/vorhaben?begonnen=${days}&herkunft=AGREED_HERE,BEGUN_HERE`,
      filter: { begun: period, ...from('AGREED_HERE', 'BEGUN_HERE') },
    },
    begunBefore: {
      address: `/vorhaben?begonnen=${days}&herkunft=BEFORE,REGISTER`,
      filter: { begun: period, ...from('BEFORE', 'REGISTER') },
    },
    begunUnknown: {
      address: `/vorhaben?begonnen=${days}&herkunft=REPORTED,UNKNOWN`,
      filter: { begun: period, ...from('REPORTED', 'UNKNOWN') },
    },
    ended: { address: `/vorhaben?beendet=${days}`, filter: { ended: period } },
    introductionsAsked: introductionList('asked', period),
    introductionsAgreed: introductionList('agreed', period),
    introductionsMet: introductionList('met', period),
    introductionsBecame: introductionList('became', period),
    introductionsNothing: introductionList('nothing', period),
    introductionsDeclined: introductionList('declined', period),
    introductionsUnanswered: introductionList('unanswered', period),
    contacts: { address: `/koordination?kontakte=${days}`, filter: period },
  };
}

export type ReportLists = ReturnType<typeof reportLists>;
export type ReportListName = keyof ReportLists;

/** What became of those who were introduced to each other, in the order in which it comes about. */
export const INTRODUCTION_LISTS = [
  'introductionsAsked',
  'introductionsAgreed',
  'introductionsMet',
  'introductionsBecame',
  'introductionsNothing',
  'introductionsDeclined',
  'introductionsUnanswered',
] as const satisfies ReportListName[];
