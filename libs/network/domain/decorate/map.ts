import { OUTLINE_LEVELS, type Line, type OutlineLevel, type Outlines } from '@knotenpunkt/regions/domain';
import type { NetworkOverview } from '../columns/network-overview';
import { byTies, rectangle, type Arranged, type GroundLine, type GroundName } from './arranged';
import { FreeSpots } from './free-spots';

/** Degrees: west, south, east, north. */
export type Extent = readonly [west: number, south: number, east: number, north: number];

const LONGER = 1000;
/** Cells of the grid on which people stand: at least so many at the longer edge, and so many for each actor. */
const LEAST_CELLS = 32;
const CELLS_EACH = 3;
/** Between the map and those who have no place on it. */
const APART = 70;
/** Lines of longitude and latitude at the longer edge, about. */
const GRATICULE = 5;
/** More names than these lie over each other. */
const MOST_TOWNS = 40;

/** How many stand on the map, and how many beside it: their place lies outside, or nobody has written it down. */
export interface OnTheMap {
  inside: number;
  outside: number;
  unknown: number;
}

export function onTheMap({ actorCount, columns: { actors } }: NetworkOverview, extent: Extent, shown: Uint8Array): OnTheMap {
  const found = { inside: 0, outside: 0, unknown: 0 };
  for (let place = 0; place < actorCount; place++) if (shown[place]) found[sideOf(actors.lon[place]!, actors.lat[place]!, extent)]++;
  return found;
}

function sideOf(lon: number, lat: number, [west, south, east, north]: Extent): keyof OnTheMap {
  if (Number.isNaN(lon) || Number.isNaN(lat)) return 'unknown';
  return lon >= west && lon <= east && lat >= south && lat <= north ? 'inside' : 'outside';
}

/** Degrees to the unit of places: north is up, and a degree of longitude is as long as it is at this latitude. */
export function projection([west, south, east, north]: Extent) {
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [wide, high] = [(east - west) * narrow, north - south];
  const scale = LONGER / Math.max(wide, high);
  return {
    width: wide * scale,
    height: high * scale,
    x: (lon: number) => (lon - west) * narrow * scale,
    y: (lat: number) => (north - lat) * scale,
  };
}

const TONES: Record<OutlineLevel, GroundLine['tone']> = { REGION: 'border', MUNICIPALITY: 'border', DISTRICT: 'district' };

/** Lines that part the region, the quieter ones first, with the names of its towns and who made them. */
function outlined(extent: Extent, { areas, attribution }: Outlines): { lines: GroundLine[]; names: GroundName[] } {
  const on = projection(extent);
  const towns = areas.filter(({ level }) => level === 'MUNICIPALITY');
  return {
    lines: drawnOnce(areas)
      .map(({ level, line }): GroundLine => ({ tone: TONES[level], points: line.map(([lon, lat]) => [on.x(lon), on.y(lat)] as const) }))
      .reverse(),
    names: [
      ...towns.slice(0, MOST_TOWNS).map(({ name, nameAt: [lon, lat] }): GroundName => ({
        ...{ x: on.x(lon), y: on.y(lat), align: 'middle', tone: 'note' },
        label: { is: 'place', name },
      })),
      ...(attribution === null
        ? []
        : [
            {
              x: on.width,
              y: on.height + 16,
              align: 'end',
              tone: 'note',
              label: { is: 'attribution', name: attribution },
            } satisfies GroundName,
          ]),
    ],
  };
}

/** Each part of a border once, though it goes around two: otherwise what lies between towns would look stronger than what lies around all. */
function drawnOnce(areas: Outlines['areas']): { level: OutlineLevel; line: Line }[] {
  const drawn = new Set<string>();
  const isNew = ([x, y]: Line[number], [u, v]: Line[number]) => {
    const key = x < u || (x === u && y < v) ? `${x} ${y} ${u} ${v}` : `${u} ${v} ${x} ${y}`;
    return drawn.size < drawn.add(key).size;
  };
  const inOrder = areas.toSorted((p, q) => OUTLINE_LEVELS.indexOf(p.level) - OUTLINE_LEVELS.indexOf(q.level));
  const lines: { level: OutlineLevel; line: Line[number][] }[] = [];
  for (const { level, lines: those } of inOrder) {
    for (const line of those) {
      let run: Line[number][] = [];
      line.slice(1).forEach((to, at) => {
        const from = line[at]!;
        if (!isNew(from, to)) return;
        if (run.at(-1) !== from) lines.push({ level, line: (run = [from]) });
        run.push(to);
      });
    }
  }
  return lines;
}

