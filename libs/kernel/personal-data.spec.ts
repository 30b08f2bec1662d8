import { gapsOfLists, type PersonalDataOfRoom } from './personal-data';

const texts = {
  processings: { visits: { title: 'Besuche', purpose: 'Zählen.', kept: '{{days}} Tage.' } },
  tables: { 'public.visit': { title: 'Besuche' } },
  columns: { at: 'Wann' },
  values: {},
};
const room: PersonalDataOfRoom = {
  room: 'notices',
  texts: { de: texts, en: texts },
  processings: { visits: { of: ['ACCOUNT_HOLDER'], ground: 'CONTRACT', days: 30 } },
  tables: {
    'public.visit': {
      none: ['id'],
      personal: ['person_id', 'at'],
      rows: {
        processing: 'visits',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['at'],
        erasure: { how: 'ROW' },
        forget: { after: 'at' },
      },
    },
  },
};
const schema = new Map([['public.visit', ['id', 'person_id', 'at']]]);
const withTable = (changed: object): PersonalDataOfRoom => ({
  ...room,
  tables: { 'public.visit': { ...room.tables['public.visit'], ...changed } },
});
const withRows = (changed: object) => withTable({ rows: { ...room.tables['public.visit']!.rows, ...changed } });

describe('the lists of what is held on persons', () => {
  it('are whole when every column of every table has one class', () => {
    expect(gapsOfLists([room], schema)).toEqual([]);
  });

  it('say which column of which table is to be entered in which file', () => {
    expect(gapsOfLists([room], new Map([['public.visit', ['id', 'person_id', 'at', 'browser']]]))).toEqual([
      `public.visit.browser has no class. Enter it in libs/notices/api/personal-data.ts under none, organisation or personal of 'public.visit'.`,
    ]);
    expect(gapsOfLists([room], new Map([...schema, ['public.guest', ['id', 'name']]]))).toEqual([
      'public.guest is in no list. Enter it under `tables` in api/personal-data.ts of the room whose migration creates it, with each of: id, name.',
    ]);
  });

  it('say what vanished', () => {
    expect(gapsOfLists([room], new Map([['public.visit', ['id', 'person_id']]]))[0]).toBe(
      `libs/notices/api/personal-data.ts: rows of 'public.visit' name at, which is no column.`,
    );
    expect(gapsOfLists([room], new Map())).toEqual([
      'public.visit is in libs/notices/api/personal-data.ts and not in the database any more. Take it out.',
    ]);
  });

  it.each<[string, PersonalDataOfRoom, string]>([
    ['two classes of a column', withTable({ none: ['id', 'at'] }), 'public.visit.at has two classes in libs/notices/api/personal-data.ts.'],
    ['an unknown class', withRows({ processing: 'guests' }), `is of guests, which is not in`],
    ['no word of a column', withRows({ exported: ['at', 'person_id'] }), 'personalData.columns.person_id is missing in'],
    ['no reason to stay', withRows({ erasure: { how: 'KEEP' } }), 'personalData.tables.public.visit.stays is missing in'],
    ['a person without rows', withTable({ rows: undefined }), 'needs `rows` exactly when a column is personal'],
  ])('do not let pass: %s', (_, wrong, told) => {
    expect(gapsOfLists([wrong], schema).join('\n')).toContain(told);
  });

  it('do not let two rooms claim a table', () => {
    expect(gapsOfLists([room, { ...room, room: 'actors' }], schema)).toEqual([
      'public.visit is in the lists of notices and actors. Leave it in one.',
    ]);
  });
});
