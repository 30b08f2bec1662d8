import { ok, refuse, type Result } from '@knotenpunkt/kernel';
import { simplified, type Line } from './simplify-line';

/** What an outline goes around; the larger is drawn more clearly. */
export const OUTLINE_LEVELS = ['REGION', 'MUNICIPALITY', 'DISTRICT'] as const;
export type OutlineLevel = (typeof OUTLINE_LEVELS)[number];

/** A part of a region, as lines of longitude and latitude. */
export interface OutlinedArea {
  name: string;
  level: OutlineLevel;
  lines: readonly Line[];
  /** Where its name stands on a map. */
  nameAt: readonly [lon: number, lat: number];
}

/** The outlines of a region, small enough to be drawn with each picture. */
export interface Outlines {
  /** Who made them, as it must be said wherever they are shown; null: nobody need be named. */
  attribution: string | null;
  areas: readonly OutlinedArea[];
}

export const MOST_AREAS = 500;
/** So many points are read; more of them no map of a region needs. */
export const MOST_READ = 200_000;
/** So many points are kept. */
export const MOST_POINTS = 4_000;
const LONGEST_NAME = 120;
const LONGEST_ATTRIBUTION = 300;
/** At first a line may move by this part of the longer edge of the region: less than a pixel. */
const FINEST = 1 / 4_000;
const COARSEST = 1 / 50;

export type OutlineRefusal =
  | 'NOT_GEOJSON'
  | 'NOT_WGS84'
  | 'NOTHING'
  | 'TOO_MANY_AREAS'
  | 'TOO_MANY_POINTS'
  | 'NAME'
  | 'LEVEL'
  | 'ATTRIBUTION'
  | 'GEOMETRY'
  | 'OPEN_RING'
  | 'OUTSIDE';

type Extent = readonly [west: number, south: number, east: number, north: number];

class Refused extends Error {
  constructor(
    readonly code: OutlineRefusal,
    readonly params: Record<string, string | number> = {},
  ) {
    super(code);
  }
}

/**
 * Outlines from a GeoJSON FeatureCollection in degrees (WGS 84): each feature a polygon or line with `name`, `level` (region, municipality or
 * district) and perhaps `nameAt`; beside the features perhaps `attribution`. Refuses what is anything else or leaves the region's extent, and
 * says at which feature (from 1). What is taken is simplified until it is small.
 */
export function readOutlines(given: unknown, extent: Extent): Result<Outlines, OutlineRefusal> {
  try {
    return ok(read(given, extent));
  } catch (error) {
    if (error instanceof Refused) return refuse(error.code, { params: error.params });
    throw error;
  }
}

function read(given: unknown, extent: Extent): Outlines {
  const whole = objectOf(given);
  if (whole?.['type'] !== 'FeatureCollection' || !Array.isArray(whole['features'])) throw new Refused('NOT_GEOJSON');
  if (whole['crs'] !== undefined && !/CRS84|EPSG:+4326/.test(JSON.stringify(whole['crs']))) throw new Refused('NOT_WGS84');
  const attribution = whole['attribution'] ?? null;
  if (attribution !== null && (typeof attribution !== 'string' || attribution.length > LONGEST_ATTRIBUTION))
    throw new Refused('ATTRIBUTION');
  const features: unknown[] = whole['features'];
  if (features.length === 0) throw new Refused('NOTHING');
  if (features.length > MOST_AREAS) throw new Refused('TOO_MANY_AREAS', { most: MOST_AREAS });
  let left = MOST_READ;
  const areas = features.map((feature, at) => {
    const area = areaOf(feature, at + 1, extent);
    left -= area.lines.reduce((sum, line) => sum + line.length, 0);
    if (left < 0) throw new Refused('TOO_MANY_POINTS', { most: MOST_READ });
    return area;
  });
  return { attribution, areas: smallEnough(areas, extent) };
}

