/** A place with a name, in degrees. */
export interface Spot {
  id: string;
  city: string;
  lon: number;
  lat: number;
}

/** How wide the drawing of a region is, in its own units. */
export const MAP_WIDTH = 400;

export interface Projection {
  height: number;
  x: (lon: number) => number;
  y: (lat: number) => number;
  /** Back to degrees, rounded to some ten metres: nobody needs the door. */
  degrees: (x: number, y: number) => { lon: number; lat: number };
}

const rounded = (degrees: number) => Math.round(degrees * 10_000) / 10_000;

/** Degrees to the units of the drawing: north is up, and a degree of longitude is as long as it is at this latitude. */
export function projection([west, south, east, north]: readonly number[]): Projection {
  const narrow = Math.cos((((south! + north!) / 2) * Math.PI) / 180);
  const height = Math.round((MAP_WIDTH * (north! - south!)) / ((east! - west!) * narrow));
  return {
    height,
    x: (lon) => ((lon - west!) / (east! - west!)) * MAP_WIDTH,
    y: (lat) => ((north! - lat) / (north! - south!)) * height,
    degrees: (x, y) => ({
      lon: rounded(west! + (x / MAP_WIDTH) * (east! - west!)),
      lat: rounded(north! - (y / height) * (north! - south!)),
    }),
  };
}

/** How much of a region is looked at, at least: two neighbours alone must not fill the drawing. */
const SMALLEST_SHARE = 0.25;
/** So much room remains around the outermost. */
const MARGIN = 0.12;

/** The part of a region that holds all spots, with room around them, in the shape of the region. */
export function extentAround(spots: readonly Pick<Spot, 'lon' | 'lat'>[], region: readonly number[]): number[] {
  if (spots.length === 0) return [...region];
  const [west, south, east, north] = region as [number, number, number, number];
  const of = (pick: (spot: Pick<Spot, 'lon' | 'lat'>) => number, whole: number) => {
    const values = spots.map(pick);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return { middle: (least + most) / 2, share: ((most - least) * (1 + 2 * MARGIN)) / whole };
  };
  const [lon, lat] = [of((spot) => spot.lon, east - west), of((spot) => spot.lat, north - south)];
  const share = Math.max(SMALLEST_SHARE, lon.share, lat.share);
  const [width, height] = [(share * (east - west)) / 2, (share * (north - south)) / 2];
  return [lon.middle - width, lat.middle - height, lon.middle + width, lat.middle + height];
}

function together<Each>(spots: readonly Each[], keyOf: (spot: Each) => string): Map<string, Each[]> {
  const groups = new Map<string, Each[]>();
  for (const spot of spots) {
    const group = groups.get(keyOf(spot));
    if (group) group.push(spot);
    else groups.set(keyOf(spot), [spot]);
  }
  return groups;
}

function middleOf<Each>(spots: readonly Each[], of: (spot: Each) => number): number {
  return spots.reduce((sum, spot) => sum + of(spot), 0) / spots.length;
}

/** The middle of the actors of each town and its northernmost one, the largest towns first. */
export function towns(spots: readonly Spot[], most = 6) {
  return [...together(spots, ({ city }) => city)]
    .map(([city, there]) => ({
      city,
      size: there.length,
      lon: middleOf(there, ({ lon }) => lon),
      lat: middleOf(there, ({ lat }) => lat),
      north: Math.max(...there.map(({ lat }) => lat)),
    }))
    .sort((a, b) => b.size - a.size)
    .slice(0, most);
}

/** Spots that are drawn as one. */
export interface Cluster<Each extends Spot> {
  there: Each[];
  x: number;
  y: number;
}

/** How large spots that are drawn as one are drawn. */
export function radiusOf({ there }: Pick<Cluster<Spot>, 'there'>): number {
  return Math.min(16, 4 + 2 * Math.sqrt(there.length));
}

/** Touching is no harm; a dot that has another one over more than this share hides its number. */
const COVERED = 0.8;

/** Whether one would hide the number of the other. */
export function coverEachOther(one: Cluster<Spot>, other: Cluster<Spot>): boolean {
  return Math.hypot(one.x - other.x, one.y - other.y) < COVERED * (radiusOf(one) + radiusOf(other));
}

/** Spots that would cover each other, put together at their middle: those in one square of the drawing, and squares that still would. */
export function clusters<Each extends Spot>(spots: readonly Each[], on: Projection, square = 20): Cluster<Each>[] {
  const drawn = (there: Each[]): Cluster<Each> => ({
    there,
    x: middleOf(there, ({ lon }) => on.x(lon)),
    y: middleOf(there, ({ lat }) => on.y(lat)),
  });
  const squareOf = ({ lon, lat }: Spot) => `${Math.floor(on.x(lon) / square)} ${Math.floor(on.y(lat) / square)}`;
  const waiting = [...together(spots, squareOf).values()].map(drawn);
  const done: Cluster<Each>[] = [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const cluster = next;
    const at = done.findIndex((other) => coverEachOther(cluster, other));
    if (at < 0) done.push(cluster);
    else waiting.push(drawn([...done.splice(at, 1)[0]!.there, ...cluster.there]));
  }
  return done;
}
