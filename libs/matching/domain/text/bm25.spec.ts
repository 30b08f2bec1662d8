import fc from 'fast-check';
import { coverage, measured, weighQuestion } from './bm25';

const FEATURES = ['a', 'b', 'c', 'd', 'e'];
const features = fc
  .dictionary(fc.constantFrom(...FEATURES), fc.double({ min: 0.1, max: 5, noNaN: true }))
  .map((record) => new Map(Object.entries(record)));
const way = fc.array(fc.record({ feature: fc.constantFrom(...FEATURES), weight: fc.double({ min: 0.1, max: 1, noNaN: true }) }), {
  minLength: 1,
  maxLength: 3,
});
const words = fc.array(fc.record({ word: fc.string(), ways: fc.array(way, { minLength: 1, maxLength: 3 }) }), { maxLength: 5 });
const rarity = (feature: string) => feature.charCodeAt(0) - 96;
const asking = (...named: string[]) =>
  weighQuestion(
    named.map((feature) => ({ word: feature, ways: [[{ feature, weight: 1 }]] })),
    rarity,
  );

describe('coverage', () => {
  it('lies between 0 and 1', () => {
    fc.assert(
      fc.property(words, features, (asked, text) => {
        const share = coverage(weighQuestion(asked, rarity), measured(text), 4);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThan(1);
      }),
    );
  });

  it('grows when a text says more of what is asked, at equal length', () => {
    fc.assert(
      fc.property(features, fc.double({ min: 0.1, max: 3, noNaN: true }), (text, more) => {
        const richer = new Map(text).set('a', (text.get('a') ?? 0) + more);
        const length = 10;
        expect(coverage(asking('a', 'b'), { features: richer, length }, 4)).toBeGreaterThan(
          coverage(asking('a', 'b'), { features: text, length }, 4),
        );
      }),
    );
  });

  it('counts the rare more than the common', () => {
    const share = (feature: string) => coverage(asking('a', 'e'), measured(new Map([[feature, 1]])), 4);
    expect(share('e')).toBeGreaterThan(share('a'));
  });

  it('counts a word once, by the best way to say it', () => {
    const either = weighQuestion([{ word: 'x', ways: [[{ feature: 'a', weight: 1 }], [{ feature: 'b', weight: 1 }]] }], rarity);
    const text = (named: string[]) => ({ features: new Map(named.map((feature) => [feature, 1])), length: 4 });
    expect(coverage(either, text(['a', 'b']), 4)).toBe(coverage(either, text(['b']), 4));
  });
});
