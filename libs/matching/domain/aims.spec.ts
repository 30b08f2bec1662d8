import fc from 'fast-check';
import { aimConflict, aimedOf, aimSignals } from './aims';
import { aimsOf } from './text/target-groups';
import { kindsAskedFor } from './text/asked-kinds';

const need = (title: string, text = '') => aimedOf({ title, text });
const offer = (title: string, text = '', kind?: string) => aimedOf({ title, text, ...(kind ? { kind } : {}) });

describe('whom a text is about', () => {
  it('is read in German and English, in whatever form', () => {
    expect(aimsOf('Deutsch für Geflüchtete', 'Auch für Auszubildende und junge Leute.').groups).toEqual([
      'APPRENTICES',
      'YOUNG_PEOPLE',
      'NEWCOMERS',
    ]);
    expect(aimsOf('Course for refugees', 'Women welcome.').groups).toEqual(['NEWCOMERS', 'WOMEN']);
    expect(aimsOf('Elternzeit', 'Die Kinderkrankheiten des neuen Systems').groups).toEqual([]);
    expect(aimsOf('Elternabend mit Kindern', '').groups).toEqual(['CHILDREN', 'PARENTS']);
  });

  it('tells whom it is only for from whom it is not for', () => {
    expect(aimsOf('Werkstatt', 'Nur für Auszubildende. Nicht für Schüler, leider.')).toEqual({
      groups: ['APPRENTICES'],
      only: ['APPRENTICES'],
      not: ['YOUNG_PEOPLE'],
    });
  });

  it('is met by an offer for the same people, made by whom is looked for', () => {
    const asked = need('Wir suchen einen Betriebsrat, der von Schichtplänen erzählt', 'Für unsere Auszubildenden und Lehrkräfte.');
    expect(aimSignals(asked, offer('Vortrag für Azubis', '', 'UNION'))).toEqual({ group: 0.5, kind: 1 });
    expect(aimSignals(asked, offer('Vortrag', '', 'COMPANY'))).toEqual({ group: 0, kind: 0 });
    expect([...kindsAskedFor('Der Betriebsrat tagt', 'Wir suchen eine Hochschule.')]).toEqual(['SCIENCE']);
  });

  it('is not met by what is only for others, or not for these', () => {
    const asked = need('Sprachkurs für Pflegekräfte');
    expect(aimConflict(asked, offer('Sprachkurs', 'Nur für Auszubildende.'))).toEqual({ only: ['APPRENTICES'], not: [] });
    expect(aimConflict(asked, offer('Sprachkurs', 'Nicht für Pflegehelferinnen.'))).toEqual({ only: [], not: ['NURSES'] });
    expect(aimConflict(asked, offer('Sprachkurs', 'Nur für Pflegekräfte.'))).toEqual({ only: [], not: [] });
    expect(aimConflict(need('Sprachkurs', 'Nicht für Auszubildende.'), offer('Kurs', 'Nur für Azubis.')).only).toEqual(['APPRENTICES']);
    expect(aimConflict(need('Sprachkurs'), offer('Kurs', 'Nur für Azubis.')).only).toEqual([]);
  });

  it('is met no worse by an offer that names more of them', () => {
    const words = fc.constantFrom('Auszubildende', 'Pflegekräfte', 'Geflüchtete', 'Eltern', 'Senioren', 'Frauen', 'Ehrenamtliche');
    fc.assert(
      fc.property(fc.array(words), fc.array(words), words, (asked, named, more) => {
        const about = need('Gesucht', `Für ${asked.join(', ')}.`);
        const before = aimSignals(about, offer('Kurs', `Für ${named.join(', ')}.`));
        const after = aimSignals(about, offer('Kurs', `Für ${[...named, more].join(', ')}.`));
        expect(after.group).toBeGreaterThanOrEqual(before.group);
      }),
    );
  });
});
