import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import type { LocalDate } from '@knotenpunkt/kernel';

/** A value on a day. */
export interface DayValue {
  day: LocalDate;
  value: number;
}

export interface ChartSize {
  width: number;
  height: number;
}

/** Room around the lines: for values on the left, for days below, for marks above. */
const EDGES = { left: 48, right: 12, top: 22, bottom: 24 };
/** So wide a label of a day is, and so high a line of a value. */
const TICK = { width: 76, height: 44 };
/** How wide a sign of a mark's number is, about, and how far numbers stay from each other. */
const SIGN = 7;
const AIR = 9;

export interface Scales {
  x: (day: LocalDate) => number;
  y: (value: number) => number;
  /** The days and values that are written at the axes. */
  days: { x: number; day: LocalDate }[];
  values: { y: number; value: number }[];
  inner: { left: number; right: number; top: number; bottom: number };
  path: (points: readonly DayValue[]) => string;
}

/** Where days and values lie in a chart. Values begin at nought, so that a small change looks small; `whole`: none between them is written. */
export function scalesOf(points: readonly DayValue[], { width, height }: ChartSize, whole = false): Scales {
  const inner = { left: EDGES.left, right: Math.max(EDGES.left + 1, width - EDGES.right), top: EDGES.top, bottom: height - EDGES.bottom };
  const instants = points.map(({ day }) => Date.parse(day));
  const [first, last] = [Math.min(...instants), Math.max(...instants)];
  // A single day stands in the middle.
  const domain = first === last ? [first - 86_400_000, last + 86_400_000] : [first, last];
  const time = scaleUtc().domain(domain).range([inner.left, inner.right]);
  const most = Math.max(...points.map(({ value }) => value));
  const amount = scaleLinear()
    .domain([0, most > 0 ? most : 1])
    .nice(4)
    .range([inner.bottom, inner.top]);
  const x = (day: LocalDate) => time(Date.parse(day));
  const y = (value: number) => amount(value);
  return {
    x,
    y,
    inner,
    days: apartBy(
      TICK.width,
      time
        .ticks(Math.max(2, Math.floor((inner.right - inner.left) / TICK.width)))
        .map((instant) => ({ x: time(instant), day: dayOf(instant) })),
    ),
    values: amount
      .ticks(Math.max(2, Math.floor((inner.bottom - inner.top) / TICK.height)))
      .filter((value) => !whole || Number.isInteger(value))
      .map((value) => ({ y: amount(value), value })),
    path: (each) =>
      line<DayValue>()
        .x(({ day }) => x(day))
        .y(({ value }) => y(value))([...each]) ?? '',
  };
}

function dayOf(instant: Date): LocalDate {
  return instant.toISOString().slice(0, 10);
}

/** Those that have room beside the one before: a scale gives about as many as asked for, often more. */
function apartBy<Place extends { x: number }>(width: number, places: readonly Place[]): Place[] {
  const kept: Place[] = [];
  for (const place of places) if (kept.length === 0 || place.x - kept.at(-1)!.x >= width) kept.push(place);
  return kept;
}

/** The marks that lie in the time shown, in their order. */
export function marksWithin<Mark extends { day: LocalDate }>(marks: readonly Mark[], days: readonly LocalDate[]): Mark[] {
  if (days.length < 2) return [];
  return marks.filter(({ day }) => day >= days[0]! && day <= days.at(-1)!).sort((p, q) => (p.day < q.day ? -1 : 1));
}

/** Marks that stand as one, from the first number to the last, where the first of them does. */
export interface GatheredMarks {
  x: number;
  first: number;
  last: number;
}

/** "4", or "4–6". */
export function numbersOf({ first, last }: GatheredMarks): string {
  return first === last ? String(first) : `${first}–${last}`;
}

/** Marks whose numbers would lie on each other become one with all their numbers. Expects them in order of time. */
export function gatherMarks<Mark extends { day: LocalDate }>(marks: readonly Mark[], x: (day: LocalDate) => number): GatheredMarks[] {
  const gathered: GatheredMarks[] = [];
  const half = (mark: GatheredMarks) => (numbersOf(mark).length * SIGN) / 2;
  marks.forEach(({ day }, at) => {
    let mark: GatheredMarks = { x: x(day), first: at + 1, last: at + 1 };
    // Several numbers are wider than one: they may reach those before.
    for (let before = gathered.at(-1); before && mark.x - before.x < half(before) + half(mark) + AIR; before = gathered.at(-1)) {
      gathered.pop();
      mark = { ...before, last: mark.last };
    }
    gathered.push(mark);
  });
  return gathered;
}

/** The place of the day that lies nearest to a point. */
export function nearestDay(days: readonly LocalDate[], at: number, x: (day: LocalDate) => number): number {
  let nearest = 0;
  days.forEach((day, index) => {
    if (Math.abs(x(day) - at) < Math.abs(x(days[nearest]!) - at)) nearest = index;
  });
  return nearest;
}
