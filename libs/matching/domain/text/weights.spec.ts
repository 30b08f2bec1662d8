import fc from 'fast-check';
import { dotProduct, normalised, sumOf } from './weights';

const vector = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.double({ min: 0.01, max: 100, noNaN: true }))
  .map((record) => new Map(Object.entries(record)));

describe('sparse vectors', () => {
  it('have length 1 when normalised, and the cosine is symmetric and at most 1', () => {
    fc.assert(
      fc.property(vector, vector, (a, b) => {
        const [unitA, unitB] = [normalised(a), normalised(b)];
        if (a.size > 0) expect(dotProduct(unitA, unitA)).toBeCloseTo(1, 9);
        expect(dotProduct(unitA, unitB)).toBeCloseTo(dotProduct(unitB, unitA), 12);
        expect(dotProduct(unitA, unitB)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it('add up', () => {
    expect(
      sumOf(
        [new Map([['a', 1]]), 2],
        [
          new Map([
            ['a', 1],
            ['b', 3],
          ]),
          1,
        ],
      ),
    ).toEqual(
      new Map([
        ['a', 3],
        ['b', 3],
      ]),
    );
  });
});
