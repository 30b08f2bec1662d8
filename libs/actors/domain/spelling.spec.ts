import fc from 'fast-check';
import { closestWord, mistakesBetween, nearPatterns } from './spelling';

const word = fc.string({ unit: fc.constantFrom(...'abcdefg'), minLength: 4, maxLength: 12 });

describe('spelling', () => {
  it('counts mistakes alike in both directions, none between the same, and one for each kind of slip', () => {
    fc.assert(fc.property(word, word, (a, b) => mistakesBetween(a, b, 20) === mistakesBetween(b, a, 20)));
    fc.assert(fc.property(word, (a) => mistakesBetween(a, a, 2) === 0));
    for (const slip of ['pfelge', 'plege', 'pflegge', 'pflage']) expect(mistakesBetween('pflege', slip, 2)).toBe(1);
    expect(mistakesBetween('pflege', 'dachdecker', 2)).toBe(3);
  });

  it('finds what was meant, also while it is being typed, and guesses nothing that is far', () => {
    const words = ['pflegeheim', 'pflege', 'spedition', 'bus', 'dachdecker'];
    expect(closestWord('pfelge', words)).toBe('pflege');
    expect(closestWord('speditoin', words)).toBe('spedition');
    expect(closestWord('spedtio', words)).toBe('spedition');
    expect(closestWord('bsu', words)).toBeNull();
    expect(closestWord('quastenflosser', words)).toBeNull();
  });

  it('has a pattern for every word that is one mistake away', () => {
    const matches = (text: string) =>
      nearPatterns('pfelge').some((like) => new RegExp(`^${like.replaceAll('%', '.*').replaceAll('_', '.')}$`).test(text));
    expect(matches(' haus pflege ort')).toBe(true);
    expect(matches(' pfalge')).toBe(true);
    for (const near of [' pfeelge', ' pfege', ' pfelg']) expect(matches(near)).toBe(true);
    expect(matches(' spedition')).toBe(false);
  });
});
