import type { CompetenceCatalogue } from '@knotenpunkt/themes/domain';
import fc from 'fast-check';
import { IMPORT_KINDS } from './batch';
import { guessFields, wrongFields } from './columns';
import { entryMeant, entryProblems, readEntry, roomForEntries, withdrawnProblems, type KnownEntry } from './listed-entry';
import { messages } from './messages';
import { choiceOf, referenceOf, resolve, withChoice, type Nameable, type Reference } from './reference';
import { sampleOf } from './sample';

const catalogue = {
  all: [{ id: 'welding', de: 'Schweißen', en: 'Welding', altDe: ['Löten'], altEn: [] }],
} as unknown as CompetenceCatalogue;
const about = { known: catalogue, today: '2026-11-28' };

describe('columns of tables that name organisations', () => {
  it.each(IMPORT_KINDS.flatMap((kind) => (['de', 'en'] as const).map((language) => [kind, language] as const)))(
    'of the sample of %s in %s are guessed as they are meant, and are enough',
    (kind, language) => {
      const { fields, cells } = sampleOf(kind, language);
      const words = messages[language].import.fields as Record<string, string>;
      const columns = fields.map((field, at) => ({ header: words[field]!, samples: cells[at] ? [cells[at]] : [] }));
      expect(guessFields(kind, columns)).toEqual(fields);
      expect(wrongFields(kind, fields, fields.length)).toBeNull();
    },
  );

  it('must say what it is, and whose', () => {
    expect(wrongFields('OFFERS', ['title', 'actorKey'], 2)).toBeNull();
    expect(wrongFields('OFFERS', ['title', 'actorCity'], 2)).toEqual({ code: 'FIELD_MISSING_OFFERS', field: 'actor' });
    expect(wrongFields('NEEDS', ['actor', null], 2)).toEqual({ code: 'FIELD_MISSING_NEEDS', field: 'title' });
  });
});

describe('an organisation that a row names', () => {
  const one = (id: string, more: Partial<Nameable>): Nameable => ({
    id,
    name: id,
    shortName: '',
    city: '',
    slug: id,
    host: null,
    keys: [],
    ...more,
  });
  const known = [
    one('a', { name: 'Kammer Nord e. V.', shortName: 'KN', host: 'kn.example', keys: ['7'] }),
    one('b', { name: 'Kammer Nord', city: 'Hamm' }),
    one('c', { name: 'KN GmbH' }),
  ];
  const meant = (text: string, more: Partial<Reference> = {}) => {
    const found = resolve({ ...referenceOf('actor', text), ...more }, known);
    return found.kind === 'several' ? found.among.map(({ id }) => id) : found.kind === 'one' ? found.id : null;
  };

  it('is known by name, short name, website, number and town', () => {
    expect(meant('kammer nord e.v.')).toEqual(['a', 'b']);
    expect(meant('Kammer Nord e. V.')).toBe('a');
    expect(meant('Kammer Nord')).toBe('b');
    expect(meant('KAMMER NORD', { city: 'hamm' })).toBe('b');
    // The town counts more than how the name is written.
    const [one, other] = [known[1]!, { ...known[0]!, city: 'Unna' }];
    expect(resolve({ ...referenceOf('actor', 'Kammer Nord'), city: 'unna' }, [one, other])).toEqual({ kind: 'one', id: 'a' });
    expect(meant('KN')).toEqual(['a', 'c']);
    expect(meant('https://www.kn.example/impressum')).toBe('a');
    expect(meant('KN', { key: '7' })).toBe('a');
    expect(meant('Kammer Süd')).toBeNull();
  });

  it('is nobody for certain where two ways lead to two', () => {
    expect(meant('Kammer Nord', { key: '7' })).toBe('a');
    expect(meant('KN GmbH', { key: '7' })).toEqual(['a', 'c']);
    expect(resolve({ ...referenceOf('actor', 'KN GmbH'), key: '7' }, [known[2]!, one('d', { keys: ['7'] })])).toMatchObject({
      kind: 'several',
    });
  });

  it('is the one somebody chose, as long as the words still fit it', () => {
    const reference = referenceOf('actor', 'KN');
    const [offered, again] = [resolve(reference, known), resolve(reference, [...known.slice(0, 1), one('d', { name: 'KN AG' })])];
    const choice = choiceOf(reference, offered, [])!;
    expect(choice).toMatchObject({ field: 'actor', words: 'KN', among: [{ id: 'a' }, { id: 'c' }], chosenId: null });
    const chosen = withChoice([choice], { field: 'actor', words: 'KN', chosenId: 'c' });
    expect(choiceOf(reference, offered, chosen)).toMatchObject({ chosenId: 'c' });
    expect(choiceOf(reference, again, chosen)).toMatchObject({ among: [{ id: 'a' }, { id: 'd' }], chosenId: null });
    expect(choiceOf(referenceOf('lead', 'KN'), offered, chosen)).toMatchObject({ chosenId: null });
    expect(choiceOf(reference, { kind: 'one', id: 'a' }, chosen)).toBeNull();
  });

  it('is the entry that stayed where it is called as one that became part of it', () => {
    const merged = one('b', { name: 'Kammer alt', shownAs: 'Kammer Nord' });
    expect(resolve(referenceOf('actor', 'Kammer alt'), [merged])).toEqual({ kind: 'one', id: 'b' });
    expect(resolve(referenceOf('actor', 'Kammer'), [one('b', { name: 'Kammer' }), { ...merged, name: 'Kammer' }])).toEqual({
      kind: 'one',
      id: 'b',
    });
  });

  it('is one of those there, whatever is written, and a way more never makes nobody of somebody', () => {
    const names = fc.constantFrom('KN', 'Kammer Nord', 'Kammer Nord e. V.', 'kn.example', 'x', '');
    fc.assert(
      fc.property(names, fc.option(fc.constantFrom('7', '8')), fc.subarray(known), (text, key, among) => {
        const reference = referenceOf('actor', text);
        const without = resolve(reference, among);
        const found = resolve({ ...reference, key }, among);
        if (found.kind === 'one') expect(among.map(({ id }) => id)).toContain(found.id);
        if (without.kind !== 'nobody') expect(found.kind).not.toBe('nobody');
        expect(resolve({ ...reference, key }, [...among].reverse())).toEqual(found);
      }),
    );
  });
});

