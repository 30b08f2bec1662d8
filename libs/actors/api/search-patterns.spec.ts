import { searchTextOf } from '@knotenpunkt/actors/domain';
import { searchedWords } from './search-patterns';

/** Whether a text is found, as Postgres would. */
function finds(question: string, text: string): boolean {
  const searched = searchTextOf(text);
  return searchedWords(question).every(({ pattern }) => new RegExp(`^${pattern.replaceAll('%', '.*')}$`).test(searched));
}

describe('what is searched for', () => {
  it('is found in every form of a word', () => {
    expect(finds('Pflegekräfte', 'Wir suchen eine Pflegekraft')).toBe(true);
    expect(finds('Beratungen', 'Beratung für Betriebe')).toBe(true);
    expect(finds('Häuser', 'Ein Haus am Markt')).toBe(true);
    expect(finds('Lehrerinnen', 'Lehrer gesucht')).toBe(true);
    expect(finds('Schulen', 'Schule am Stadtgarten')).toBe(true);
    expect(finds('Giessereien', 'Gießerei Nordkamp')).toBe(true);
  });

  it('does not need the legal form, and finds what has another one', () => {
    expect(finds('Gießerei Nordkamp AG', 'Gießerei Nordkamp GmbH')).toBe(true);
    expect(finds('Alte Hasen e.V.', 'Alte Hasen')).toBe(true);
    expect(finds('Alte Hasen e. V.', 'Alte Hasen')).toBe(true);
    expect(finds('Müller GmbH & Co. KG', 'Mueller')).toBe(true);
    expect(searchedWords('GmbH')).toHaveLength(1);
  });

  it('keeps short words whole, and only at the beginning of words', () => {
    expect(finds('Bus', 'Frühbus')).toBe(false);
    expect(finds('Bus', 'ein Bus')).toBe(true);
    expect(finds('Kurs', 'Kurier')).toBe(false);
    expect(searchedWords('Gießereien')).toMatchObject([{ word: 'giessereien', stem: 'giesserei' }]);
    expect(searchedWords(' ?! ')).toEqual([]);
  });
});
