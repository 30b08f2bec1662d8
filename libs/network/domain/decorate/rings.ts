import type { NetworkOverview } from '../columns/network-overview';
import { byTies, gathered, widestSpacing, type Arranged } from './arranged';

const MIDDLE = 500;
const OUTERMOST = 500;
/** Nearer to the middle a name does not fit on a ring. */
const INNERMOST = 80;
/** Between two rings, in spacings. */
const BETWEEN = 1.3;
/** Room for the name at the top of a ring: so long, but never more than this part of the ring. */
const NAME = 230;
const NAME_PART = 0.42;
/** So many spacings part those on a row that has room. */
const ROOMY = 2;

interface Row {
  radius: number;
  capacity: number;
}

/** Length of the free part of a row. */
function freeOf(radius: number): number {
  const around = 2 * Math.PI * radius;
  return around - Math.min(NAME, NAME_PART * around);
}

/** The rows of each ring, from inside. */
function rowsOf(counts: readonly number[], spacing: number): Row[][] {
  let radius = INNERMOST;
  return counts.map((count) => {
    const rows: Row[] = [];
    for (let left = count; left > 0; radius += spacing) {
      const capacity = Math.min(left, Math.max(1, Math.floor(freeOf(radius) / spacing)));
      rows.push({ radius, capacity });
      left -= capacity;
    }
    radius += (BETWEEN - 1) * spacing;
    return rows;
  });
}

/**
 * A ring for each kind, those kinds whose members have most ties innermost, and within a ring likewise. On its row everybody stands on
 * the side where it stands among the communities, so that ties stay short and little moves.
 */
export function rings(network: NetworkOverview): Arranged {
  const { actors, kinds } = network.columns;
  const groups = gathered(actors.kind, kinds.length, byTies(actors));
  const meanOf = (members: readonly number[]) => members.reduce((sum, place) => sum + actors.degree[place]!, 0) / members.length;
  const order = groups
    .map((members, kind) => ({ kind: kinds[kind]!, members, mean: meanOf(members) }))
    .filter(({ members }) => members.length > 0)
    .sort((p, q) => q.mean - p.mean || (p.kind < q.kind ? -1 : 1));
  const counts = order.map(({ members }) => members.length);
  const spacing = widestSpacing((wanted) => outermost(rowsOf(counts, wanted)) <= OUTERMOST);
  const rows = rowsOf(counts, spacing);
  const [x, y] = [new Float32Array(network.actorCount), new Float32Array(network.actorCount)];
  order.forEach(({ members }, ring) => {
    let first = 0;
    for (const row of rows[ring]!) {
      placeRow(members.slice(first, first + row.capacity), row, spacing, network, x, y);
      first += row.capacity;
    }
  });
  const pitch = BETWEEN * spacing;
  const radii = rows.map((ring) => (ring[0]!.radius + ring.at(-1)!.radius) / 2);
  return {
    ...{ x, y, spacing: spacing * 0.98 },
    extent: { x: MIDDLE - OUTERMOST, y: MIDDLE - OUTERMOST, width: 2 * OUTERMOST, height: 2 * OUTERMOST },
    ground: {
      circles: radii.map((radius) => ({ x: MIDDLE, y: MIDDLE, radius })),
      lines: [],
      names: order.map(({ kind }, ring) => ({
        ...{ x: MIDDLE, y: MIDDLE - radii[ring]!, align: 'middle', tone: 'title', label: { is: 'kind', kind } },
        room: { width: NAME, height: pitch },
        around: { x: MIDDLE, y: MIDDLE, radius: radii[ring]!, degrees: 360 - (freeOf(radii[ring]!) / radii[ring]!) * (180 / Math.PI) },
      })),
    },
  };
}

function outermost(rows: readonly Row[][]): number {
  return rows.flat().reduce((most, { radius }) => Math.max(most, radius), 0);
}

/** Around the row, each on the side on which it stands elsewhere as far as others leave room. */
function placeRow(
  members: readonly number[],
  { radius }: Row,
  spacing: number,
  { columns: { actors } }: NetworkOverview,
  x: Float32Array,
  y: Float32Array,
) {
  const side = new Map(
    members.map((place) => {
      const angle = Math.atan2(actors.x[place]! - MIDDLE, MIDDLE - actors.y[place]!);
      return [place, angle < 0 ? angle + 2 * Math.PI : angle];
    }),
  );
  const around = [...members].sort((p, q) => side.get(p)! - side.get(q)! || (actors.ids[p]! < actors.ids[q]! ? -1 : 1));
  const free = freeOf(radius) / radius;
  const angles = spread(
    around.map((place) => (side.get(place)! / (2 * Math.PI)) * free),
    free,
    Math.min(free / around.length, (ROOMY * spacing) / radius),
  );
  around.forEach((place, at) => {
    // From the name at the top, with the clock.
    const angle = Math.PI - free / 2 + angles[at]!;
    x[place] = MIDDLE + radius * Math.sin(angle);
    y[place] = MIDDLE - radius * Math.cos(angle);
  });
}

/** Keeps wanted places, in their order from 0 to `end`, so far apart, and half of that from the ends; moves them as little as it needs to. */
function spread(wanted: readonly number[], end: number, apart: number): number[] {
  const places = [...wanted];
  places.forEach((place, at) => (places[at] = Math.max(place, at === 0 ? apart / 2 : places[at - 1]! + apart)));
  for (let at = places.length - 1; at >= 0; at--) {
    places[at] = Math.min(places[at]!, at === places.length - 1 ? end - apart / 2 : places[at + 1]! - apart);
  }
  return places;
}
