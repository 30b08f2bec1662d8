import { fromDay, toDay, type LocalDate } from '@knotenpunkt/kernel';
import type { NetworkOverview } from '../columns/network-overview';
import { byTies, gathered, widestSpacing, type Arranged, type GroundLine, type GroundName } from './arranged';
import { firstDays, NO_DAY } from './first-days';

const WIDTH = 1000;
const HEIGHT = 1000;
const LEFT = 240;
const BOTTOM = 50;
/** So much of what stands at the left and right is at the edge of the picture anyway. */
const MARGIN = 100;
/** Where those without a tie stand, right of today. */
const APART = 60;
/** A day is told to this part of the width; within it several stand side by side. */
const BIN = 1 / 50;
/** Between two lanes, in spacings. */
const BETWEEN = 0.8;
/** More marks of the calendar do not fit. */
const MOST_TICKS = 9;

/**
 * From left to right by the day on which somebody's first tie began, a lane for each kind, the one that began first on top. Whoever
 * has no tie stands right of today.
 */
export function timeline(network: NetworkOverview): Arranged {
  const { actors, kinds } = network.columns;
  const days = firstDays(network);
  const today = toDay(network.asOf);
  const first = days.reduce((least, day) => Math.min(least, day), today);
  const span = Math.max(1, today - first);
  const order = byTies(actors);
  const lanes = gathered(actors.kind, kinds.length, (p, q) => days[p]! - days[q]! || order(p, q))
    .map((members, kind) => ({ kind: kinds[kind]!, members }))
    .filter(({ members }) => members.length > 0)
    .sort((p, q) => days[p.members[0]!]! - days[q.members[0]!]! || (p.kind < q.kind ? -1 : 1));
  const positionOf = (day: number) => (Math.min(Math.max(day, first), today) - first) / span;

  const binsFor = (spacing: number) => {
    const wide = Math.max(BIN * WIDTH, spacing);
    return { wide, across: Math.max(1, Math.floor(wide / spacing)), last: Math.ceil(WIDTH / wide) };
  };
  const along = Float64Array.from(days, (day) => positionOf(day) * WIDTH);
  const binOf = (place: number, { wide, last }: { wide: number; last: number }) =>
    days[place] === NO_DAY ? last : Math.min(last - 1, Math.floor(along[place]! / wide));
  const heights = (spacing: number) => {
    const bins = binsFor(spacing);
    return lanes.map(({ members }) => {
      const held = new Uint32Array(bins.last + 1);
      for (const place of members) held[binOf(place, bins)]!++;
      return Math.max(1, Math.ceil(held.reduce((most, count) => Math.max(most, count), 0) / bins.across));
    });
  };
  const spacing = widestSpacing((wide) => heights(wide).reduce((sum, rows) => sum + (rows + BETWEEN) * wide, 0) <= HEIGHT);
  const bins = binsFor(spacing);
  const [x, y] = [new Float32Array(network.actorCount), new Float32Array(network.actorCount)];
  const tops = [0];
  heights(spacing).forEach((rows, lane) => tops.push(tops[lane]! + (rows + BETWEEN) * spacing));
  lanes.forEach(({ members }, lane) => {
    const held = new Uint32Array(bins.last + 1);
    for (const place of members) {
      const bin = binOf(place, bins);
      const at = held[bin]!++;
      x[place] = (bin === bins.last ? WIDTH + APART : bin * bins.wide) + (0.5 + (at % bins.across)) * spacing;
      y[place] = tops[lane]! + (BETWEEN / 2 + 0.5 + Math.floor(at / bins.across)) * spacing;
    }
  });
  const bottom = tops.at(-1)!;
  const without = days.filter((day) => day === NO_DAY).length;
  const right = WIDTH + (without > 0 ? APART + bins.wide + spacing : spacing);
  const ticks = calendar(first, today);
  return {
    ...{ x, y, spacing: spacing * 0.99 },
    extent: { x: MARGIN - LEFT, y: 0, width: LEFT + right - MARGIN, height: bottom + BOTTOM },
    ground: {
      circles: [],
      lines: [
        { tone: 'frame', points: [[0, bottom], [WIDTH, bottom]] }, // prettier-ignore
        ...tops.slice(1, -1).map((top): GroundLine => ({ tone: 'quiet', points: [[0, top], [WIDTH, top]] })), // prettier-ignore
        ...ticks.map(({ day }): GroundLine => {
          const at = positionOf(toDay(day)) * WIDTH;
          return { tone: 'quiet', points: [[at, 0], [at, bottom + 8]] }; // prettier-ignore
        }),
      ],
      names: [
        ...lanes.map(({ kind }, lane): GroundName => ({
          ...{ x: -14, y: (tops[lane]! + tops[lane + 1]!) / 2, align: 'end', tone: 'title', label: { is: 'kind', kind } },
          room: { width: LEFT - 20, height: tops[lane + 1]! - tops[lane]! },
        })),
        ...ticks.map(({ day, unit }): GroundName => ({
          ...{ x: positionOf(toDay(day)) * WIDTH, y: bottom + 30, align: 'middle', tone: 'note', label: { is: 'day', day, unit } },
        })),
        ...(without > 0
          ? [
              {
                ...{ x: right, y: -14, align: 'end', tone: 'note' },
                label: { is: 'noTies', count: without },
              } satisfies GroundName as GroundName,
            ]
          : []),
      ],
    },
  };
}

/** Beginnings of years in the span, or of quarters where it is short, thinned out until they fit. */
export function calendar(first: number, last: number): { day: LocalDate; unit: 'year' | 'month' }[] {
  const startsBy = (months: number) => {
    const [year, month] = fromDay(first).split('-').map(Number) as [number, number];
    const starts: LocalDate[] = [];
    for (let at = year * 12 + Math.ceil((month - 1) / months) * months; ; at += months) {
      const day = `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`;
      if (toDay(day) > last) return starts;
      if (toDay(day) >= first) starts.push(day);
    }
  };
  const years = startsBy(12);
  const chosen = years.length >= 4 ? years : startsBy(3);
  const every = Math.max(1, Math.ceil(chosen.length / MOST_TICKS));
  return chosen.filter((_, at) => at % every === 0).map((day) => ({ day, unit: day.endsWith('-01-01') ? 'year' : 'month' }));
}
