import { isId } from '@knotenpunkt/kernel';
import { guessFields, headingsKey, wrongFields } from './columns';
import { actorTarget, changesOf, judge, type JudgedBy, type KnownActor } from './judge';
import { addressKeyOf, candidatesAmong, likeness, reasonsOf, registerKeyOf, traitsOf } from './likeness';
import { kindOf, readActor, sizeOf, type ListedActor } from './listed-actor';

const column = (header: string, ...samples: string[]) => ({ header, samples });

describe('columns', () => {
  it('are guessed by German and English words, and each meaning is given once', () => {
    const german = [
      'Mitglieds-Nr.',
      'Name der Organisation',
      'Straße',
      'PLZ',
      'Ort',
      'E-Mail',
      'Homepage',
      'Ansprechpartner:in',
      'Bemerkung',
      'Stadtteil',
    ];
    expect(
      guessFields(
        'ACTORS',
        german.map((each) => column(each)),
      ),
    ).toEqual([...['key', 'name', 'street', 'postalCode', 'city', 'contactMail', 'website', 'contactName', 'description', 'district']]);
    expect(
      guessFields(
        'ACTORS',
        ['Company name', 'Zip code', 'Town', 'Type', 'Employees', 'Nr.'].map((each) => column(each)),
      ),
    ).toEqual([...['name', 'postalCode', 'city', 'kind', 'size', null]]);
    expect(guessFields('ACTORS', [column('Name'), column('Name 2'), column('name')])).toEqual(['name', null, null]);
  });

  it('are guessed by what stands in them where the heading says nothing', () => {
    const columns = [
      column('A', 'Kornglück GmbH', 'Alte Hasen e. V.'),
      column('B', '44135', '44137'),
      column('C', 'a@b.de'),
      column('D', 'www.a.de', 'https://b.de'),
    ];
    expect(guessFields('ACTORS', columns)).toEqual(['name', 'postalCode', 'contactMail', 'website']);
  });

  it('are the same table with the same headings, however they are written', () => {
    expect(headingsKey(['E-Mail', 'Straße'])).toBe(headingsKey(['email', 'STRASSE']));
    expect(headingsKey(['a', 'b'])).not.toBe(headingsKey(['ab', '']));
  });

  it('must name who it is, and mean nothing twice', () => {
    expect(wrongFields('ACTORS', ['name', null], 2)).toBeNull();
    expect(wrongFields('ACTORS', ['city', null], 2)).toEqual({ code: 'FIELD_MISSING_ACTORS', field: 'name' });
    expect(wrongFields('ACTORS', ['name', 'name'], 2)).toEqual({ code: 'FIELD_TWICE', field: 'name' });
    expect(wrongFields('ACTORS', ['name', 'password'], 2)).toEqual({ code: 'FIELD_UNKNOWN', field: 'fields' });
    expect(wrongFields('ACTORS', ['name'], 2)).toEqual({ code: 'COLUMN_UNKNOWN', field: 'fields' });
  });
});

describe('a row about an organisation', () => {
  const fields = ['name', 'kind', 'website', 'size', 'lon', 'lat', 'contactMail'];
  const problems = (...cells: string[]) => readActor(cells, fields).problems.map(({ field, code }) => `${field} ${code}`);

  it('is read with kind and size in the words people use', () => {
    expect(readActor(['Kornglück', 'Handwerk', 'kornglueck.example', '34 MA', '7,46', '51.5'], fields)).toEqual({
      said: { name: 'Kornglück', kind: 'COMPANY', website: 'https://kornglueck.example/', size: 'SMALL', lon: 7.46, lat: 51.5 },
      problems: [],
    });
    expect(['Industrie- und Handelskammer', 'Verein', 'works council', 'Netzwerke', 'Quark'].map(kindOf)).toEqual([
      ...['CHAMBER', 'CIVIL_SOCIETY', 'UNION', 'NETWORK', null],
    ]);
    expect(['9', '10', '1.200', 'ca. 250', 'mittel', 'viele'].map(sizeOf)).toEqual(['MICRO', 'SMALL', 'LARGE', 'LARGE', 'MEDIUM', null]);
  });

  it('says all that is wrong with it at once', () => {
    expect(problems('', 'Quark', 'nirgends', 'viele', '7', '', 'keine')).toEqual([
      ...[
        'name TEXT_MISSING',
        'website LINK_INVALID',
        'kind KIND_UNKNOWN',
        'size SIZE_UNKNOWN',
        'lat PLACE_INVALID',
        'contactMail MAIL_INVALID',
      ],
    ]);
    expect(problems('A', '', '', '', '', '', '', 'mehr')).toEqual(['name COLUMNS_DIFFER']);
  });

  it('is no formula and nothing a spreadsheet could not compute', () => {
    for (const cell of ['=HYPERLINK("http://evil.example")', '@SUM(A1)', '+cmd|/c calc', '-x'])
      expect(problems(cell)[0]).toBe('name CELL_IS_FORMULA');
    expect(problems('#BEZUG!')[0]).toBe('name CELL_IS_ERROR');
    expect(problems('+49 e. V.')).toEqual([]);
  });
});

