import { bestWay, waysToFill, worthThatCosts, type Contender } from './places';

const one = (candidate: number, chance: number, seldom = false): Contender => ({ candidate, chance, seldom });
const listChance = (independent: number) => independent;
const numbers = (list: readonly Contender[]) => list.map(({ candidate }) => candidate);

const common = Array.from({ length: 12 }, (_, at) => one(at, 0.3 - at * 0.02, at === 9));
const overlooked = [one(9, 0.1, true), one(20, 0.08, true), one(21, 0.06, true)];

describe('places kept for the overlooked', () => {
  it('are the last ones, from none to six, without naming anybody twice', () => {
    const ways = waysToFill(common, overlooked, { limit: 10, seldomWanted: 2, listChance });
    expect(ways).toHaveLength(7);
    expect(numbers(ways[0]!.list)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(numbers(ways[1]!.list)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(numbers(ways[2]!.list)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 9, 20]);
    // Three overlooked are all there are: the common list goes on.
    expect(numbers(ways[5]!.list)).toEqual([0, 1, 2, 3, 4, 9, 20, 21, 5, 6]);
    for (const { list } of ways) expect(new Set(numbers(list)).size).toBe(10);
  });

  it('say how probable a hit is and what share of the seldom found is expected', () => {
    const [none] = waysToFill([one(1, 0.5), one(2, 0.2, true)], [], { limit: 2, seldomWanted: 4, listChance });
    expect(none!.hit).toBeCloseTo(1 - 0.5 * 0.8);
    expect(none!.seldomShare).toBeCloseTo(0.2 / 4);
  });

  it('believe a list less than its actors where lists were found to promise too much', () => {
    const told = waysToFill([one(1, 0.9), one(2, 0.8)], [], { limit: 2, seldomWanted: 1, listChance: (independent) => independent / 2 });
    expect(told[0]!.hit).toBeCloseTo((1 - 0.1 * 0.2) / 2);
  });

  it('are given where a hit is sure anyway, not where every chance counts', () => {
    const list = (chance: number) => Array.from({ length: 10 }, (_, at) => one(at, chance));
    const kept = (chance: number) =>
      bestWay(waysToFill(list(chance), overlooked.slice(1), { limit: 10, seldomWanted: 1, listChance }), 1).list.filter(
        ({ seldom }) => seldom,
      );
    expect(kept(0.6)).toHaveLength(2);
    expect(kept(0.25)).toHaveLength(2);
    expect(
      bestWay(waysToFill(list(0.15), [one(20, 0.05, true)], { limit: 10, seldomWanted: 4, listChance }), 1).list.some(
        ({ seldom }) => seldom,
      ),
    ).toBe(false);
  });

  it('cost no more hits than allowed', () => {
    const all = [0.6, 0.3, 0.15, 0.1].map((chance) =>
      waysToFill(
        Array.from({ length: 10 }, (_, at) => one(at, chance)),
        overlooked.slice(1),
        { limit: 10, seldomWanted: 1, listChance },
      ),
    );
    const hits = (worth: number) => all.reduce((sum, ways) => sum + bestWay(ways, worth).hit, 0);
    const worth = worthThatCosts(0.015, all);
    expect(worth).toBeGreaterThan(0);
    expect(hits(worth)).toBeGreaterThanOrEqual(0.985 * hits(0));
    expect(hits(worth + 0.05)).toBeLessThan(0.985 * hits(0));
  });
});
