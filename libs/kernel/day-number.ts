import type { LocalDate } from './local-date';

const MILLISECONDS_A_DAY = 86_400_000;
/** Days as text: things share few of them, and an answer may name each ten thousand times. */
const WRITTEN = new Map<number, LocalDate>();
const MOST_WRITTEN = 100_000;

/** Stands for "no end is known": later than every day there is. */
export const OPEN_END = 0x7fffffff;

/** Days since 1 January 1970: what columns hold instead of text. */
export function toDay(date: LocalDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_A_DAY);
}

/** The day again. */
export function fromDay(day: number): LocalDate {
  const known = WRITTEN.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
  if (WRITTEN.size >= MOST_WRITTEN) WRITTEN.clear();
  WRITTEN.set(day, date);
  return date;
}
