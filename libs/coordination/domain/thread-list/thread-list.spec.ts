import fc from 'fast-check';
import { keyOf, readList, type ListRow } from './list-columns';
import { dayIn, namesInList, type KnownActor } from './list-names';
import { previewList, type ListSurroundings, type PreviewRow } from './list-preview';
import { noteOf } from './list-taking';

const HEADINGS = [
  'Titel',
  'Worum es geht',
  'Beteiligte',
  'Nächster Schritt',
  'Akteur des Schritts',
  'Wiedervorlage',
  'Zuständig',
  'Vertretung',
  'Notiz',
];
const TODAY = '2026-11-27';

const actor = (id: string, name: string, shortName = '', slug = id): KnownActor => ({ id, name, shortName, slug });
const around: ListSurroundings = {
  actors: [
    actor('giesserei', 'Gießerei Nordkamp', 'GN'),
    actor('kolleg', 'Berufskolleg Zechenstraße'),
    actor('petersen', 'Petersen, Sohn und Enkel'),
    actor('bus-1', 'Busverein'),
    actor('bus-2', 'Busverein', '', 'busverein-ost'),
  ],
  subjects: [
    { type: 'ALLIANCE', id: 'waerme', title: 'Wärme aus Nordkamp', slug: 'waerme-aus-nordkamp' },
    { type: 'INITIATIVE', id: 'fruehbus', title: 'Frühbus', slug: 'fruehbus' },
    { type: 'CHALLENGE', id: 'frage', title: 'Frühbus', slug: 'frage-fruehbus' },
  ],
  coordinators: [
    { id: 'arslan', name: 'Meryem Arslan' },
    { id: 'petri', name: 'Jonas Petri' },
  ],
  threads: [],
  chosen: new Map(),
  today: TODAY,
  idOf: (key) => `id of ${key}`,
};

/** Rows as a file has them, below the headings of the template. */
function listOf(...rows: string[][]): ListRow[] {
  const read = readList([HEADINGS, ...rows]);
  return read.ok ? read.value.rows : [];
}

const preview = (rows: ListRow[], other: Partial<ListSurroundings> = {}) => previewList(rows, { ...around, ...other });
const codes = ({ notes }: PreviewRow) => notes.map(({ column, code }) => `${column} ${code}`);

