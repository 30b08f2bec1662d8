import { dayInWords, fill, type DatePrecision, type LocalDate } from '@knotenpunkt/kernel';
import { messages } from './messages';
import type { ReportCell } from './report-content';

type Words = (typeof messages)['de']['report'];
type Values = Record<string, string | number>;

/** How a report speaks in one language. */
export class ReportWords {
  readonly own: Words;

  constructor(readonly language: 'de' | 'en') {
    this.own = messages[language].report;
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.language === 'de' ? 'de-DE' : 'en-GB').format(value);
  }

  day(date: LocalDate, precision?: DatePrecision): string {
    return dayInWords(date, this.language, precision);
  }

  moment(at: Date, timeZone: string): string {
    const options = { dateStyle: 'long', timeStyle: 'short', timeZone } as const;
    return new Intl.DateTimeFormat(this.language === 'de' ? 'de-DE' : 'en-GB', options).format(at);
  }

  list(parts: readonly string[]): string {
    return new Intl.ListFormat(this.language, { type: 'conjunction' }).format(parts);
  }

  fill(text: string, values: Values): string {
    return fill(
      text,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? this.number(value) : value])),
    );
  }

  /** The form for one, or the form for several, with `{{count}}` filled. */
  counted(forms: { one: string; other: string }, count: number): string {
    return this.fill(count === 1 ? forms.one : forms.other, { count });
  }
}

export function plain(text: string): ReportCell {
  return { text, address: null };
}

export function linked(text: string, address: string): ReportCell {
  return { text, address };
}
