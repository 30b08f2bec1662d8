import { addDays, isLocalDate, type DatePrecision, type LocalDate } from '@knotenpunkt/kernel';

const RELATIVE_DAY = /^today(?:([+-])(\d{1,5}))?$/;
const RELATIVE_MONTH = /^month(?:([+-])(\d{1,3}))?$/;

/**
 * A date as it stands in a seed file, as a day. `2024-04-30` is itself, `2024-04` the first of that month; `today`,
 * `today-12` and `today+30` count in days from the day of loading, `month-7` is the first day of the month seven months
 * before it. Null for any other text.
 */
export function seedDate(text: string, today: LocalDate): { on: LocalDate; precision: DatePrecision } | null {
  const days = RELATIVE_DAY.exec(text);
  if (days) return { on: addDays(today, offsetOf(days)), precision: 'DAY' };
  const months = RELATIVE_MONTH.exec(text);
  if (months) return { on: firstOfMonth(today, offsetOf(months)), precision: 'MONTH' };
  if (isLocalDate(text)) return { on: text, precision: 'DAY' };
  if (isLocalDate(`${text}-01`)) return { on: `${text}-01`, precision: 'MONTH' };
  return null;
}

/** The same, for dates that must be there; the message names the text, since only a file's author can cause it. */
export function requireSeedDate(text: string, today: LocalDate): { on: LocalDate; precision: DatePrecision } {
  const date = seedDate(text, today);
  if (!date) throw new Error(`"${text}" is no date of a seed file: write 2026-11-25, 2026-11, today-12 or month-7`);
  return date;
}

/** Replaces every relative date in a tree of JSON; everything else stays as it is. */
export function resolveDates<Tree>(tree: Tree, today: LocalDate): Tree {
  if (typeof tree === 'string') {
    return (RELATIVE_DAY.test(tree) || RELATIVE_MONTH.test(tree) ? requireSeedDate(tree, today).on : tree) as Tree;
  }
  if (Array.isArray(tree)) return tree.map((each: unknown) => resolveDates(each, today)) as Tree;
  if (tree === null || typeof tree !== 'object') return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, resolveDates<unknown>(value, today)])) as Tree;
}

/** The last day of the month in which `day` is. */
export function endOfMonth(day: LocalDate): LocalDate {
  return addDays(firstOfMonth(day, 1), -1);
}

function offsetOf([, sign, count]: RegExpExecArray): number {
  return (sign === '-' ? -1 : 1) * Number(count ?? 0);
}

function firstOfMonth(day: LocalDate, offset: number): LocalDate {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + offset, 1)).toISOString().slice(0, 10);
}
