import fc from 'fast-check';
import { loadOccupations, loadSectors, sectionOf } from './index';

describe('sectors and occupations', () => {
  it('are found by everyday words, whatever the spelling and the ending', async () => {
    const [sectors, occupations] = [await loadSectors(), await loadOccupations()];
    expect(sectors.search('giesserei').map(({ de }) => de)).toContain('Gießereien');
    expect(sectors.search('Bäcker')[0]!.de).toMatch(/Back/);
    expect(occupations.search('Altenpfleger')[0]).toMatchObject({ code: '821', de: 'Altenpflege' });
    expect(occupations.search('dachdecker').map(({ code }) => code)).toContain('3214');
    expect(sectors.search('24.5').map(({ code }) => code)).toContain('24.5');
    expect(sectors.search('  ')).toEqual([]);
    expect(sectors.search('Quastenflosser')).toEqual([]);
  });

  it('are each found by the beginning of their own name, and belong somewhere', async () => {
    for (const catalogue of [await loadSectors(), await loadOccupations()]) {
      expect(new Set(catalogue.all.map(({ code }) => code)).size).toBe(catalogue.all.length);
      fc.assert(
        fc.property(fc.constantFrom(...catalogue.all), fc.integer({ min: 4, max: 20 }), (each, length) => {
          expect(catalogue.search(each.de.slice(0, length), catalogue.all.length).map(({ code }) => code)).toContain(each.code);
        }),
      );
    }
    expect((await loadSectors()).all.filter(({ code }) => sectionOf(code) === null)).toEqual([]);
  });
});
