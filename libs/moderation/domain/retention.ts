import { addDays, type LocalDate } from '@knotenpunkt/kernel';
import { APPEAL_DAYS } from './report/appeal';

/** Days after the last decision: as long as somebody may object, and a month to answer courts and others. */
export const REPORT_KEPT_DAYS = APPEAL_DAYS + 30;
/** Days after the answer. */
export const BARRIER_KEPT_DAYS = 92;
/** Days after it was sent, answered or not. */
export const BARRIER_LONGEST_DAYS = 365;

/** What happened before these days has its texts, names and addresses erased. */
export function keptSince(today: LocalDate): { reportsDecided: LocalDate; barriersAnswered: LocalDate; barriersSent: LocalDate } {
  return {
    reportsDecided: addDays(today, -REPORT_KEPT_DAYS),
    barriersAnswered: addDays(today, -BARRIER_KEPT_DAYS),
    barriersSent: addDays(today, -BARRIER_LONGEST_DAYS),
  };
}
