import fc from 'fast-check';
import { FIRST_VIEW } from '../view/view';
import { ARRANGEMENTS } from '../view/choices';
import { NetworkOverview } from '../columns/network-overview';
import { sampleNetwork } from '../columns/sample-network';
import { arrange } from './arrange';
import type { Arranged } from './arranged';
import { firstDays, NO_DAY } from './first-days';
import { FreeSpots } from './free-spots';
import { onTheMap, projection } from './map';
import { kindsByThemes } from './matrix';
import { calendar } from './timeline';

const region = { extent: [7, 51, 8, 52] as const, outlines: null };
const all = (network: NetworkOverview) => new Uint8Array(network.actorCount).fill(1);
const of = (network: NetworkOverview, arrangement: (typeof ARRANGEMENTS)[number], themes: string[] = []): Arranged =>
  arrange(network, { ...FIRST_VIEW, arrangement, themes }, all(network), region)!;
const others = ARRANGEMENTS.filter((each) => each !== 'communities');

/** The smallest distance between two places, found among those in neighbouring cells as large as the distance expected. */
function nearest({ x, y, spacing }: Arranged): number {
  const key = (column: number, row: number) => column * 1e7 + row;
  const cellOf = (at: number) => [Math.floor(x[at]! / spacing), Math.floor(y[at]! / spacing)] as const;
  const cells = new Map<number, number[]>();
  for (let at = 0; at < x.length; at++) {
    const cell = key(...cellOf(at));
    const there = cells.get(cell);
    if (there) there.push(at);
    else cells.set(cell, [at]);
  }
  let least = Infinity;
  for (let at = 0; at < x.length; at++) {
    const [column, row] = cellOf(at);
    for (let near = 0; near < 9; near++) {
      for (const other of cells.get(key(column + (near % 3) - 1, row + Math.floor(near / 3) - 1)) ?? [])
        if (other > at) least = Math.min(least, Math.hypot(x[at]! - x[other]!, y[at]! - y[other]!));
    }
  }
  return least;
}

const huge = new NetworkOverview(sampleNetwork(100_000, { tieFactor: 0.2 }));

const networks = fc
  .record({ count: fc.integer({ min: 1, max: 400 }), seed: fc.string(), spots: fc.integer({ min: 1, max: 4 }), crowded: fc.boolean() })
  .map(({ count, seed, spots, crowded }) => {
    const columns = sampleNetwork(count, { seed });
    // Many at the same place: in the middle, at the corners, outside.
    if (crowded) columns.actors.lon.forEach((_, at) => (columns.actors.lon[at] = 7 + (at % spots) / 2));
    if (crowded) columns.actors.lat.fill(51.999);
    return new NetworkOverview(columns);
  });

describe.each(others)('the arrangement %s', (arrangement) => {
  it('gives everybody a place of their own within its extent', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const arranged = of(network, arrangement);
        const { x, y, width, height } = arranged.extent;
        expect(arranged.x).toHaveLength(network.actorCount);
        expect(arranged.x.every((each) => each >= x && each <= x + width)).toBe(true);
        expect(arranged.y.every((each) => each >= y && each <= y + height)).toBe(true);
        expect(arranged.spacing).toBeGreaterThan(0);
        expect(nearest(arranged)).toBeGreaterThanOrEqual(arranged.spacing * 0.995);
      }),
      { numRuns: 20 },
    );
  });

  it('is always the same, whatever is shown', () => {
    const network = new NetworkOverview(sampleNetwork(120));
    const view = { ...FIRST_VIEW, arrangement };
    const { x, y } = arrange(network, view, all(network), region)!;
    const again = arrange(new NetworkOverview(sampleNetwork(120)), view, new Uint8Array(120), region)!;
    expect([again.x, again.y]).toEqual([x, y]);
  });

  it('has room for a hundred thousand', () => {
    const arranged = of(huge, arrangement);
    expect(nearest(arranged)).toBeGreaterThanOrEqual(arranged.spacing * 0.98);
  });
});