function areaOf(given: unknown, feature: number, extent: Extent): OutlinedArea {
  const { properties, geometry } = {
    properties: objectOf(objectOf(given)?.['properties']),
    geometry: objectOf(objectOf(given)?.['geometry']),
  };
  const name = properties?.['name'];
  if (typeof name !== 'string' || name.trim() === '' || name.length > LONGEST_NAME) throw new Refused('NAME', { feature });
  const level = OUTLINE_LEVELS.find((each) => each.toLowerCase() === properties!['level']);
  if (!level) throw new Refused('LEVEL', { feature });
  const lines = linesOf(geometry, feature);
  for (const line of lines) for (const point of line) within(point, feature, extent);
  const nameAt = properties!['nameAt'] === undefined ? middleOf(lines) : pointOf(properties!['nameAt'], feature);
  within(nameAt, feature, extent);
  return { name: name.trim(), level, lines, nameAt };
}

function linesOf(geometry: Record<string, unknown> | null, feature: number): Line[] {
  const { type, coordinates } = geometry ?? {};
  const list = (value: unknown): unknown[] => {
    if (!Array.isArray(value) || value.length === 0) throw new Refused('GEOMETRY', { feature });
    return value;
  };
  const line = (value: unknown, least: number): Line => {
    const points = list(value);
    if (points.length < least) throw new Refused('GEOMETRY', { feature });
    return points.map((point) => pointOf(point, feature));
  };
  const ring = (value: unknown): Line => {
    const points = line(value, 4);
    const [first, last] = [points[0]!, points.at(-1)!];
    if (first[0] !== last[0] || first[1] !== last[1]) throw new Refused('OPEN_RING', { feature });
    return points;
  };
  switch (type) {
    case 'Polygon':
      return list(coordinates).map(ring);
    case 'MultiPolygon':
      return list(coordinates).flatMap((polygon) => list(polygon).map(ring));
    case 'LineString':
      return [line(coordinates, 2)];
    case 'MultiLineString':
      return list(coordinates).map((each) => line(each, 2));
    default:
      throw new Refused('GEOMETRY', { feature });
  }
}

function pointOf(value: unknown, feature: number): readonly [number, number] {
  const [lon, lat] = Array.isArray(value) ? (value as unknown[]) : [];
  if (typeof lon !== 'number' || typeof lat !== 'number' || !Number.isFinite(lon) || !Number.isFinite(lat))
    throw new Refused('GEOMETRY', { feature });
  // Metres of a national grid are no degrees.
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) throw new Refused('NOT_WGS84', { feature });
  return [lon, lat];
}

function within([lon, lat]: readonly [number, number], feature: number, [west, south, east, north]: Extent): void {
  if (lon < west || lon > east || lat < south || lat > north) throw new Refused('OUTSIDE', { feature, lon, lat });
}

/** The middle of what the longest line spans. */
function middleOf(lines: readonly Line[]): readonly [number, number] {
  const longest = lines.reduce((most, line) => (line.length > most.length ? line : most));
  const middle = (values: number[]) => {
    const [least, most] = values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
    return (least + most) / 2;
  };
  return [middle(longest.map(([lon]) => lon)), middle(longest.map(([, lat]) => lat))];
}

/** Simplified as finely as the number of points allows, in steps of two. */
function smallEnough(areas: readonly OutlinedArea[], [west, south, east, north]: Extent): OutlinedArea[] {
  const longer = Math.max(east - west, north - south);
  for (let part = FINEST; part <= COARSEST; part *= 2) {
    const found = areas.map((area) => ({ ...area, lines: area.lines.map((line) => simplified(line, longer * part)) }));
    const points = found.reduce((sum, { lines }) => sum + lines.reduce((count, line) => count + line.length, 0), 0);
    if (points <= MOST_POINTS) return found.map(rounded);
  }
  throw new Refused('TOO_MANY_POINTS', { most: MOST_POINTS });
}

/** To about a metre. */
function rounded(area: OutlinedArea): OutlinedArea {
  const short = (value: number) => Math.round(value * 1e5) / 1e5;
  const point = ([lon, lat]: readonly [number, number]) => [short(lon), short(lat)] as const;
  return { ...area, lines: area.lines.map((line) => line.map(point)), nameAt: point(area.nameAt) };
}

function objectOf(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
}