describe('a coordinator’s list', () => {
  it('is read by its headings, in any order, in German or English, with the row numbers of the file', () => {
    const read = readList([[], ['Next step', 'Farbe', 'TITEL *'], ['fragen', 'rot', 'Frühbus'], ['', '', ''], ['', '', 'Wärme']]);
    expect(read).toMatchObject({
      ok: true,
      value: {
        ignored: ['Farbe'],
        missing: expect.arrayContaining(['subject', 'note']),
        rows: [
          { number: 3, cells: { title: 'Frühbus', nextStep: 'fragen' } },
          { number: 5, cells: { title: 'Wärme', nextStep: '' } },
        ],
      },
    });
  });

  it.each([
    [[], 'LIST_EMPTY'],
    [[HEADINGS], 'LIST_EMPTY'],
    [
      [
        ['Thema', 'Schritt'],
        ['Frühbus', 'fragen'],
      ],
      'LIST_HEADING_MISSING',
    ],
    [
      [
        ['Titel', 'Title'],
        ['Frühbus', 'Bus'],
      ],
      'LIST_HEADING_TWICE',
    ],
  ])('is refused without rows or headings that can be told apart: %j', (sheet, code) => {
    expect(readList(sheet)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('recognises organisations by name, short name or slug, subjects by kind and name, coordinators also as lists have them', () => {
    const [row] = preview(
      listOf([
        'Abwärme',
        'Allianz: wärme aus nordkamp',
        'gn; Berufskolleg Zechenstraße',
        'Messwerte',
        'giesserei',
        '30.11.2026',
        'Meryem Arslan',
        'J. Petri',
        '',
      ]),
    );
    expect(row).toMatchObject({
      fate: 'NEW',
      subject: { found: { id: 'waerme' } },
      actors: [{ found: { id: 'giesserei' } }, { found: { id: 'kolleg' } }],
      stepActor: { found: { id: 'giesserei' } },
      followUpOn: '2026-11-30',
      owner: { found: { id: 'arslan' } },
      deputy: { found: { id: 'petri' } },
      notes: [],
    });
  });

  it('divides at commas only where each part is somebody', () => {
    const [row] = preview(listOf(['Bus', '', 'GN, kolleg; Petersen, Sohn und Enkel; Bäcker, Müller']));
    expect(row!.actors.map(({ text, found }) => [text, found?.id])).toEqual([
      ['GN', 'giesserei'],
      ['kolleg', 'kolleg'],
      ['Petersen, Sohn und Enkel', 'petersen'],
      ['Bäcker, Müller', undefined],
    ]);
  });

  it('says what it does not recognise, takes the row all the same, and keeps the name in the note', () => {
    const [row] = preview(
      listOf(['Bus', 'Frühbus', 'Bäckerei Krause; Busverein', 'fragen', 'Krause', '1.1.2026', 'K. Niemand', '', 'eilt']),
    );
    expect(row!.fate).toBe('NEW');
    expect(codes(row!)).toEqual([
      'actors ACTOR_UNKNOWN',
      'actors ACTOR_SEVERAL',
      'stepActor ACTOR_UNKNOWN',
      'subject SUBJECT_SEVERAL',
      'followUpOn DAY_PAST',
      'owner COORDINATOR_UNKNOWN',
    ]);
    expect(noteOf(row!, 'de')).toBe(
      'eilt\nWorum es geht: Frühbus.\nNicht im Verzeichnis: Bäckerei Krause und Busverein.\nAkteur des Schritts: Krause.',
    );
  });

  it('takes for a name what somebody chose, wherever it stands', () => {
    const chosen = new Map([[keyOf('Bäckerei Krause'), actor('krause', 'Krause Backwaren')]]);
    const [row] = preview(listOf(['Bus', '', 'BÄCKEREI  krause', 'fragen', 'Bäckerei Krause']), { chosen });
    expect(row).toMatchObject({ actors: [{ found: { id: 'krause' } }], stepActor: { found: { id: 'krause' } }, notes: [] });
  });

  it.each([
    [['', '', '', 'fragen'], 'title TITLE_MISSING'],
    [['ab'], 'title TITLE_SHORT'],
    [['x'.repeat(161)], 'title TOO_LONG'],
    [['Bus', '', '', 'x'.repeat(301)], 'nextStep TOO_LONG'],
    [['Bus', '', '', '', '', 'bald'], 'followUpOn DAY_UNREADABLE'],
    [['Bus', '', '', '', '', '31.02.2027'], 'followUpOn DAY_UNREADABLE'],
    [['Bus', '', '', '', '', '', 'Meryem Arslan', 'Arslan'], 'deputy SAME_COORDINATOR'],
    [['Bus', '', Array.from({ length: 13 }, (_, n) => `Firma ${n}`).join(';')], 'actors TOO_MANY_ACTORS'],
  ])('cannot take %j', (cells, code) => {
    const [row] = preview(listOf(cells));
    expect(row!.fate).toBe('PROBLEM');
    expect(codes(row!)).toContain(code);
  });

  it('makes no thread twice: neither of two rows alike, nor of one that is there, nor of the example', () => {
    const rows = listOf(['Frühbus', 'Allianz: x'], ['FRÜHBUS', 'allianz: X'], ['Wärme'], ['Beispiel: Bus'], ['Lehre']);
    const threads = [
      { id: 'hand', title: 'wärme', state: 'OPEN' as const, nextStep: 'fragen', followUpOn: null },
      { id: around.idOf('lehre\n'), title: 'Ganz anders genannt', state: 'DONE' as const, nextStep: '', followUpOn: null },
    ];
    const read = preview(rows, { threads });
    expect(read.map(({ fate, knownId }) => [fate, knownId])).toEqual([
      ['NEW', null],
      ['TWICE', null],
      ['KNOWN', 'hand'],
      ['EXAMPLE', null],
      ['KNOWN', around.idOf('lehre\n')],
    ]);
    expect(codes(read[2]!)).toEqual(['nextStep SAYS_OTHERWISE']);
    expect(codes(read[4]!)).toEqual(['title ALREADY_DONE']);
  });

  it('is the same when it is read again: what became a thread is known then, and nothing new comes of it', () => {
    const cell = fc.constantFrom('', 'Frühbus', 'GN', 'Wärme aus Nordkamp', '30.11.2026', 'Quatsch', 'x'.repeat(400));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 9, maxLength: 9 }), { maxLength: 12 }), (cells) => {
        const rows = listOf(...cells);
        const made = preview(rows).filter(({ fate }) => fate === 'NEW');
        const threads = made.map(({ id, title, nextStep, followUpOn }) => ({ id, title, state: 'OPEN' as const, nextStep, followUpOn }));
        const again = preview(rows, { threads });
        expect(again.filter(({ fate }) => fate === 'NEW' || fate === 'TWICE')).toEqual([]);
        expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
      }),
    );
  });

  it('asks for every name it may recognise', () => {
    const rows = listOf(['Bus', '', 'GN, kolleg; Petersen, Sohn und Enkel', '', 'Busverein']);
    for (const { actors, stepActor } of preview(rows)) {
      for (const { text } of [...actors, stepActor!]) expect(namesInList(rows)).toContain(keyOf(text));
    }
  });

  it.each([
    ['', null],
    ['30.11.2026', '2026-11-30'],
    ['1. 2.27', '2027-02-01'],
    ['2026-11-30', '2026-11-30'],
    ['46356', '2026-11-30'],
    ['7', undefined],
    ['morgen', undefined],
  ])('reads the day %j as %j', (cell, day) => {
    expect(dayIn(cell)).toBe(day);
  });
});
