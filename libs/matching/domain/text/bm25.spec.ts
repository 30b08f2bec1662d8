import fc from 'fast-check';
import { coverage, measured, weighQuery } from './bm25';

const features = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.double({ min: 0.1, max: 5, noNaN: true }))
  .map((record) => new Map(Object.entries(record)));
const rarity = (feature: string) => feature.charCodeAt(0) - 96;

describe('coverage', () => {
  it('lies between 0 and 1', () => {
    fc.assert(
      fc.property(features, features, (query, text) => {
        const share = coverage(weighQuery(query, rarity), measured(text), 4);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThan(1);
      }),
    );
  });

  it('grows when a text says more of what is asked, at equal length', () => {
    fc.assert(
      fc.property(features, fc.double({ min: 0.1, max: 3, noNaN: true }), (text, more) => {
        const query = weighQuery(new Map([['a', 1], ['b', 1]]), rarity);
        const richer = new Map(text).set('a', (text.get('a') ?? 0) + more);
        const length = 10;
        expect(coverage(query, { features: richer, length }, 4)).toBeGreaterThan(coverage(query, { features: text, length }, 4));
      }),
    );
  });

  it('counts the rare more than the common', () => {
    const query = weighQuery(new Map([['a', 1], ['e', 1]]), rarity);
    const share = (feature: string) => coverage(query, measured(new Map([[feature, 1]])), 4);
    expect(share('e')).toBeGreaterThan(share('a'));
  });
});