/**
 * Everybody where they are at home, on the region's extent. Whoever shares a place with others stands beside them; whoever has no place, or one
 * outside, is gathered below. Outlines are drawn where the region has some; else lines of longitude and latitude.
 */
export function map(network: NetworkOverview, extent: Extent, outlines: Outlines | null = null): Arranged {
  const { actors } = network.columns;
  const on = projection(extent);
  const side = sideFor(network.actorCount, (on.width * on.height) / LONGER ** 2);
  const cell = LONGER / side;
  const spots = new FreeSpots(side, (column, row) => (column + 1) * cell <= on.width + 1e-6 && (row + 1) * cell <= on.height + 1e-6);
  const [columns, lines] = [Math.max(1, Math.floor(on.width / cell)), Math.max(1, Math.floor(on.height / cell))];
  const [x, y] = [new Float32Array(network.actorCount), new Float32Array(network.actorCount)];
  const beside: Record<'outside' | 'unknown', number[]> = { outside: [], unknown: [] };
  const order = Array.from(actors.ids, (_, place) => place).sort(byTies(actors));
  for (const place of order) {
    const [lon, lat] = [actors.lon[place]!, actors.lat[place]!];
    const where = sideOf(lon, lat, extent);
    const spot =
      where === 'inside'
        ? spots.take(Math.min(columns - 1, Math.floor(on.x(lon) / cell)), Math.min(lines - 1, Math.floor(on.y(lat) / cell)))
        : null;
    if (spot) {
      x[place] = (spot.column + 0.5) * cell;
      y[place] = (spot.row + 0.5) * cell;
    } else beside[where === 'unknown' ? 'unknown' : 'outside'].push(place);
  }
  const names: GroundName[] = [];
  const frames: GroundLine[] = [];
  let top = on.height + APART;
  for (const is of ['outside', 'unknown'] as const) {
    const members = beside[is];
    if (members.length === 0) continue;
    members.forEach((place, at) => {
      x[place] = ((at % columns) + 0.5) * cell;
      y[place] = top + (Math.floor(at / columns) + 0.5) * cell;
    });
    const height = Math.ceil(members.length / columns) * cell;
    names.push({
      ...{ x: 0, y: top - 20, align: 'start', tone: 'title' },
      label: { is: is === 'unknown' ? 'noPlace' : 'outside', count: members.length },
    });
    frames.push(rectangle(-8, top - 8, on.width + 16, height + 16, 'quiet'));
    top += height + APART;
  }
  const drawn = outlines ? outlined(extent, outlines) : graticule(extent);
  return {
    ...{ x, y, spacing: cell * 0.99 },
    extent: { x: 0, y: 0, width: on.width, height: top - APART + 30 },
    ground: {
      circles: [],
      lines: [rectangle(0, 0, on.width, on.height, 'frame'), ...drawn.lines, ...frames],
      names: [...drawn.names, ...names],
    },
  };
}

/** A power of two, so that enough cells lie on the map. */
function sideFor(actorCount: number, part: number): number {
  let side = LEAST_CELLS;
  while (side * side * part < CELLS_EACH * actorCount) side *= 2;
  return side;
}

/** Steps of degrees that people read. */
const STEPS = [0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20, 30];

function graticule(extent: Extent): { lines: GroundLine[]; names: GroundName[] } {
  const [west, south, east, north] = extent;
  const on = projection(extent);
  const wanted = Math.max(east - west, north - south) / GRATICULE;
  const step = STEPS.find((each) => each >= wanted) ?? STEPS.at(-1)!;
  const between = (from: number, to: number) => {
    const values: number[] = [];
    for (let at = Math.ceil(from / step); at * step <= to; at++) if (at * step > from && at * step < to) values.push(at * step);
    return values;
  };
  const [lons, lats] = [between(west, east), between(south, north)];
  return {
    lines: [
      ...lons.map((lon): GroundLine => ({ tone: 'quiet', points: [[on.x(lon), 0], [on.x(lon), on.height]] })), // prettier-ignore
      ...lats.map((lat): GroundLine => ({ tone: 'quiet', points: [[0, on.y(lat)], [on.width, on.y(lat)]] })), // prettier-ignore
    ],
    names: [
      ...lons.map((value): GroundName => ({
        ...{ x: on.x(value), y: on.height + 16, align: 'middle', tone: 'note' },
        label: { is: 'degrees', axis: 'lon', value: rounded(value) },
      })),
      ...lats.map((value): GroundName => ({
        ...{ x: 8, y: on.y(value) - 10, align: 'start', tone: 'note' },
        label: { is: 'degrees', axis: 'lat', value: rounded(value) },
      })),
    ],
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
