import { isLocalDate, type LocalDate } from './local-date';

/** Days from the first to the last, both included. */
export interface DayPeriod {
  from: LocalDate;
  until: LocalDate;
}

/** A period as it stands in an address: `2026-07-01..2026-11-27`. */
export function writePeriod({ from, until }: DayPeriod): string {
  return `${from}..${until}`;
}

/** The period an address names; null where it names none, days that do not exist, or a last day before the first. */
export function readPeriod(text: string | null): DayPeriod | null {
  const [from = '', until = '', more] = (text ?? '').split('..');
  return more === undefined && isLocalDate(from) && isLocalDate(until) && from <= until ? { from, until } : null;
}
