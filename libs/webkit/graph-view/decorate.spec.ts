import * as fc from 'fast-check';
import { decorate } from './decorate';
import { radiusOf, type NetworkNode } from './model';

const nodes: NetworkNode[] = ['a', 'b', 'c'].map((id) => ({ id, label: id, kind: 'COMPANY', x: 1, y: 2, degree: 4, community: null }));

describe('decorating marks', () => {
  it('leaves them alone where nothing is asked for', () => {
    expect(decorate(nodes, {})).toBe(nodes);
  });

  it('leaves out who has no place in another arrangement', () => {
    const drawn = decorate(nodes, { places: new Map([['b', { x: 7, y: 8 }]]) });
    expect(drawn.map(({ id, x, y }) => [id, x, y])).toEqual([['b', 7, 8]]);
  });

  it('calls them something else, or nothing', () => {
    expect(
      decorate(nodes, {
        labelOf: new Map([
          ['a', ''],
          ['b', 'Hof'],
        ]),
      }).map(({ label }) => label),
    ).toEqual(['', 'Hof', 'c']);
  });

  it('makes the larger value the larger mark, within bounds, in whatever unit it is told', () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(1e6), fc.nat(1e6), fc.nat(1e6)), fc.constantFrom(1, 1e-3, 1e3), (values, unit) => {
        const sizeOf = new Map(nodes.map(({ id }, at) => [id, values[at]! * unit]));
        const radii = decorate(nodes, { sizeOf }).map(({ degree }) => radiusOf(degree));
        for (const [p, q] of [
          [0, 1],
          [1, 2],
          [0, 2],
        ] as const)
          if (values[p] < values[q]) expect(radii[p]!).toBeLessThanOrEqual(radii[q]! + 1e-9);
        for (const radius of radii) {
          expect(radius).toBeGreaterThanOrEqual(radiusOf(0) - 1e-9);
          expect(radius).toBeLessThanOrEqual(18 + 1e-9);
        }
      }),
    );
  });
});
