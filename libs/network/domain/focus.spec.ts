import * as fc from 'fast-check';
import { FocusFinder, MOST_DRAWN, mostDrawnAt, type FocusColumns } from './focus';

const nothing = { chosen: null, path: [] };

/** A star: actor 0 is tied to all others, the first most strongly. */
function star(size: number, more: [number, number, number][] = []): FocusColumns {
  const ties = [...Array.from({ length: size - 1 }, (_, at): [number, number, number] => [0, at + 1, 1 / (at + 1)]), ...more];
  return {
    x: Array.from({ length: size }, (_, at) => at),
    y: Array.from({ length: size }, () => 0),
    degree: Array.from({ length: size }, (_, at) => size - at),
    ties: { a: ties.map(([a]) => a), b: ties.map(([, b]) => b), strength: ties.map(([, , strength]) => strength) },
  };
}

const pairsIn = ({ ties }: FocusColumns, drawn: readonly number[]) =>
  drawn.map((tie) => [ties.a[tie]!, ties.b[tie]!].sort((p, q) => p - q).join());

describe('what is drawn of a network', () => {
  it('is all of a small one', () => {
    const { actors, ties, partial } = new FocusFinder(star(20)).find(nothing);
    expect(partial).toBe(false);
    expect(actors).toHaveLength(20);
    expect(ties).toHaveLength(19);
  });

  it('is of a large one those with the most ties, and the strongest among them', () => {
    const network = star(20);
    const { actors, ties, partial } = new FocusFinder(network).find(nothing, { actors: 5, ties: 3 });
    expect(partial).toBe(true);
    expect(actors).toEqual([0, 1, 2, 3, 4]);
    expect(pairsIn(network, ties)).toEqual(['0,1', '0,2', '0,3']);
  });

  it('has the chosen one, those around it, and everybody on the way', () => {
    const network = star(20, [[19, 18, 0.01]]);
    const { actors, ties } = new FocusFinder(network).find({ chosen: 19, path: [19, 0, 17] }, { actors: 6, ties: 3 });
    expect(actors).toEqual(expect.arrayContaining([0, 17, 18, 19]));
    expect(actors).toHaveLength(6);
    expect(pairsIn(network, ties)).toEqual(expect.arrayContaining(['0,19', '0,17', '18,19']));
  });

  it('is what lies in view, and the chosen one wherever it is', () => {
    const finder = new FocusFinder(star(20));
    const viewport = { x1: 9.5, y1: -1, x2: 15.5, y2: 1 };
    expect(finder.find({ ...nothing, viewport }, { actors: 4, ties: 3 }).actors).toEqual([10, 11, 12, 13]);
    expect(finder.find({ chosen: 3, path: [], viewport }, { actors: 4, ties: 3 }).actors).toEqual([0, 3, 10, 11]);
  });

  it('leaves out what a filter has taken back, but not the way', () => {
    const network = star(20);
    const shown = { actors: new Uint8Array(20).fill(1, 5), ties: new Uint8Array(19).fill(1, 10) };
    const { actors, ties } = new FocusFinder(network).find({ chosen: 1, path: [1, 0], shown }, { actors: 5, ties: 9 });
    expect(actors).toEqual([0, 1, 5, 6, 7]);
    expect(pairsIn(network, ties)).toEqual(['0,1']);
  });

  it('grows as one comes closer, up to what can be drawn', () => {
    const sizes = [1, 1.5, 2, 4, 30].map((zoom) => mostDrawnAt(zoom, 100_000, false).actors);
    expect(sizes).toEqual([...sizes].sort((p, q) => p - q));
    expect(sizes[0]).toBeLessThan(100);
    expect(mostDrawnAt(30, 100_000, false)).toEqual(MOST_DRAWN);
    expect(mostDrawnAt(1, 100_000, true).actors).toBeGreaterThan(sizes[0]!);
  });

  const networks = fc
    .record({ size: fc.integer({ min: 2, max: 40 }), pairs: fc.array(fc.tuple(fc.nat(39), fc.nat(39), fc.nat(9)), { maxLength: 120 }) })
    .map(({ size, pairs }): FocusColumns => {
      const ties = pairs.filter(([a, b]) => a < size && b < size && a !== b);
      const degree = Array.from({ length: size }, (_, at) => ties.filter(([a, b]) => a === at || b === at).length);
      const place = (at: number, by: number) => (at * by) % 17;
      return {
        x: degree.map((_, at) => place(at, 7)),
        y: degree.map((_, at) => place(at, 11)),
        degree,
        ties: { a: ties.map(([a]) => a), b: ties.map(([, b]) => b), strength: ties.map(([, , strength]) => strength) },
      };
    });

  it('never is more than may be drawn, and no tie hangs loose', () => {
    fc.assert(
      fc.property(networks, fc.integer({ min: 4, max: 12 }), fc.nat(39), (network, most, some) => {
        const chosen = some < network.degree.length ? some : null;
        const limits = { actors: most, ties: 2 * most };
        const { actors, ties, partial } = new FocusFinder(network).find({ chosen, path: [] }, limits);
        if (!partial) return;
        expect(actors.length).toBeLessThanOrEqual(limits.actors);
        expect(ties.length).toBeLessThanOrEqual(limits.ties);
        expect(new Set(ties).size).toBe(ties.length);
        for (const tie of ties) {
          expect(actors).toContain(network.ties.a[tie]);
          expect(actors).toContain(network.ties.b[tie]);
        }
        if (chosen !== null) expect(actors).toContain(chosen);
      }),
    );
  });

  it('leaves nobody out of view with more ties than somebody it has', () => {
    fc.assert(
      fc.property(networks, fc.nat(16), fc.nat(16), (network, left, top) => {
        const viewport = { x1: left, y1: top, x2: left + 6, y2: top + 6 };
        const { actors, partial } = new FocusFinder(network).find({ ...nothing, viewport }, { actors: 3, ties: 3 });
        if (!partial) return;
        const inView = network.degree as number[];
        const isIn = (at: number) =>
          network.x[at]! >= left && network.x[at]! <= left + 6 && network.y[at]! >= top && network.y[at]! <= top + 6;
        const least = Math.min(...actors.map((at) => inView[at]!));
        const missing = inView.flatMap((degree, at) => (isIn(at) && !actors.includes(at) ? [degree] : []));
        expect(actors.every(isIn)).toBe(true);
        if (actors.length === 3) for (const degree of missing) expect(degree).toBeLessThanOrEqual(least);
        else expect(missing).toEqual([]);
      }),
    );
  });
});
