import { addDays, daysBetween, dayInWords, type DatePrecision, type LocalDate } from '@knotenpunkt/kernel';
import { i18n } from './i18n';
import type { Language } from './language';

const LOCALES: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };

/** A day that may be known to the month only. */
export interface KnownDate {
  date: LocalDate;
  precision?: DatePrecision | null;
}

/** Writes dates, numbers and lists in one language. Days are calendar days and are never shifted by a time zone. */
export interface Format {
  /** "11. November 2026"; with precision MONTH "April 2024". */
  date(date: LocalDate, precision?: DatePrecision | null): string;
  /** "11. Nov. 2026", for tables and phones; with precision MONTH "Apr. 2024". */
  shortDate(date: LocalDate, precision?: DatePrecision | null): string;
  /** "20. Nov.", where the year is plain; the year is added when it differs from that of `today`. */
  dayMonth(date: LocalDate, today: LocalDate): string;
  /** "Montag, 23. November 2026". */
  weekday(date: LocalDate): string;
  /** "September 2023". */
  month(date: LocalDate): string;
  /** "1. März bis 30. Juni 2027", "seit März 2026", "ab April 2027", "bis 30. Juni 2027"; empty when neither end is known. */
  period(from: KnownDate | null, until: KnownDate | null, today: LocalDate): string;
  /** "seit 12 Tagen", "seit gestern", "seit heute": how long something has lasted. */
  since(date: LocalDate, today: LocalDate): string;
  /** "heute", "morgen", "in 7 Tagen", "gestern", "vor 12 Tagen". */
  relative(date: LocalDate, today: LocalDate): string;
  /** "heute", "gestern", else "20. Nov." or, in another year, "20. Nov. 2025". */
  recent(date: LocalDate, today: LocalDate): string;
  /** An instant at a place: "23. November 2026, 14:05". */
  moment(instant: string | Date, timeZone: string): string;
  /** The time of an instant at a place: "14:05". */
  time(instant: string | Date, timeZone: string): string;
  /** "1.204" in German, "1,204" in English. */
  number(value: number, fractionDigits?: number): string;
  /** 0.42 becomes "42 %". */
  percent(share: number): string;
  /** Whole euros: "5.000 €". */
  euro(amount: number): string;
  /** "A, B und C". */
  list(parts: readonly string[]): string;
  /** "A, B oder C". */
  choice(parts: readonly string[]): string;
}

/** Midnight of the day in UTC; every formatter below writes in UTC, so that the day stays the day. */
function instantOf(date: LocalDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

function make(language: Language): Format {
  const locale = LOCALES[language];
  const t = i18n.getFixedT(language, 'webkit');
  const days = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (date: LocalDate) => formatter.format(instantOf(date));
  };
  const short = days({ day: 'numeric', month: 'short', year: 'numeric' });
  const shortMonth = days({ month: 'short', year: 'numeric' });
  const dayAndMonth = days({ day: 'numeric', month: 'short' });
  const dayAndLongMonth = days({ day: 'numeric', month: 'long' });
  const weekday = days({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const and = new Intl.ListFormat(locale, { type: 'conjunction' });
  const or = new Intl.ListFormat(locale, { type: 'disjunction' });

  const known = ({ date, precision }: KnownDate) => dayInWords(date, language, precision ?? 'DAY');
  const sameYear = (a: LocalDate, b: LocalDate) => a.slice(0, 4) === b.slice(0, 4);
  const dayMonth = (date: LocalDate, today: LocalDate) => (sameYear(date, today) ? dayAndMonth(date) : short(date));

  return {
    date: (date, precision) => known({ date, precision }),
    shortDate: (date, precision) => (precision === 'MONTH' ? shortMonth(date) : short(date)),
    dayMonth,
    weekday,
    month: (date) => dayInWords(date, language, 'MONTH'),
    period(from, until, today) {
      if (!from && !until) return '';
      if (!until) return t(from!.date > today ? 'period.from' : 'period.since', { from: known(from!) });
      if (!from) return t('period.until', { until: known(until) });
      if (from.date === until.date && from.precision === until.precision) return known(from);
      const shortFrom = sameYear(from.date, until.date) && from.precision !== 'MONTH' && until.precision !== 'MONTH';
      return t('period.both', { from: shortFrom ? dayAndLongMonth(from.date) : known(from), until: known(until) });
    },
    since(date, today) {
      const count = daysBetween(date, today);
      if (count <= 0) return t('days.sinceToday');
      return count === 1 ? t('days.sinceYesterday') : t('days.since', { count });
    },
    relative(date, today) {
      const count = daysBetween(today, date);
      if (count === 0) return t('days.today');
      if (count === 1) return t('days.tomorrow');
      if (count === -1) return t('days.yesterday');
      return count > 0 ? t('days.in', { count }) : t('days.ago', { count: -count });
    },
    recent(date, today) {
      if (date === today) return t('days.today');
      return date === addDays(today, -1) ? t('days.yesterday') : dayMonth(date, today);
    },
    moment: (instant, timeZone) =>
      new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZone,
      })
        .format(new Date(instant))
        .replace(' um ', ', ')
        .replace(' at ', ', '),
    time: (instant, timeZone) =>
      new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(instant)),
    number: (value, fractionDigits = 0) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: fractionDigits, maximumFractionDigits: fractionDigits }).format(value),
    percent: (share) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share),
    euro: (amount) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(amount),
    list: (parts) => and.format(parts),
    choice: (parts) => or.format(parts),
  };
}

const made = new Map<Language, Format>();

/** The formatters of one language; made once, since `Intl` objects are dear. */
export function formatIn(language: Language): Format {
  let format = made.get(language);
  if (!format) made.set(language, (format = make(language)));
  return format;
}
