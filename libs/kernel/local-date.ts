/** A calendar day without time or zone, written `YYYY-MM-DD`. Compares correctly as text. */
export type LocalDate = string;

/** How exactly a day is known. MONTH: the day is the first of a month of which only the month is known. */
export const DATE_PRECISIONS = ['DAY', 'MONTH'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

const MILLISECONDS_A_DAY = 86_400_000;

/** Whether the text is an existing calendar day in the form `YYYY-MM-DD`. Before the year 1 there is none: Postgres knows no year 0. */
export function isLocalDate(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** The day `days` after (or, negative, before) `date`. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MILLISECONDS_A_DAY);
}

/** Written in UTC, as a day is read, so that it stays the day. Making one costs a hundred times what using it does. */
const words = Object.fromEntries(
  Object.entries({ de: 'de-DE', en: 'en-GB' }).map(([language, locale]) => {
    const month = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
    return [
      language,
      { DAY: new Intl.DateTimeFormat(locale, { ...month, day: 'numeric' }), MONTH: new Intl.DateTimeFormat(locale, month) },
    ];
  }),
) as Record<'de' | 'en', Record<DatePrecision, Intl.DateTimeFormat>>;

/** A day as it stands in mails and on pages: "4. Dezember 2026", "4 December 2026"; with precision MONTH "April 2024". */
export function dayInWords(date: LocalDate, language: 'de' | 'en', precision: DatePrecision = 'DAY'): string {
  return words[language][precision].format(new Date(`${date}T00:00:00Z`));
}
