import fc from 'fast-check';
import { likeness, MeaningSpace } from './meaning-space';
import { atLengthOne, innerProduct, type Vector } from './vectors';

const WIDTH = 6;
const vector = fc
  .array(fc.integer({ min: -9, max: 9 }), { minLength: WIDTH, maxLength: WIDTH })
  .filter((numbers) => numbers.some((number) => number !== 0))
  .map((numbers): Vector => atLengthOne(Float32Array.from(numbers)));
const windows = fc.array(vector, { minLength: 1, maxLength: 4 });
const axis = (at: number) => atLengthOne(Float32Array.from({ length: WIDTH }, (_, other) => (at === other ? 3 : 1)));
const axes = Array.from({ length: WIDTH }, (_, at) => axis(at));
const space = new MeaningSpace({ passages: axes, queries: axes });

describe('a meaning', () => {
  it('has directions and places of length 1, and no place is negative', () => {
    fc.assert(
      fc.property(windows, (given) => {
        const { directions, places } = space.meaningOf(given);
        for (const one of [...directions, ...places]) {
          const length = innerProduct(one, one);
          expect(length === 0 || Math.abs(length - 1) < 1e-5).toBe(true);
        }
        expect(places.every((one) => one.every((value) => value >= 0))).toBe(true);
      }),
    );
  });

  it('is as like another as that is like it, whatever the order of windows, and most like itself', () => {
    fc.assert(
      fc.property(windows, windows, (a, b) => {
        const [one, other] = [space.meaningOf(a), space.meaningOf(b)];
        const alike = likeness(one, other);
        for (const value of Object.values(alike)) expect(value >= 0 && value <= 1).toBe(true);
        expect(likeness(other, one)).toEqual(alike);
        expect(likeness(space.meaningOf(a.toReversed()), other)).toEqual(alike);
        expect(likeness(one, one).direction).toBeGreaterThanOrEqual(alike.direction - 1e-5);
      }),
    );
  });

  it('lies nearest to the competence it speaks of', () => {
    const [there, near, far] = [axes[2]!, atLengthOne(Float32Array.from([1, 1, 2.4, 1, 1, 1.2])), axes[5]!].map((one) =>
      space.meaningOf([one]),
    );
    expect(likeness(there!, near!).places).toBeGreaterThan(likeness(there!, far!).places);
  });

  it('gains by a further window, never loses', () => {
    fc.assert(
      fc.property(windows, windows, vector, (a, b, more) => {
        const [before, after] = [b, [...b, more]].map((list) => likeness(space.meaningOf(a), space.meaningOf(list)));
        expect(after!.direction).toBeGreaterThanOrEqual(before!.direction);
        expect(after!.places).toBeGreaterThanOrEqual(before!.places);
      }),
    );
  });
});