describe('communities', () => {
  it('stand where the network says', () => {
    expect(arrange(new NetworkOverview(sampleNetwork(5)), FIRST_VIEW, new Uint8Array(5), region)).toBeNull();
  });
});

describe('rings by kind', () => {
  const network = new NetworkOverview(sampleNetwork(200));
  const { x, y, ground } = of(network, 'rings');
  const radius = (place: number) => Math.hypot(x[place]! - 500, y[place]! - 500);

  it('keep each kind on a ring of its own that is named', () => {
    const spans = network.columns.kinds.map((kind) => {
      const radii = network.actors.flatMap((actor, place) => (actor.kind === kind ? [radius(place)] : []));
      return [Math.min(...radii), Math.max(...radii)] as const;
    });
    spans.sort(([p], [q]) => p - q);
    for (const [at, [inner]] of spans.slice(1).entries()) expect(inner).toBeGreaterThan(spans[at]![1]);
    expect(ground.names.map(({ label }) => label.is === 'kind' && label.kind).sort()).toEqual([...network.columns.kinds].sort());
  });

  it('have those with most ties innermost', () => {
    const members = network.actors.map((actor, place) => ({ ...actor, radius: radius(place) })).filter(({ kind }) => kind === 'UNION');
    const inner = [...members].sort((p, q) => q.degree - p.degree);
    for (const [at, each] of inner.slice(1).entries()) expect(each.radius).toBeGreaterThanOrEqual(inner[at]!.radius - 1e-3);
  });
});

describe('the map', () => {
  const columns = sampleNetwork(40);
  columns.actors.lon.fill(7.5);
  columns.actors.lat.fill(51.5);
  columns.actors.lon.set([7.1, 7.9, Number.NaN, 6]);
  columns.actors.lat.set([51.9, 51.1, 51.5, 51.5]);
  const network = new NetworkOverview(columns);
  const { x, y, ground } = of(network, 'map');
  const height = 1000;

  it('has north above and west at the left', () => {
    expect(x[0]!).toBeLessThan(x[1]!);
    expect(y[0]!).toBeLessThan(y[1]!);
  });

  it('has those of one place near each other', () => {
    for (const place of [5, 17, 39]) {
      expect(Math.abs(y[place]! - height / 2)).toBeLessThan(200);
      expect(Math.abs(x[place]! - (Math.cos((51.5 * Math.PI) / 180) * height) / 2)).toBeLessThan(200);
    }
  });

  it('gathers below, and counts, who has no place on it', () => {
    for (const place of [2, 3]) expect(y[place]!).toBeGreaterThan(height);
    expect(ground.names.flatMap(({ label }) => (label.is === 'noPlace' || label.is === 'outside' ? [label] : []))).toEqual([
      { is: 'outside', count: 1 },
      { is: 'noPlace', count: 1 },
    ]);
    expect(onTheMap(network, region.extent, all(network))).toEqual({ inside: 38, outside: 1, unknown: 1 });
  });

  it('draws outlines where there are some', () => {
    const line = [[7, 51], [8, 51], [7.5, 52]] as const; // prettier-ignore
    const within = [[7.5, 52], [8, 51], [7.5, 51.5]] as const; // prettier-ignore
    const areas = [
      { name: 'Viertel', level: 'DISTRICT', lines: [within], nameAt: [7.5, 51.5] },
      { name: 'Stadt', level: 'MUNICIPALITY', lines: [line], nameAt: [7.5, 51.5] },
    ] as const;
    const outlines = { attribution: '© Amt', areas };
    const { ground } = arrange(network, { ...FIRST_VIEW, arrangement: 'map' }, all(network), { ...region, outlines })!;
    const drawn = ground.lines.filter(({ tone }) => tone === 'border' || tone === 'district');
    // The clearer lie on top; both where marks of these places stand, and what both go along is drawn once.
    const on = projection(region.extent);
    expect(drawn).toEqual(
      [
        { tone: 'district', along: within.slice(1) },
        { tone: 'border', along: line },
      ].map(({ tone, along }) => ({ tone, points: along.map(([lon, lat]) => [on.x(lon), on.y(lat)]) })),
    );
    expect(ground.names.flatMap(({ label }) => ('name' in label ? [label] : []))).toEqual([
      { is: 'place', name: 'Stadt' },
      { is: 'attribution', name: '© Amt' },
    ]);
    expect(ground.names.some(({ label }) => label.is === 'degrees')).toBe(false);
  });

  it('moves nobody for outlines', () => {
    const outlines = { attribution: null, areas: [] };
    const { x: there } = arrange(network, { ...FIRST_VIEW, arrangement: 'map' }, all(network), { ...region, outlines })!;
    expect(there).toEqual(x);
  });
});

