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

/** The middle of the actors of each town, the largest towns first. */
export function towns(spots: readonly Spot[], most = 6) {
  const byCity = new Map<string, Spot[]>();
  for (const spot of spots) byCity.set(spot.city, [...(byCity.get(spot.city) ?? []), spot]);
  return [...byCity]
    .map(([city, there]) => ({
      city,
      size: there.length,
      lon: there.reduce((sum, { lon }) => sum + lon, 0) / there.length,
      lat: there.reduce((sum, { lat }) => sum + lat, 0) / there.length,
    }))
    .sort((a, b) => b.size - a.size)
    .slice(0, most);
}

/** Spots that would cover each other, put together: those in one square of the drawing, at their middle. */
export function clusters<Each extends Spot>(spots: readonly Each[], on: Projection, square = 26) {
  const bySquare = new Map<string, Each[]>();
  for (const spot of spots) {
    const key = `${Math.floor(on.x(spot.lon) / square)} ${Math.floor(on.y(spot.lat) / square)}`;
    bySquare.set(key, [...(bySquare.get(key) ?? []), spot]);
  }
  return [...bySquare].map(([key, there]) => ({
    key,
    there,
    x: there.reduce((sum, { lon }) => sum + on.x(lon), 0) / there.length,
    y: there.reduce((sum, { lat }) => sum + on.y(lat), 0) / there.length,
  }));
}