describe('likeness', () => {
  it('knows an address and a number in a register however they are written', () => {
    expect(addressKeyOf('Am Speicher-Str. 4', '44135')).toBe(addressKeyOf('am speicher straße 4', ' 44135'));
    expect(addressKeyOf('Am Speicher', '44135')).toBeNull();
    expect(registerKeyOf('HRB 12 345, Amtsgericht Dortmund')).toBe(registerKeyOf('hrb12345 (AG Dortmund)'));
    expect(registerKeyOf('keine')).toBeNull();
  });

  it('is the same both ways, one for the same, between none and one for all', () => {
    const names = ['kornglueck', 'korngluck backerei', 'stadtwerke ostwalden', 'stadtwerk ostwalden', '', 'a'];
    for (const a of names)
      for (const b of names) {
        expect(likeness(a, b)).toBe(likeness(b, a));
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
      }
    expect(likeness('stadtwerke ostwalden', 'stadtwerke ostwalden')).toBe(1);
  });

  it('tells why, and takes no like name in another town', () => {
    const here = traitsOf({ name: 'Stadtwerke Ostwalden GmbH', city: 'Ostwalden', website: 'https://swo.example' });
    expect(reasonsOf(here, traitsOf({ name: 'Stadtwerk Ostwalden', city: 'Ostwalden' }))).toEqual(['NAME_ALIKE']);
    expect(reasonsOf(here, traitsOf({ name: 'Stadtwerk Ostwalden', city: 'Hamm' }))).toEqual([]);
    expect(reasonsOf(here, traitsOf({ name: 'Etwas anderes', website: 'https://www.swo.example/x' }))).toEqual(['WEBSITE']);
  });

  it('says nothing where many live under one roof', () => {
    const at = (id: string, name: string) => ({
      ...traitsOf({ name, street: 'Speicher 4', postalCode: '44135' }),
      id,
      name,
      cityName: '',
      slug: id,
    });
    const said = traitsOf({ name: 'Neu', street: 'Speicher 4', postalCode: '44135' });
    const few = ['Alpha', 'Beta', 'Gamma'].map((name) => at(name, name));
    expect(candidatesAmong(said, few)).toHaveLength(3);
    expect(candidatesAmong(said, [...few, at('Delta', 'Delta')])).toEqual([]);
  });
});

describe('the dry run', () => {
  const known: KnownActor = {
    ...{
      id: '018f0000-0000-7000-8000-000000000001',
      name: 'Kornglück',
      shortName: '',
      kind: 'COMPANY',
      summary: 'Backt.',
      description: '',
    },
    ...{
      street: '',
      postalCode: '44135',
      city: 'Ostwalden',
      district: '',
      website: '',
      size: null,
      lon: 7.46,
      lat: 51.5,
      provenance: 'IMPORTED',
      version: 3,
    },
  };
  const judged = ({
    said,
    target = null,
    ...more
  }: { said: ListedActor; target?: KnownActor | null } & Partial<Omit<JudgedBy, 'target'>>) =>
    judge({ problems: [], candidates: [], earlierLine: null, decision: null, about: 'name', ...more, target: actorTarget(said, target) });
  const candidate = { id: known.id, name: known.name, city: '', slug: 'k', reasons: ['NAME' as const] };

  it('finds what a row says otherwise, and takes what it does not say for unchanged', () => {
    expect(isId(known.id)).toBe(true);
    expect(changesOf({ name: 'Kornglück' }, known)).toEqual([]);
    expect(changesOf({ name: 'Kornglück', city: 'Hamm', lon: 7.46000000001 }, known)).toEqual([
      { field: 'city', before: 'Ostwalden', after: 'Hamm' },
    ]);
  });

  it('never writes over what an organisation says of itself', () => {
    const said = { name: 'Kornglück', city: 'Hamm' };
    expect(judged({ said, target: known })).toMatchObject({ fate: 'CHANGED', targetVersion: 3 });
    expect(judged({ said, target: { ...known, provenance: 'ENTERED' } })).toMatchObject({
      fate: 'CONFLICT',
      problems: [{ code: 'OWN_WORD' }],
    });
  });

  it('asks where it may be the same, and does what is said then', () => {
    const said = { name: 'Bäckerei Kornglück' };
    expect(judged({ said })).toMatchObject({ fate: 'NEW' });
    expect(judged({ said, candidates: [candidate] })).toMatchObject({ fate: 'DUPLICATE' });
    expect(judged({ said, candidates: [candidate], decision: 'NOT_SAME' })).toMatchObject({ fate: 'NEW' });
    expect(judged({ said, earlierLine: 4 })).toMatchObject({
      fate: 'DUPLICATE',
      problems: [{ code: 'EARLIER_ROW', params: { line: 4 } }],
    });
    expect(judged({ said, earlierLine: 4, decision: 'NOT_SAME' })).toMatchObject({ fate: 'NEW' });
    expect(judged({ said, earlierLine: 4, target: known })).toMatchObject({ fate: 'CONFLICT' });
    expect(judged({ said, problems: [{ field: 'name', code: 'TEXT_MISSING' }], target: known })).toMatchObject({
      fate: 'BAD',
      targetId: null,
    });
  });
});
