import { addDays, daysBetween, type LocalDate } from '@knotenpunkt/kernel';

/** So many days an organisation has to answer when it is asked whether its entries are still right; the links in the mail end with them. */
export const ANSWER_DAYS = 30;

/** What nobody confirms counts half as much after so many days more. */
export const FADE_HALF_LIFE_DAYS = 180;

/**
 * The last day on which something counts as it was said: the region's period after its last confirmation, and the time to answer.
 * Null: it counts without end, since nobody ever said that it was right and its provenance tells so.
 */
export function freshUntil(knownOn: LocalDate | null, afterDays: number): LocalDate | null {
  return knownOn === null ? null : addDays(knownOn, afterDays + ANSWER_DAYS);
}

/**
 * How much something still counts, from 1 down towards 0: 1 up to its last fresh day, from then on 2^(−days/half-life), as ties fade.
 * It never rises with time, and one confirmation makes it 1 again.
 */
export function freshness(lastFreshDay: LocalDate | null, today: LocalDate): number {
  if (lastFreshDay === null) return 1;
  return 2 ** (-Math.max(0, daysBetween(lastFreshDay, today)) / FADE_HALF_LIFE_DAYS);
}

/** Whether nobody said for so long that something is right that its age is told. */
export function isOutdated(confirmedOn: LocalDate | null, afterDays: number, today: LocalDate): boolean {
  return freshness(freshUntil(confirmedOn, afterDays), today) < 1;
}

const A_MONTH_DAYS = 30.44;

/** An age in the words one would use: days up to two months, then months. */
export function ageOf(day: LocalDate, today: LocalDate): { unit: 'days' | 'months'; count: number } {
  const days = Math.max(0, daysBetween(day, today));
  return days < 2 * A_MONTH_DAYS ? { unit: 'days', count: days } : { unit: 'months', count: Math.floor(days / A_MONTH_DAYS) };
}
