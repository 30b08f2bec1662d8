import type { LocalDate } from '@knotenpunkt/kernel';
import type { Measures } from './measure';

/** What is told of one day. */
export interface SeriesDay extends Pick<
  Measures,
  'actors' | 'ties' | 'density' | 'components' | 'largestShare' | 'centralisation' | 'isolated' | 'newTies' | 'fadedTies'
> {
  day: LocalDate;
  origin: 'DAY' | 'FACTS';
}

const COLUMNS = [
  'day',
  'origin',
  'actors',
  'ties',
  'density',
  'components',
  'largestShare',
  'centralisation',
  'isolated',
  'newTies',
  'fadedTies',
] as const satisfies readonly (keyof SeriesDay)[];

/** The days as CSV (RFC 4180), one a line below the names of the columns. */
export function seriesAsCsv(days: readonly SeriesDay[]): string {
  return [COLUMNS, ...days.map((day) => COLUMNS.map((column) => day[column]))].map((line) => `${line.join(',')}\r\n`).join('');
}

/** The days as JSON, with nothing but what is named. */
export function seriesAsJson(days: readonly SeriesDay[]): string {
  return JSON.stringify(
    days.map((day) => Object.fromEntries(COLUMNS.map((column) => [column, day[column]]))),
    null,
    2,
  );
}