describe('a row about an offer', () => {
  const fields = ['actor', 'title', 'themes', 'competences', 'fromOn', 'untilOn'];
  const read = (...cells: string[]) => readEntry(cells, fields, about);
  const known = (id: string, title: string, more: Partial<KnownEntry> = {}): KnownEntry => ({
    ...{ id, title, text: '', themes: [], competences: [], fromOn: null, untilOn: null },
    ...{ actorId: 'a', actorName: 'A', actorSlug: 'a', confirmedOn: null, state: 'OPEN' as const, version: 1, ...more },
  });

  it('is read in the words people use', () => {
    expect(read('WN', 'Kurs', 'Handwerk; care and health', 'löten', 'März 2027', '12/2027')).toMatchObject({
      said: { title: 'Kurs', themes: ['handwerk', 'pflege'], competences: ['welding'], fromOn: '2027-03-01', untilOn: '2027-12-31' },
      problems: [],
    });
  });

  it('says all that is wrong with it at once', () => {
    const { problems } = read('', '=1+1', 'Zauberei', 'Hexen', 'bald', '2020-01-01');
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'title CELL_IS_FORMULA',
      'actor REFERENCE_MISSING',
      'themes THEME_UNKNOWN',
      'competences COMPETENCE_UNKNOWN',
      'fromOn DATE_INVALID',
      'untilOn DATE_PAST',
    ]);
  });

  it('means the one with the same words, and asks about those with similar ones', () => {
    const own = [known('1', 'Drehbank am Abend'), known('2', 'Saal')];
    expect(entryMeant({ title: 'DREHBANK am Abend' }, own)).toMatchObject({ target: { id: '1' }, candidates: [] });
    expect(entryMeant({ title: 'Drehbank am Abend!' }, [...own, known('3', 'Drehbank am Abend')])).toMatchObject({
      target: null,
      candidates: [{ id: '1' }, { id: '3' }],
    });
    expect(entryMeant({ title: 'Drehbänke am Abend' }, own)).toMatchObject({
      target: null,
      candidates: [{ id: '1', reasons: ['NAME_ALIKE'] }],
    });
    expect(entryMeant({ title: 'Halle' }, own)).toEqual({ target: null, candidates: [] });
  });

  it('is not entered again where its organisation has withdrawn it', () => {
    const withdrawn = known('1', 'Saal', { state: 'WITHDRAWN' });
    expect(entryMeant({ title: 'Saal' }, [withdrawn])).toEqual({ target: null, candidates: [] });
    expect(withdrawnProblems({ title: 'SAAL' }, [withdrawn])).toMatchObject([{ field: 'title', code: 'WITHDRAWN', params: { name: 'A' } }]);
    expect(withdrawnProblems({ title: 'Saal' }, [withdrawn, known('2', 'Saal')])).toEqual([]);
    expect(withdrawnProblems({ title: 'Halle' }, [withdrawn])).toEqual([]);
  });

  it('finds room only as long as its organisation has fewer than it may', () => {
    const room = roomForEntries(new Map([['a', 38]]));
    expect(['a', 'b', 'a', 'a', 'b'].map((id) => room(id)?.code ?? null)).toEqual([null, null, null, 'TOO_MANY_ENTRIES', null]);
  });

  it('cannot end before what it leaves as it is begins', () => {
    const begun = known('1', 'Kurs', { fromOn: '2027-05-01' });
    expect(entryProblems({ title: 'Kurs', untilOn: '2027-04-30' }, begun)).toMatchObject([{ field: 'untilOn', code: 'DATE_ORDER' }]);
    expect(entryProblems({ title: 'Kurs', untilOn: '2027-05-01' }, begun)).toEqual([]);
  });
});
