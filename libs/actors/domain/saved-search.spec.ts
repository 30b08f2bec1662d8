import fc from 'fast-check';
import { newId } from '@knotenpunkt/kernel';
import { findsNow, knownAtFirst, MOST_FOUND, MOST_SEARCHES, plainAddress, saveSearch, type Finds } from './saved-search';

const wish = { id: newId(), name: ' Pflege im Westpark ', address: '?ort=Westpark&suche=Pflege&quatsch=1&ansicht=karte', mail: true };
const found = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });

/** A day: what the directory finds, of which the known is left out. */
const dayAfter = (finds: Finds, all: readonly string[]) =>
  findsNow(
    finds,
    all.filter((id) => !finds.known.includes(id)),
  );

describe('a saved search', () => {
  it('keeps only what the directory filters by, whatever the order in the address', () => {
    expect(saveSearch(wish, 0)).toMatchObject({ value: { name: 'Pflege im Westpark', address: 'suche=Pflege&ort=Westpark' } });
    expect(plainAddress(wish.address)).toBe(plainAddress('suche=Pflege&ort=Westpark&ansicht=tabelle'));
  });

  it('is refused without a name, without anything searched, and beyond what one can oversee', () => {
    const code = (change: object, kept = 0) => {
      const result = saveSearch({ ...wish, ...change }, kept);
      return result.ok ? null : result.refusal.code;
    };
    expect(code({ address: 'ansicht=karte' })).toBe('NOTHING_SEARCHED');
    expect(code({ name: ' ' })).toBe('TEXT_MISSING');
    expect(code({ id: 'keine' })).toBe('ID_INVALID');
    expect([code({}, MOST_SEARCHES - 1), code({}, MOST_SEARCHES)]).toEqual([null, 'TOO_MANY_SEARCHES']);
    const many = Array.from({ length: MOST_FOUND }, () => newId());
    expect([knownAtFirst(many).ok, knownAtFirst([...many, newId()]).ok]).toEqual([true, false]);
  });

  it('tells of each find once, however often it comes and goes', () => {
    fc.assert(
      fc.property(found, fc.array(found, { maxLength: 6 }), (first, days) => {
        let finds: Finds = { known: first, found: [] };
        const told: string[] = [];
        for (const day of days) {
          const { added, ...next } = dayAfter(finds, day);
          told.push(...added);
          // Shown are those that are found today.
          expect(next.found.every((id) => day.includes(id))).toBe(true);
          finds = next;
        }
        expect(new Set(told).size).toBe(told.length);
        expect(new Set(told)).toEqual(new Set(days.flat().filter((id) => !first.includes(id))));
      }),
    );
  });
});
