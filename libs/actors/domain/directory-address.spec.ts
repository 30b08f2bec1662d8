import fc from 'fast-check';
import { ACTOR_KINDS, SECTOR_SECTIONS, THEMES } from '@knotenpunkt/themes/domain';
import { ACTOR_SIZES, addressOfFilter, filterFromAddress, isFiltered, NO_FILTER, type DirectoryFilter } from './index';

const some = <Each>(all: readonly Each[]) => fc.uniqueArray(fc.constantFrom(...all), { maxLength: 4 });
const filters: fc.Arbitrary<DirectoryFilter> = fc.record({
  search: fc.constantFrom('', 'Bäckerei & Söhne', 'a=b&art=COMPANY'),
  kinds: some(ACTOR_KINDS),
  themes: some(THEMES.map(({ id }) => id)),
  sectors: some(SECTOR_SECTIONS.map(({ id }) => id)),
  sizes: some(ACTOR_SIZES),
  places: some(['Innenstadt', 'Straße & Weg', 'Süd']),
  direction: fc.constantFrom('NEED', 'OFFER', null),
});

describe('the address of the directory', () => {
  it('carries everything that is filtered by', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(filterFromAddress(new URLSearchParams(addressOfFilter(filter).toString()))).toEqual(filter);
      }),
    );
  });

  it('reads what it does not know as nothing, and never too much', () => {
    const odd = new URLSearchParams('art=HUGE&feld=quark&branche=Z&groesse=riesig&zeigt=alles&ort=');
    expect(filterFromAddress(odd)).toEqual(NO_FILTER);
    expect(isFiltered(filterFromAddress(odd))).toBe(false);
    const many = new URLSearchParams(Array.from({ length: 500 }, (_, at): [string, string] => ['ort', `Ort ${at}`]));
    expect(filterFromAddress(many).places).toHaveLength(60);
  });
});
