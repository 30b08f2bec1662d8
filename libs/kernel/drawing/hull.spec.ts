import fc from 'fast-check';
import { convexHull, paddedHull } from './hull';
import type { Point } from './plane';

const inside = (hull: Point[], { x, y }: Point) =>
  hull.every((from, index) => {
    const to = hull[(index + 1) % hull.length]!;
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) >= -1e-6;
  });

describe('hulls', () => {
  it('leaves out what lies inside', () => {
    const square = [
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 4, y: 4 },
      { x: 0, y: 4 },
    ];
    expect(convexHull([...square, { x: 2, y: 2 }])).toHaveLength(4);
  });

  it('encloses every member with its padding', () => {
    const member = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }), radius: fc.constant(8) });
    fc.assert(
      fc.property(fc.array(member, { minLength: 1, maxLength: 30 }), (members) => {
        const hull = paddedHull(members, 15);
        for (const { x, y } of members) {
          expect(inside(hull, { x, y })).toBe(true);
          // A circle of twenty points comes within 1.3 % of its radius.
          expect(inside(hull, { x: x + 22.5, y })).toBe(true);
        }
      }),
    );
  });

  it('is empty for a community without members', () => {
    expect(paddedHull([], 15)).toEqual([]);
  });
});
