import { MOST_AREAS, MOST_POINTS, readOutlines, type Outlines } from './outlines';
import { simplified, type Line } from './simplify-line';

const EXTENT = [7, 51, 8, 52] as const;
const SQUARE: Line = [
  [7.2, 51.2],
  [7.8, 51.2],
  [7.8, 51.8],
  [7.2, 51.8],
  [7.2, 51.2],
];
const feature = (geometry: object, properties: object = { name: 'Mitte', level: 'district' }) => ({
  type: 'Feature',
  properties,
  geometry,
});
const square = feature({ type: 'Polygon', coordinates: [SQUARE] });
const collection = (features: readonly object[], more: object = {}) => ({ type: 'FeatureCollection', features, ...more });

/** A ring with so many points around the middle of the extent. */
const circle = (points: number): Line =>
  Array.from({ length: points + 1 }, (_, at) => {
    const angle = (2 * Math.PI * (at % points)) / points;
    return [7.5 + 0.4 * Math.cos(angle), 51.5 + 0.4 * Math.sin(angle)] as const;
  });

function taken(given: unknown): Outlines {
  const read = readOutlines(given, EXTENT);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}

describe('outlines', () => {
  it('are polygons and lines with a name and a level', () => {
    const [one, other] = [
      feature({ type: 'MultiPolygon', coordinates: [[SQUARE], [SQUARE]] }, { name: ' Stadt ', level: 'municipality', nameAt: [7.3, 51.3] }),
      feature({ type: 'LineString', coordinates: SQUARE.slice(0, 2) }, { name: 'Kreis', level: 'region' }),
    ];
    expect(taken(collection([one, other, square], { attribution: '© Vermessung' }))).toEqual({
      attribution: '© Vermessung',
      areas: [
        { name: 'Stadt', level: 'MUNICIPALITY', lines: [SQUARE, SQUARE], nameAt: [7.3, 51.3] },
        { name: 'Kreis', level: 'REGION', lines: [SQUARE.slice(0, 2)], nameAt: [7.5, 51.2] },
        { name: 'Mitte', level: 'DISTRICT', lines: [SQUARE], nameAt: [7.5, 51.5] },
      ],
    });
  });

  it.each([
    ['something else', { type: 'Topology' }, 'NOT_GEOJSON', undefined],
    ['no object', 'outlines', 'NOT_GEOJSON', undefined],
    ['no feature', collection([]), 'NOTHING', undefined],
    [
      'another grid by name',
      collection([square], { crs: { properties: { name: 'urn:ogc:def:crs:EPSG::25832' } } }),
      'NOT_WGS84',
      undefined,
    ],
    ['metres', collection([square, feature({ type: 'LineString', coordinates: [[392_000, 5_700_000], [1, 1]] })]), 'NOT_WGS84', 2], // prettier-ignore
    ['no name', collection([feature({ type: 'Polygon', coordinates: [SQUARE] }, { level: 'district' })]), 'NAME', 1],
    ['no level', collection([feature({ type: 'Polygon', coordinates: [SQUARE] }, { name: 'Mitte', level: 'street' })]), 'LEVEL', 1],
    ['a point', collection([feature({ type: 'Point', coordinates: [7.5, 51.5] })]), 'GEOMETRY', 1],
    ['no geometry', collection([{ type: 'Feature', properties: { name: 'Mitte', level: 'district' }, geometry: null }]), 'GEOMETRY', 1],
    ['no number', collection([feature({ type: 'LineString', coordinates: [[7.5, '51'], [7.5, 51.5]] })]), 'GEOMETRY', 1], // prettier-ignore
    ['a polygon that is not closed', collection([feature({ type: 'Polygon', coordinates: [SQUARE.slice(0, 4)] })]), 'OPEN_RING', 1],
    ['another region', collection([feature({ type: 'LineString', coordinates: [[7.5, 51.5], [8.5, 51.5]] })]), 'OUTSIDE', 1], // prettier-ignore
    ['too much', collection(Array.from({ length: MOST_AREAS + 1 }, () => square)), 'TOO_MANY_AREAS', undefined],
    [
      'more points than are read',
      collection([feature({ type: 'LineString', coordinates: circle(200_001) })]),
      'TOO_MANY_POINTS',
      undefined,
    ],
    ['a name of who made them that is none', collection([square], { attribution: 7 }), 'ATTRIBUTION', undefined],
  ])('refuse %s, and say where', (_, given, code, at) => {
    const read = readOutlines(given, EXTENT);
    expect(read).toMatchObject({ ok: false, refusal: { code } });
    if (!read.ok) expect(read.refusal.params?.['feature']).toBe(at);
  });

  it('are simplified until they are small, and stay closed', () => {
    const { areas } = taken(collection(Array.from({ length: 60 }, () => feature({ type: 'Polygon', coordinates: [circle(1_500)] }))));
    const points = areas.flatMap(({ lines }) => lines.flat());
    expect(points.length).toBeLessThanOrEqual(MOST_POINTS);
    expect(JSON.stringify(areas).length).toBeLessThan(120_000);
    for (const { lines } of areas) expect(lines[0]![0]).toEqual(lines[0]!.at(-1));
    // No point is further from the circle than what the eye sees at this size.
    for (const [lon, lat] of points) expect(Math.abs(Math.hypot(lon - 7.5, lat - 51.5) - 0.4)).toBeLessThan(0.001);
  });
});

describe('a simplified line', () => {
  it('keeps what lies further away than it may move', () => {
    const line: Line = [[0, 0], [1, 0.001], [2, 0], [3, 1], [4, 0]]; // prettier-ignore
    expect(simplified(line, 0.01)).toEqual([[0, 0], [2, 0], [3, 1], [4, 0]]); // prettier-ignore
    expect(simplified(line, 0)).toEqual(line);
  });

  it('is still a ring where it was one, however small', () => {
    for (const tolerance of [0, 0.1, 10]) {
      const left = simplified(circle(40), tolerance);
      expect(left.length).toBeGreaterThanOrEqual(4);
      expect(left[0]).toEqual(left.at(-1));
    }
    expect(simplified([[0, 0], [1, 1]], 10)).toEqual([[0, 0], [1, 1]]); // prettier-ignore
  });
});
