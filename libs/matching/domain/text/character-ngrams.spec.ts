import { characterNgrams } from './character-ngrams';

describe('characterNgrams', () => {
  it('stay within words and mark their ends', () => {
    const grams = characterNgrams('Bus, Rad', 'de');
    expect([...grams.keys()].sort()).toEqual(
      ['_bu', '_bus', '_bus_', '_ra', '_rad', '_rad_', 'ad_', 'bus', 'bus_', 'rad', 'rad_', 'us_'].sort(),
    );
  });

  it('leave stop words out and survive a misspelling', () => {
    expect(characterNgrams('wir suchen', 'de').size).toBe(0);
    const right = characterNgrams('Schweißkurs', 'de');
    const shared = [...characterNgrams('Schweiskurs', 'de').keys()].filter((gram) => right.has(gram));
    expect(shared.length).toBeGreaterThan(10);
  });
});
