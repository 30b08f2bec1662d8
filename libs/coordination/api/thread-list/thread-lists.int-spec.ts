import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule } from '@knotenpunkt/agreements/api';
import { AlliancesModule } from '@knotenpunkt/alliances/api';
import { ChallengesModule } from '@knotenpunkt/challenges/api';
import { LIST_LIMITS } from '@knotenpunkt/coordination/domain';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { InitiativesModule } from '@knotenpunkt/initiatives/api';
import { addDays, idFrom, newId, systemClock, type Id } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';
import { Sheets } from '@knotenpunkt/platform/files';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import writeSheet from 'write-excel-file/node';
import { CoordinationModule } from '../coordination.module';
import { writeListTemplate } from './thread-list-template';
import { ThreadListService } from './thread-list.service';

const NAME = '{ text id name type }';
const LIST = `id opened missing ignored rows { number fate title nextStep followUpOn subject ${NAME} actors ${NAME} stepActor ${NAME} owner ${NAME} deputy ${NAME}
  notes { code column isProblem parameters { name value } } }`;
const PREVIEW = `query($id: ID!) { threadList(id: $id) { ${LIST} } }`;
const TAKE = `mutation($input: TakeThreadListInput!) { takeThreadList(input: $input) { __typename ... on ThreadList { ${LIST} } ... on Refused { code } } }`;

interface Row {
  number: number;
  fate: string;
  notes: { code: string; column: string }[];
}
interface List {
  __typename?: string;
  code?: string;
  opened: number | null;
  rows: Row[];
}

const person = (key: string) => idFrom('harkenrode', 'person', key);
const plant = idFrom('harkenrode', 'actor', 'a028');
const today = systemClock.today('Europe/Berlin');
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

