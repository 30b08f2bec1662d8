import fc from 'fast-check';
import { seldomPlacesOf, withOverlooked, type Placeable } from './overlooked';

const one = (id: string, score: number, overlookedScore: number | null = null): Placeable => ({ id, score, overlookedScore });
const ids = (all: readonly Placeable[], limit: number, places: number) => withOverlooked(all, limit, places).map(({ one: { id } }) => id);
const HUBS = [one('a', 0.9), one('b', 0.8), one('c', 0.7), one('d', 0.6)];

describe('places for the overlooked', () => {
  it('are none of one, one of three to five, two of more', () => {
    expect([1, 2, 3, 5, 6, 10].map(seldomPlacesOf)).toEqual([0, 1, 1, 1, 2, 2]);
  });

  it('are the last, and go to whom their own ranker puts first', () => {
    const all = [...HUBS, one('x', 0.3, 0.1), one('y', 0.2, 0.4), one('z', 0.1, 0.3)];
    expect(ids(all, 3, 1)).toEqual(['a', 'b', 'y']);
    expect(ids(all, 4, 2)).toEqual(['a', 'b', 'y', 'z']);
    expect(withOverlooked(all, 3, 1).map(({ kept }) => kept)).toEqual([false, false, true]);
  });

  it('are not given away where somebody seldom found is there already, or where there is none', () => {
    expect(ids([...HUBS, one('x', 0.95, 0.1), one('y', 0.1, 0.9)], 3, 1)).toEqual(['x', 'a', 'b']);
    expect(ids(HUBS, 3, 1)).toEqual(['a', 'b', 'c']);
  });

  const someone = fc.record({
    score: fc.integer({ min: 0, max: 6 }).map((points) => points / 6),
    overlookedScore: fc.option(fc.integer({ min: 0, max: 6 }).map((points) => points / 6)),
  });
  const some = fc
    .array(someone, { minLength: 1, maxLength: 14 })
    .map((list) => list.map((rest, at): Placeable => ({ id: String.fromCharCode(97 + at), ...rest })));

  it('never put anybody lower whose scores rise', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 8 }), fc.nat(13), fc.nat(6), fc.nat(6), (all, limit, at, more, moreOverlooked) => {
        const chosen = all[at % all.length]!;
        const { score, overlookedScore } = chosen;
        const raised = {
          ...chosen,
          score: score + more / 6,
          overlookedScore: overlookedScore === null ? null : overlookedScore + moreOverlooked / 6,
        };
        const rank = (list: readonly Placeable[]) => {
          const found = ids(list, limit, seldomPlacesOf(limit)).indexOf(chosen.id);
          return found < 0 ? Infinity : found;
        };
        expect(rank(all.map((other) => (other === chosen ? raised : other)))).toBeLessThanOrEqual(rank(all));
      }),
      { numRuns: 2000 },
    );
  });

  it('are filled the same in whatever order all come', () => {
    fc.assert(
      fc.property(
        some.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, mixed]) => {
          expect(ids(mixed, 6, 2)).toEqual(ids(all, 6, 2));
        },
      ),
    );
  });
});
