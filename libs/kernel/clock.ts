import type { LocalDate } from './local-date';

/** The only source of "now" in the product, so that a test can choose the day. */
export interface Clock {
  now(): Date;
  /** The calendar day at `now()` in an IANA time zone such as `Europe/Berlin`. */
  today(timeZone: string): LocalDate;
}

/** Making one costs a hundred times what using it does, and a page asks for the day of each of its rows. */
const formats = new Map<string, Intl.DateTimeFormat>();
/** Nowhere does a day of this century begin at another time than a full quarter of an hour. */
const QUARTER_MS = 900_000;
const lastDays = new Map<string, { quarter: number; day: LocalDate }>();

/** The calendar day of an instant in an IANA time zone. */
export function dayIn(instant: Date, timeZone: string): LocalDate {
  const quarter = Math.floor(instant.getTime() / QUARTER_MS);
  const last = lastDays.get(timeZone);
  if (last?.quarter === quarter) return last.day;
  let format = formats.get(timeZone);
  if (!format) {
    // "sv-SE" writes dates as YYYY-MM-DD.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
    formats.set(timeZone, format);
  }
  const day = format.format(instant);
  lastDays.set(timeZone, { quarter, day });
  return day;
}

export const systemClock: Clock = {
  now: () => new Date(),
  today: (timeZone) => dayIn(new Date(), timeZone),
};

/** A clock that stands still, for tests. */
export function clockAt(instant: string | Date): Clock {
  const fixed = new Date(instant);
  return { now: () => fixed, today: (timeZone) => dayIn(fixed, timeZone) };
}
