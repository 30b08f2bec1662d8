import fc from 'fast-check';
import { clusters, coverEachOther, extentAround, MAP_WIDTH, projection } from './region-map';

const extent = [7.9, 51.4, 8.4, 51.7] as const;
const spot = fc.record({
  id: fc.uuid(),
  city: fc.constant('Ort'),
  lon: fc.double({ min: 7.9, max: 8.4, noNaN: true }),
  lat: fc.double({ min: 51.4, max: 51.7, noNaN: true }),
});

describe('the drawing of a region', () => {
  const on = projection(extent);

  it('leads from degrees to the drawing and back, within some ten metres', () => {
    fc.assert(
      fc.property(spot, ({ lon, lat }) => {
        const back = on.degrees(on.x(lon), on.y(lat));
        expect(Math.abs(back.lon - lon)).toBeLessThan(0.0001);
        expect(Math.abs(back.lat - lat)).toBeLessThan(0.0001);
      }),
    );
    expect([on.x(7.9), on.y(51.7), on.x(8.4), on.y(51.4)].map(Math.round)).toEqual([0, 0, MAP_WIDTH, on.height]);
  });

  it('looks at what is found, with room around it', () => {
    fc.assert(
      fc.property(fc.array(spot, { minLength: 1, maxLength: 20 }), (spots) => {
        const part = projection(extentAround(spots, extent));
        for (const { lon, lat } of spots) {
          expect(part.x(lon)).toBeGreaterThan(0);
          expect(part.x(lon)).toBeLessThan(MAP_WIDTH);
          expect(part.y(lat)).toBeGreaterThan(0);
          expect(part.y(lat)).toBeLessThan(part.height);
        }
      }),
    );
    expect(extentAround([], extent)).toEqual([...extent]);
  });

  it('puts together what would cover each other, and loses nobody', () => {
    fc.assert(
      fc.property(fc.uniqueArray(spot, { maxLength: 50, selector: ({ id }) => id }), (spots) => {
        const drawn = clusters(spots, on);
        for (const [at, one] of drawn.entries()) expect(drawn.slice(at + 1).filter((other) => coverEachOther(one, other))).toEqual([]);
        const found = drawn.flatMap(({ there }) => there);
        expect(new Set(found)).toEqual(new Set(spots));
        expect(found).toHaveLength(spots.length);
      }),
    );
  });
});