describe('free spots', () => {
  it('are each given once, until none is left', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1, 2, 4, 8),
        fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { minLength: 80, maxLength: 80 }),
        (side, wanted) => {
          const spots = new FreeSpots(side, (column) => column > 0 || side === 1);
          const taken = wanted.map(([column, row]) => spots.take(column % side, row % side));
          const given = taken.flatMap((spot) => (spot ? [`${spot.column} ${spot.row}`] : []));
          expect(new Set(given).size).toBe(given.length);
          expect(given).toHaveLength(side === 1 ? 1 : side * (side - 1));
        },
      ),
    );
  });

  it('are the wanted ones while they are free', () => {
    const spots = new FreeSpots(8, () => true);
    for (let cell = 0; cell < 64; cell++) expect(spots.take(cell % 8, cell >> 3)).toEqual({ column: cell % 8, row: cell >> 3 });
  });
});

describe('kinds × themes', () => {
  it('counts each kind with each of its themes, as one would by hand', () => {
    fc.assert(
      fc.property(networks, fc.func(fc.boolean()), (network, isShown) => {
        const shown = Uint8Array.from(network.actors, ({ slug }) => Number(isShown(slug)));
        const { kinds, themes, counts } = kindsByThemes(network, shown);
        const visible = network.actors.filter((_, at) => shown[at]);
        const without = network.actors.some((actor) => actor.themes.length === 0);
        expect(themes).toEqual([...network.columns.themes, ...(without ? [null] : [])]);
        expect(new Set(kinds)).toEqual(new Set(network.actors.map(({ kind }) => kind)));
        themes.forEach((theme, row) =>
          kinds.forEach((kind, column) => {
            const those = visible.filter(
              (actor) => actor.kind === kind && (theme === null ? actor.themes.length === 0 : actor.themes.includes(theme)),
            );
            expect(counts[row]![column]).toBe(those.length);
          }),
        );
      }),
      { numRuns: 20 },
    );
  });
});

describe('the timeline', () => {
  const network = new NetworkOverview(sampleNetwork(150));
  const { x } = of(network, 'timeline');

  it('has those who began later further to the right, and those without a tie behind them', () => {
    const days = firstDays(network);
    const order = Array.from(days, (day, at) => ({ day, x: x[at]! })).sort((p, q) => p.day - q.day);
    // Who began within a fiftieth of the time stands side by side.
    for (const [at, each] of order.slice(1).entries()) expect(each.x).toBeGreaterThan(order[at]!.x - 36);
    for (const { day, x: place } of order) if (day === NO_DAY) expect(place).toBeGreaterThan(1000);
  });

  it('is marked by years, or by quarters where it is short', () => {
    expect(calendar(18_262, 20_454).map(({ day }) => day)).toEqual(['2020-01-01', '2021-01-01', '2022-01-01', '2023-01-01', '2024-01-01', '2025-01-01', '2026-01-01']); // prettier-ignore
    expect(calendar(20_090, 20_400).map(({ day }) => day)).toEqual(['2025-04-01', '2025-07-01', '2025-10-01']);
    expect(calendar(0, 36_500).length).toBeLessThanOrEqual(9);
    expect(calendar(20_000, 20_000)).toEqual([]);
  });
});
