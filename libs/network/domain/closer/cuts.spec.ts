import fc from 'fast-check';
import { cutsOf } from './cuts';
import { linksOf } from './links';

type Pair = readonly [number, number];

const COUNT = 9;
const anyPairs = fc.uniqueArray(
  fc.tuple(fc.nat(COUNT - 1), fc.nat(COUNT - 1)).filter(([a, b]) => a < b),
  { maxLength: 14, selector: ([a, b]) => a * COUNT + b },
);

const linked = (pairs: readonly Pair[], count = COUNT) =>
  linksOf(count, { a: pairs.map(([a]) => a), b: pairs.map(([, b]) => b), grade: pairs.map(() => 0) }, ['WORKS_TOGETHER']);

/** The groups that pairs make of these actors. */
function groupsOf(actors: readonly number[], pairs: readonly Pair[]): number[][] {
  const left = new Set(actors);
  const groups: number[][] = [];
  for (const actor of actors) {
    if (!left.delete(actor)) continue;
    const group = [actor];
    for (const one of group)
      for (const [a, b] of pairs) {
        const other = a === one ? b : b === one ? a : -1;
        if (left.delete(other)) group.push(other);
      }
    groups.push(group);
  }
  return groups;
}

const all = Array.from({ length: COUNT }, (_, at) => at);

describe('bridges that hang on one actor', () => {
  it('are those without whom a component falls apart; all but its largest part lose their way', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const expected = all.flatMap((actor) => {
          const component = groupsOf(all, pairs).find((group) => group.includes(actor))!;
          const parts = groupsOf(
            component.filter((one) => one !== actor),
            pairs.filter((pair) => !pair.includes(actor)),
          ).map(({ length }) => length);
          const cutOff = parts.reduce((sum, size) => sum + size, 0) - Math.max(0, ...parts);
          return cutOff >= 2 ? [{ actor, cutOff }] : [];
        });
        const found = cutsOf(linked(pairs)).map(({ actor, cutOff }) => ({ actor, cutOff }));
        expect(found).toEqual(expected.sort((p, q) => q.cutOff - p.cutOff || p.actor - q.actor));
      }),
      { numRuns: 500 },
    );
  });

  it('get a second one by the two that are named: then fewer lose their way', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        for (const { actor, cutOff, beside } of cutsOf(linked(pairs))) {
          const pair = beside()!;
          expect(pair.every((one) => pairs.some((ends) => ends.includes(one) && ends.includes(actor)))).toBe(true);
          const [low, high] = [Math.min(...pair), Math.max(...pair)] as const;
          const after = cutsOf(linked([...pairs, [low, high]])).find((cut) => cut.actor === actor);
          expect(after?.cutOff ?? 0).toBeLessThan(cutOff);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are found without recursion in a chain of a hundred thousand', () => {
    const count = 100_000;
    const chain = Array.from({ length: count - 1 }, (_, at): Pair => [at, at + 1]);
    const found = cutsOf(linked(chain, count));
    expect(found[0]).toMatchObject({ cutOff: 49_999 });
    expect(found).toHaveLength(count - 4);
  });
});
