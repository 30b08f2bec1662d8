import type { LocalDate } from '@knotenpunkt/kernel';

const MILLISECONDS_A_DAY = 86_400_000;

/** Stands for "no end is known": later than every day there is. */
export const OPEN_END = 0x7fffffff;

/** Days since 1 January 1970; what the columns of the adjacency hold instead of text. */
export function toDay(date: LocalDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_A_DAY);
}

export function fromDay(day: number): LocalDate {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
