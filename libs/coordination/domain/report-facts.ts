import type { Commitment } from '@knotenpunkt/agreements/domain';
import type { Alliance } from '@knotenpunkt/alliances/domain';
import type { Challenge } from '@knotenpunkt/challenges/domain';
import type { Initiative, InitiativeOrigin } from '@knotenpunkt/initiatives/domain';
import type { DayPeriod, Id, LocalDate } from '@knotenpunkt/kernel';
import type { ReportListName } from './report-lists';

/** So many rows of a list stand in a report; the list itself shows the rest. */
export const REPORT_ROWS = 50;

/** What happened in a region, as the rooms tell it to its coordinator. */
export interface ReportFacts {
  region: string;
  period: DayPeriod;
  today: LocalDate;
  /** When the facts were read, and the version the data had then. */
  at: Date;
  timeZone: string;
  version: number;
  /** How many rows each list shows. */
  counts: Record<ReportListName, number>;
  /** The first rows of the lists that are told one by one, `REPORT_ROWS` at most. */
  formed: Alliance[];
  working: Alliance[];
  concluded: Alliance[];
  benchesMissing: Alliance[];
  unanswered: Challenge[];
  overdue: Commitment[];
  kept: Commitment[];
  withdrawn: Commitment[];
  begun: Initiative[];
  ended: Initiative[];
  /** Names of the organisations that occur; who is not there any more has none. */
  names: ReadonlyMap<Id, string>;
  /** The questions of the alliances that occur. */
  questions: ReadonlyMap<Id, Pick<Challenge, 'question' | 'slug' | 'benches'>>;
  /** How many pairs of members a formed alliance has, and how many of them worked together before. */
  acquaintances: ReadonlyMap<Id, { pairs: number; acquainted: number }>;
  origins: ReadonlyMap<Id, InitiativeOrigin>;
}