describe('a coordinator’s list', () => {
  let app: TestApp;
  let region: Region;
  const coordinator: Viewer = { ...VISITOR, personId: person('meryem.arslan'), name: 'Meryem Arslan', coordinator: true };

  beforeAll(async () => {
    app = await createTestApp({
      modules: (databaseUrl) => [
        RegionsModule.forRoot('harkenrode'),
        IdentityModule.forRoot(signInForTests(databaseUrl)),
        ActorsModule,
        AgreementsModule,
        InitiativesModule,
        ChallengesModule,
        AlliancesModule,
        CoordinationModule,
      ],
    });
    await app.get(RegionSeeds).loadMissing({ examples: true });
    region = (await app.get(RegionService).choose('harkenrode'))!;
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await read('DELETE FROM thread RETURNING id');
    await read('DELETE FROM thread_list RETURNING id');
  });

  const names: string[] = [];
  const read = <Found>(sql: string, ...parameters: unknown[]) => {
    if (!names.includes(sql)) names.push(sql);
    return app.get(Database).read<Found>(query(`test.lists${names.indexOf(sql)}`, sql), parameters);
  };
  const threads = () =>
    read<{
      title: string;
      step: string;
      actors: number;
      subject: string | null;
      day: string | null;
      owner: Id | null;
      note: string | null;
    }>(
      `SELECT t.title, t.next_step AS step, t.subject_type AS subject, t.follow_up_on AS day, t.owner_id AS owner, n.text AS note,
         (SELECT count(*)::int FROM thread_actor a WHERE a.thread_id = t.id) AS actors
       FROM thread t LEFT JOIN thread_note n ON n.thread_id = t.id ORDER BY t.title`,
    );
  const keep = async (...rows: string[][]): Promise<Id> => {
    const kept = await app.get(ThreadListService).keep(region, [HEADINGS, ...rows]);
    if (!kept.ok) throw new Error(kept.refusal.code);
    return kept.value.id;
  };
  const preview = async (id: Id, viewer = coordinator) =>
    (await app.query<{ threadList: List | null }>(PREVIEW, { id }, { viewer })).data.threadList;
  const take = async (id: Id, chosen: { text: string; actorId: Id }[] = [], viewer = coordinator) =>
    (await app.query<{ takeThreadList: List }>(TAKE, { input: { id, chosen } }, { viewer })).data.takeThreadList;

  it('is shown before anything is made, then becomes threads with all that was recognised, and the rest as a note', async () => {
    const id = await keep(
      [
        'Abwärme nutzen',
        'Allianz: Wärme aus Nordkamp',
        'Gießerei Nordkamp; Bäckerei Unbekannt',
        'Messwerte anmahnen',
        'Gießerei Nordkamp',
        addDays(today, 3),
        'Meryem Arslan',
        'J. Petri',
        'eilt',
      ],
      ['', '', '', 'ohne Titel'],
    );
    expect(await preview(id)).toMatchObject({
      opened: null,
      rows: [
        {
          number: 2,
          fate: 'NEW',
          subject: { type: 'ALLIANCE', name: 'Wärme aus Nordkamp' },
          actors: [{ id: plant }, { text: 'Bäckerei Unbekannt', id: null }],
          owner: { id: person('meryem.arslan') },
          deputy: { id: person('jonas.petri') },
          notes: [{ code: 'ACTOR_UNKNOWN', column: 'actors', isProblem: false }],
        },
        { number: 3, fate: 'PROBLEM', notes: [{ code: 'TITLE_MISSING', column: 'title', isProblem: true }] },
      ],
    });
    expect(await threads()).toEqual([]);
    expect(await take(id)).toMatchObject({ __typename: 'ThreadList', opened: 1, rows: [] });
    expect(await threads()).toEqual([
      {
        ...{ title: 'Abwärme nutzen', step: 'Messwerte anmahnen', actors: 1, subject: 'ALLIANCE', day: addDays(today, 3) },
        ...{ owner: person('meryem.arslan'), note: 'eilt\nNicht im Verzeichnis: Bäckerei Unbekannt.' },
      },
    ]);
  });

  it('takes for a name what was chosen, also twice in one row', async () => {
    const id = await keep(['Bus am Morgen', '', 'Die Gießer', 'fragen', 'die gießer']);
    await take(id, [{ text: 'Die Gießer', actorId: plant }]);
    expect(await threads()).toMatchObject([{ actors: 1, note: null }]);
    expect(await read('SELECT step_actor_id AS id FROM thread')).toEqual([{ id: plant }]);
  });

  it('makes nothing twice: not by asking again, not by the same file again, not at the same time', async () => {
    const rows = Array.from({ length: 40 }, (_, n) => [`Faden ${n}`, '', '', n % 2 ? 'fragen' : '']);
    const [first, second] = [await keep(...rows), await keep(...rows)];
    const both = await Promise.all([take(first), take(second)]);
    expect(both.map(({ opened }) => opened).sort()).toEqual([0, 40]);
    expect((await take(first)).opened).toBe(both[0]!.opened);
    expect(await threads()).toHaveLength(40);
    expect(new Set((await preview(await keep(...rows)))!.rows.map(({ fate }) => fate))).toEqual(new Set(['KNOWN']));
  });

  it('knows threads entered by hand by their title, and says where the file says otherwise', async () => {
    await take(await keep(['Lehre im Verbund', '', '', 'Termin klären']));
    const again = await preview(await keep(['LEHRE im Verbund', 'Vorhaben: ganz neu', '', 'etwas anderes']));
    expect(again!.rows).toMatchObject([{ fate: 'KNOWN', notes: [{ code: 'SUBJECT_UNKNOWN' }, { code: 'SAYS_OTHERWISE' }] }]);
  });

  it('takes five hundred rows at once', async () => {
    const rows = Array.from({ length: LIST_LIMITS.rows }, (_, n) => [`Faden ${n}`, '', 'Gießerei Nordkamp; Betriebsrat Nordkamp']);
    expect((await take(await keep(...rows))).opened).toBe(500);
  });

  it('is the coordination’s of its own region, for a day', async () => {
    const id = await keep(['Bus am Morgen']);
    const other = (await app.get(RegionService).choose('dortmund'))!;
    expect(
      (await app.query<{ threadList: List | null }>(PREVIEW, { id }, { viewer: coordinator, region: other })).data.threadList,
    ).toBeNull();
    expect((await app.query(PREVIEW, { id }, { viewer: { ...VISITOR, personId: newId() } })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    await read(`UPDATE thread_list SET read_at = read_at - interval '25 hours' RETURNING id`);
    await keep(['Wärme aus Nordkamp']);
    expect(await preview(id)).toBeNull();
    expect(await take(id)).toMatchObject({ __typename: 'Refused', code: 'LIST_GONE' });
    expect(await take(newId())).toMatchObject({ code: 'LIST_GONE' });
  });

  it.each(['de', 'en'] as const)('has a template that is read as it is given out (%s)', async (language) => {
    const template = await writeListTemplate(language);
    const sheet = await app.get(Sheets).read(template, { ...LIST_LIMITS, rows: 501 });
    if (!sheet.ok) throw new Error(sheet.refusal.code);
    const kept = await app.get(ThreadListService).keep(region, sheet.value);
    const list = await preview((kept as { value: { id: Id } }).value.id);
    expect(list).toMatchObject({ missing: [], ignored: [], rows: [{ number: 2, fate: 'EXAMPLE', followUpOn: '2026-11-30' }] });
    expect(await take((kept as { value: { id: Id } }).value.id)).toMatchObject({ opened: 0 });
  });

  it('is read from a workbook with days as days', async () => {
    const day = { value: new Date(`${addDays(today, 9)}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy' };
    const workbook = await writeSheet([
      ['Titel', 'Wiedervorlage'],
      ['Bus am Morgen', day],
    ]).toBuffer();
    const sheet = await app.get(Sheets).read(workbook, { ...LIST_LIMITS, rows: 501 });
    const kept = await app.get(ThreadListService).keep(region, sheet.ok ? sheet.value : []);
    await take((kept as { value: { id: Id } }).value.id);
    expect(await threads()).toMatchObject([{ title: 'Bus am Morgen', day: addDays(today, 9) }]);
  });
});
