import { addDays, daysBetween, ok, refuse, type DayPeriod, type LocalDate, type Result } from '@knotenpunkt/kernel';

export type ReportCode = 'PERIOD_ORDER' | 'PERIOD_FUTURE' | 'PERIOD_LONG';

/** A report covers five years at most. */
export const LONGEST_REPORT_DAYS = 1_827;

/** From the first day of the last quarter until today: what committees usually ask for. */
export function usualPeriod(today: LocalDate): DayPeriod {
  const quarterOf = (date: LocalDate) => {
    const month = Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3 + 1;
    return `${date.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
  };
  return { from: quarterOf(addDays(quarterOf(today), -1)), until: today };
}

/** The period, or why no report can be made about it: nobody can report on days that have not come. */
export function checkReportPeriod(period: DayPeriod, today: LocalDate): Result<DayPeriod, ReportCode> {
  if (period.until > today) return refuse('PERIOD_FUTURE', { field: 'until' });
  const days = daysBetween(period.from, period.until);
  if (days < 0) return refuse('PERIOD_ORDER', { field: 'until' });
  return days > LONGEST_REPORT_DAYS ? refuse('PERIOD_LONG', { field: 'from' }) : ok(period);
}
