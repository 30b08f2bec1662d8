import { stemOf } from './stems';
import { WORD_FIELDS } from './word-fields';

describe('word fields', () => {
  it('have at least three words each, name first, in small letters without blanks', () => {
    expect(WORD_FIELDS.size).toBeGreaterThan(150);
    for (const [name, words] of WORD_FIELDS) {
      expect(words[0]).toBe(name);
      expect(words.length).toBeGreaterThanOrEqual(3);
      for (const word of words) expect(word).toMatch(/^[\p{Ll}\p{N}-]+$/u);
    }
  });

  it('put no word into more than four fields: it would say nothing', () => {
    const fields = new Map<string, string[]>();
    for (const [name, words] of WORD_FIELDS) {
      for (const stem of new Set(words.map((word) => stemOf(word, 'de')))) fields.set(stem, [...(fields.get(stem) ?? []), name]);
    }
    expect([...fields].filter(([, names]) => names.length > 4)).toEqual([]);
  });
});
