import { addDays, fromDay, toDay, type LocalDate } from '@knotenpunkt/kernel';
import type { NetworkOverview } from '../columns/network-overview';

/** Further back no bar is drawn: a wrong date of the past would make all of them thinner than a line. */
const MOST_MONTHS = 480;
/** Before this share of the ties had begun there is next to nothing to see: it would take half of the line. */
const HARDLY_ANY = 0.05;

/** How many ties began in one month. */
export interface MonthBegun {
  /** Its first day. */
  month: LocalDate;
  count: number;
}

const firstOfMonth = (day: LocalDate): LocalDate => `${day.slice(0, 7)}-01`;

/** The same day so many months later, the last of a shorter month. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const whole = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const month = `${String(Math.floor(whole / 12)).padStart(4, '0')}-${String((((whole % 12) + 12) % 12) + 1).padStart(2, '0')}`;
  const last = addDays(firstOfNext(`${month}-01`), -1);
  const same = `${month}-${day.slice(8)}`;
  return same < last ? same : last;
}

function firstOfNext(month: LocalDate): LocalDate {
  return firstOfMonth(addDays(month, 31));
}

/** Each month to that of the network's day, from the one in which there began to be something to see; also those in which nothing began. */
export function begunByMonth({ columns, asOf, tieCount }: NetworkOverview): MonthBegun[] {
  // By day first: many ties begin on the same one, and a date is dear to write.
  const onDays = new Map<number, number>();
  const { since } = columns.ties;
  for (let tie = 0; tie < since.length; tie++) onDays.set(since[tie]!, (onDays.get(since[tie]!) ?? 0) + 1);
  const counts = new Map<LocalDate, number>();
  for (const [day, count] of onDays) {
    const month = firstOfMonth(fromDay(day));
    counts.set(month, (counts.get(month) ?? 0) + count);
  }
  const last = firstOfMonth(asOf);
  const earliest = addMonths(last, 1 - MOST_MONTHS);
  let month = last;
  let begun = 0;
  for (const each of [...counts.keys()].sort()) {
    begun += counts.get(each)!;
    if (begun <= tieCount * HARDLY_ANY) continue;
    if (each < month) month = each;
    break;
  }
  if (month < earliest) month = earliest;
  const months: MonthBegun[] = [];
  for (; month <= last; month = firstOfNext(month)) months.push({ month, count: counts.get(month) ?? 0 });
  return months;
}

/** The days a slider leads through. */
export interface DayRange {
  first: LocalDate;
  last: LocalDate;
}

export function within({ first, last }: DayRange, day: LocalDate): LocalDate {
  return day < first ? first : day > last ? last : day;
}

/** How far along the range a day lies, 0 to 1. */
export function shareOf({ first, last }: DayRange, day: LocalDate): number {
  const [begin, end] = [toDay(first), toDay(last)];
  return end === begin ? 1 : (toDay(within({ first, last }, day)) - begin) / (end - begin);
}

/** Where a key leads from a day: sideways by days, up and down by months, by pages of a year; null for a key without meaning. */
export function dayByKey(key: string, day: LocalDate, range: DayRange): LocalDate | null {
  const steps: Record<string, () => LocalDate> = {
    ArrowLeft: () => addDays(day, -1),
    ArrowRight: () => addDays(day, 1),
    ArrowDown: () => addMonths(day, -1),
    ArrowUp: () => addMonths(day, 1),
    PageDown: () => addMonths(day, -12),
    PageUp: () => addMonths(day, 12),
    Home: () => range.first,
    End: () => range.last,
  };
  const step = Object.hasOwn(steps, key) ? steps[key]! : null;
  return step ? within(range, step()) : null;
}

/** The next picture of the film: the end of this month, of the next one where that is today; null after the last day. */
export function nextOfFilm(day: LocalDate, { last }: DayRange): LocalDate | null {
  if (day >= last) return null;
  const end = addDays(firstOfNext(firstOfMonth(day)), -1);
  const next = end > day ? end : addDays(firstOfNext(firstOfNext(firstOfMonth(day))), -1);
  return next < last ? next : last;
}

/** The days a view is about, neither after today: the one that is shown and, while two are compared, the earlier one. */
export function daysShown(
  { asOf, comparedWith }: { asOf: LocalDate | null; comparedWith: LocalDate | null },
  today: LocalDate,
): { day: LocalDate; from: LocalDate | null } {
  const notAfter = (day: LocalDate | null) => (day === null || day > today ? today : day);
  const day = notAfter(asOf);
  if (comparedWith === null) return { day, from: null };
  const other = notAfter(comparedWith);
  return other <= day ? { day, from: other } : { day: other, from: day };
}

/** A view with its days as they are shown, so that nothing is asked of another day than the one that is seen. */
export function inOrderOfDays<Part extends { asOf: LocalDate | null; comparedWith: LocalDate | null }>(view: Part, today: LocalDate): Part {
  const { day, from } = daysShown(view, today);
  return { ...view, asOf: day === today ? null : day, comparedWith: from };
}
