import { addDays, type LocalDate } from '@knotenpunkt/kernel';

/** Further back nothing is measured: ten years. */
const MOST_MONTHS = 120;

/** The last days of the months from the one of `first` up to the one before `today`, the latest first. */
export function endsOfMonths(first: LocalDate, today: LocalDate, most = MOST_MONTHS): LocalDate[] {
  const ends: LocalDate[] = [];
  for (let end = addDays(`${today.slice(0, 7)}-01`, -1); end >= first && ends.length < most; end = addDays(`${end.slice(0, 7)}-01`, -1))
    ends.push(end);
  return ends;
}

/**
 * The days of the past for which measures are missing: the end of each month that has none yet. Of a network with many ties, which
 * takes long to measure, only of every third month and of six years.
 */
export function missingDays(first: LocalDate, today: LocalDate, measured: readonly LocalDate[], ties: number): LocalDate[] {
  const known = new Set(measured.map((day) => day.slice(0, 7)));
  const isLarge = ties > LARGE;
  return endsOfMonths(first, today, isLarge ? 72 : MOST_MONTHS).filter(
    (day) => !known.has(day.slice(0, 7)) && (!isLarge || Number(day.slice(5, 7)) % 3 === 0),
  );
}

/** So many ties are many. */
const LARGE = 20_000;
