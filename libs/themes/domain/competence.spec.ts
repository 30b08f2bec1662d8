import fc from 'fast-check';
import { loadCompetences } from './index';
import { CompetenceCatalogue } from './competence';

const competence = (id: string, de: string, altDe: string[] = [], en = `${id} in English`) => ({
  id,
  group: 'g',
  de,
  en,
  altDe,
  altEn: [],
});
const small = new CompetenceCatalogue({
  groups: [{ id: 'g', de: 'Gruppe', en: 'Group' }],
  competences: [
    competence('beratung', 'Gute Energieberatung'),
    competence('windenergie', 'Windenergie'),
    competence('energie', 'Energiemanagement'),
    competence('strom', 'Strom', ['Energie aus der Leitung']),
    competence('foerderung', 'Förderung', [], 'Funding'),
  ],
});
const idsFor = (text: string, limit?: number) => small.search(text, limit).map((found) => found.competence.id);

describe('search for competences', () => {
  it('puts beginnings first, then beginnings of words, then the rest, labels before synonyms', () => {
    expect(idsFor('energie')).toEqual(['energie', 'strom', 'beratung', 'windenergie']);
  });

  it('does not mind case, accents and written-out umlauts', () => {
    for (const text of ['förder', 'FÖRDER', 'foerder', 'forder', ' Förder ']) expect(idsFor(text)).toEqual(['foerderung']);
  });

  it('finds English names and says which name matched', () => {
    expect(small.search('fund')[0]!.matched).toBe('Funding');
    expect(small.search('leitung')[0]!.matched).toBe('Energie aus der Leitung');
  });

  it('keeps to the limit and finds nothing for nothing', () => {
    expect(idsFor('energie', 2)).toHaveLength(2);
    expect(idsFor('  ')).toEqual([]);
    expect(idsFor('!?')).toEqual([]);
  });
});

describe('the vocabulary', () => {
  it('has unique ids and German names, and every competence is in a group', async () => {
    const catalogue = await loadCompetences();
    const groups = new Set(catalogue.groups.map((group) => group.id));
    expect(new Set(catalogue.all.map((each) => each.id)).size).toBe(catalogue.all.length);
    expect(new Set(catalogue.all.map((each) => each.de)).size).toBe(catalogue.all.length);
    expect(catalogue.all.filter((each) => !groups.has(each.group))).toEqual([]);
    expect(catalogue.groups.filter((group) => catalogue.inGroup(group.id).length === 0)).toEqual([]);
  });

  it('finds every competence by the beginning of its own German name', async () => {
    const catalogue = await loadCompetences();
    fc.assert(
      fc.property(fc.constantFrom(...catalogue.all), fc.integer({ min: 3, max: 12 }), (each, length) => {
        const found = catalogue.search(each.de.slice(0, length), catalogue.all.length);
        expect(found.map(({ competence: { id } }) => id)).toContain(each.id);
      }),
    );
  });

  it('answers for ids it does not know', async () => {
    const catalogue = await loadCompetences();
    expect(catalogue.find('gibt-es-nicht')).toBeNull();
    expect(catalogue.has('moderation')).toBe(true);
    expect(catalogue.label('gibt-es-nicht', 'de')).toBe('gibt-es-nicht');
    expect(catalogue.label('moderation', 'en')).toBe('Facilitation');
  });
});
