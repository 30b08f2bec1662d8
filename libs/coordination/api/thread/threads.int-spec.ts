import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule } from '@knotenpunkt/agreements/api';
import { AlliancesModule } from '@knotenpunkt/alliances/api';
import { ChallengesModule } from '@knotenpunkt/challenges/api';
import { deskOrder, type Thread, type ThreadWish } from '@knotenpunkt/coordination/domain';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type MandateRole, type Viewer } from '@knotenpunkt/identity/domain';
import { InitiativesModule } from '@knotenpunkt/initiatives/api';
import { addDays, idFrom, newId, systemClock, type Id, type LocalDate } from '@knotenpunkt/kernel';
import { Database, query, UnitOfWork } from '@knotenpunkt/platform/database';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { CoordinationModule } from '../coordination.module';
import { ThreadRepository } from './thread.repository';
import { ThreadService } from './thread.service';

interface Shown {
  __typename: string;
  code?: string;
  id: Id;
  version: number;
  title: string;
  subjectType: string | null;
  subject: { type: string; state: string } | null;
}

interface NamingPage {
  threadsNaming: { edges: { node: { title: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}

const person = (key: string) => idFrom('harkenrode', 'person', key);
const [meryem, jonas] = [person('meryem.arslan'), person('jonas.petri')];
const [union, plant] = [idFrom('harkenrode', 'actor', 'a001'), idFrom('harkenrode', 'actor', 'a025')];
const coordinator: Viewer = { ...VISITOR, personId: meryem, name: 'Meryem Arslan', coordinator: true };
const acting = (actorId: Id, role: MandateRole = 'DELEGATE'): Viewer => ({
  ...VISITOR,
  personId: newId(),
  mandates: [{ id: newId(), actorId, role, fromOn: '2020-01-01', untilOn: null }],
});

describe('threads of the coordination', () => {
  let app: TestApp;
  let region: Region;
  let seeded: Shown[];
  let today: LocalDate = systemClock.today('Europe/Berlin');
  const begun = today;

  beforeAll(async () => {
    app = await createTestApp({
      clock: { now: () => new Date(`${today}T10:00:00Z`), today: () => today },
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
    seeded = (await desk()).threads;
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    today = begun;
    await read('DELETE FROM thread RETURNING id');
  });

  const names: string[] = [];
  const read = <Row>(sql: string, ...parameters: unknown[]) => {
    if (!names.includes(sql)) names.push(sql);
    return app.get(Database).read<Row>(query(`test.threads${names.indexOf(sql)}`, sql), parameters);
  };
  const wish = (more: Partial<ThreadWish> = {}): ThreadWish => ({
    ...{ id: newId(), title: 'Wärme aus Nordkamp', subject: null, actorIds: [], nextStep: '', stepActorId: null },
    ...{ followUpOn: null, ownerId: meryem, deputyId: null, ...more },
  });
  const openMany = (wishes: ThreadWish[], viewer = coordinator) =>
    app.get(UnitOfWork).run((tx) => app.get(ThreadService).openMany(tx, viewer, region, wishes));

  const PARTS = `id version title nextStep followUpOn state doneOn closing availableActions subjectType
    subject { type title slug state reached wanted overdue } actors { id } stepActor { id } owner { name } deputy { name }
    corrections { actorId text notedOn version }`;
  const act = async (
    name: string,
    input: object,
    viewer: Viewer = coordinator,
    type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`,
  ) => {
    const parts = name === 'correctThread' ? '... on NamingThread { id correction { text notedOn } }' : `... on Thread { ${PARTS} }`;
    const { data, errors } = await app.query<Record<string, Shown>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { __typename ... on Refused { code field } ... on StaleVersion { current } ${parts} } }`,
      { input },
      { viewer, region },
    );
    expect(errors).toBeUndefined();
    return data[name]!;
  };
  const ask = async <Data>(document: string, variables: object = {}, viewer: Viewer = coordinator) => {
    const { data, errors } = await app.query<Data>(document, variables as Record<string, unknown>, { viewer, region });
    expect(errors).toBeUndefined();
    return data;
  };
  const desk = async (mine = false, viewer = coordinator) =>
    (
      await ask<{ threadsToday: { due: number; resting: number; threads: Shown[]; done: Shown[]; corrected: Shown[] } }>(
        `query($mine: Boolean) { threadsToday(mine: $mine) { due resting threads { ${PARTS} } done { ${PARTS} } corrected { ${PARTS} } } }`,
        { mine },
        viewer,
      )
    ).threadsToday;
  const naming = async (actorId: Id, viewer: Viewer) =>
    (
      await ask<{ threadsNaming: { edges: { node: { id: Id; title: string; nextStep: string; stepIsYours: boolean } }[] } }>(
        'query($actorId: ID!) { threadsNaming(actorId: $actorId) { edges { node { id title nextStep stepIsYours followUpOn state closing correction { text } } } } }',
        { actorId },
        viewer,
      )
    ).threadsNaming.edges.map(({ node }) => node);
  const planOf = ({ id: _, subject: __, ...plan }: ThreadWish) => plan;

  it('come with the invented region, what they are about told by the rooms that have it', () => {
    const told = Object.fromEntries(seeded.map(({ title, subject, subjectType }) => [title, subject && { ...subject, subjectType }]));
    expect(seeded.map(({ title }) => title).slice(0, 4)).toEqual([
      'Lehre im Verbund für Metallbau Drahtmühle',
      'Wärme aus Nordkamp',
      ...seeded.map(({ title }) => title).slice(2, 4),
    ]);
    expect(told['Schichten ohne Leute aus dem Frei']).toMatchObject({ type: 'ALLIANCE', state: 'DRAFT', reached: 5, wanted: 8 });
    expect(told['Wärme aus Nordkamp']).toMatchObject({ state: 'INVITING', reached: 2, wanted: 5, overdue: 1, slug: 'waerme-aus-nordkamp' });
    expect(told['Lehre im Verbund für Metallbau Drahtmühle']).toMatchObject({ type: 'INITIATIVE', state: 'ACTIVE', overdue: 1 });
    expect(told['Aus Pflegehelfer:innen werden Fachkräfte']).toMatchObject({ type: 'CHALLENGE', state: 'PUBLISHED', reached: 0 });
    expect(told['Zwanzig Stunden Dolmetschen im Monat']).toMatchObject({
      type: 'OUTSIDE_PROMISE',
      state: 'WAITING',
      slug: expect.any(String),
    });
  });

  it('are opened once, planned in one save, put off, done and taken back, each with the version that was read', async () => {
    const { id: challenge } = (await read<{ id: Id }>(`SELECT id FROM challenge WHERE slug LIKE 'wer-geht-zu%'`))[0]!;
    const begin = wish({ subject: { type: 'CHALLENGE', id: challenge }, actorIds: [plant], deputyId: jonas });
    const opened = await act('openThread', begin);
    expect(opened).toMatchObject({ version: 1, state: 'OPEN', owner: { name: 'Meryem Arslan' }, deputy: { name: 'Jonas Petri' } });
    expect(opened.subject).toMatchObject({ type: 'CHALLENGE', state: 'PUBLISHED' });
    expect(await act('openThread', { ...begin, title: 'Anders' })).toMatchObject({ title: 'Wärme aus Nordkamp', version: 1 });
    const plan = { ...planOf(begin), nextStep: 'Nachfragen', stepActorId: union, followUpOn: addDays(today, -2), actorIds: [union, plant] };
    const planned = await act('planThread', { id: begin.id, expectedVersion: 1, ...plan });
    expect(planned).toMatchObject({ version: 2, nextStep: 'Nachfragen', stepActor: { id: union }, actors: [{ id: union }, { id: plant }] });
    expect(await act('planThread', { id: begin.id, expectedVersion: 1, ...plan })).toMatchObject({
      __typename: 'StaleVersion',
      current: 2,
    });
    expect(await act('postponeThread', { id: begin.id, expectedVersion: 2, followUpOn: today })).toMatchObject({ code: 'DAY_INVALID' });
    expect((await desk()).due).toBe(1);
    await act('postponeThread', { id: begin.id, expectedVersion: 2, followUpOn: addDays(today, 7) });
    expect(await desk()).toMatchObject({ due: 0, threads: [{ id: begin.id, version: 3 }], resting: 0, done: [] });
    expect(await act('completeThread', { id: begin.id, expectedVersion: 3, closing: ' ' })).toMatchObject({
      code: 'TEXT_MISSING',
      field: 'closing',
    });
    await act('completeThread', { id: begin.id, expectedVersion: 3, closing: 'Der Bus fährt.' });
    expect(await desk()).toMatchObject({ threads: [], done: [{ id: begin.id, closing: 'Der Bus fährt.', doneOn: today }] });
    const again = await act('reopenThread', { id: begin.id, expectedVersion: 4 }, coordinator, 'ThreadVersionInput');
    expect(again).toMatchObject({
      state: 'OPEN',
      closing: '',
      followUpOn: addDays(today, 7),
      availableActions: expect.arrayContaining(['planThread']),
    });
  });

  it('are the same to two who change them at once: one of them is told', async () => {
    const begin = wish();
    await act('openThread', begin);
    const postpone = (days: number) => act('postponeThread', { id: begin.id, expectedVersion: 1, followUpOn: addDays(today, days) });
    const types = (await Promise.all([postpone(1), postpone(7)])).map(({ __typename: type }) => type);
    expect(types.sort()).toEqual(['StaleVersion', 'Thread']);
  });

  it('are mine where I have them in hand or stand in', async () => {
    await openMany([
      wish({ title: 'Meine' }),
      wish({ title: 'Vertretung', ownerId: jonas, deputyId: meryem }),
      wish({ title: 'Jonas', ownerId: jonas }),
    ]);
    expect((await desk(true)).threads.map(({ title }) => title).sort()).toEqual(['Meine', 'Vertretung']);
    expect((await desk()).threads).toHaveLength(3);
  });

  it('are found by a part of their title, whatever is in it', async () => {
    await openMany([wish({ title: '100 % Frühbus' }), wish({ title: '100 Frühbusse' })]);
    const found = async (search: string) =>
      (
        await ask<{ threads: { edges: { node: { title: string } }[] } }>(
          'query($search: String) { threads(which: OPEN, search: $search) { edges { node { title } } } }',
          { search },
        )
      ).threads.edges.map(({ node }) => node.title);
    expect(await found('FRÜHBUS')).toHaveLength(2);
    expect(await found('0 %')).toEqual(['100 % Frühbus']);
    expect(await found('_00')).toEqual([]);
  });

  it('are read by those who decide for an organisation they name, without persons and without the others', async () => {
    const begin = wish({ actorIds: [union], stepActorId: plant, nextStep: 'Anrufen' });
    await act('openThread', begin);
    expect(await naming(plant, acting(plant))).toEqual([
      {
        id: begin.id,
        title: begin.title,
        nextStep: 'Anrufen',
        stepIsYours: true,
        followUpOn: null,
        state: 'OPEN',
        closing: '',
        correction: null,
      },
    ]);
    expect(await naming(union, acting(union, 'ADMINISTRATOR'))).toMatchObject([{ stepIsYours: false }]);
    for (const viewer of [acting(plant, 'EDITOR'), acting(union), coordinator]) expect(await naming(plant, viewer)).toEqual([]);
    await act('planThread', { id: begin.id, expectedVersion: 1, ...planOf(begin), stepActorId: null });
    expect(await naming(plant, acting(plant))).toEqual([]);
  });

  it('are read page by page by whom they name, open ones first', async () => {
    const list = Array.from({ length: 5 }, (_, at) => wish({ title: `Faden ${at}`, actorIds: [plant] }));
    await openMany(list);
    await act('completeThread', { id: list[4]!.id, expectedVersion: 1, closing: 'Fertig.' });
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const { threadsNaming }: NamingPage = await ask<NamingPage>(
        'query($a: ID!, $after: String) { threadsNaming(actorId: $a, first: 2, after: $after) { edges { node { title } } pageInfo { hasNextPage endCursor } } }',
        { a: plant, after },
        acting(plant),
      );
      seen.push(...threadsNaming.edges.map(({ node }) => node.title));
      ({ hasNextPage: more, endCursor: after } = threadsNaming.pageInfo);
    }
    expect(seen.at(-1)).toBe('Faden 4');
    expect([...seen].sort()).toEqual(list.map(({ title }) => title));
  });

  it('keep what an organisation says against them, until a coordinator has noted these very words', async () => {
    const begin = wish({ actorIds: [plant] });
    await act('openThread', begin);
    const correct = (text: string, viewer = acting(plant), actorId = plant) =>
      act('correctThread', { threadId: begin.id, actorId, text }, viewer);
    expect(await correct('Stimmt nicht.')).toMatchObject({ correction: { text: 'Stimmt nicht.', notedOn: null } });
    expect(await correct('Hier auch.', acting(union), union)).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await correct('Stimmt.', coordinator)).toMatchObject({ code: 'NOT_PERMITTED' });
    const [waiting] = (await desk()).corrected;
    expect(waiting).toMatchObject({ id: begin.id, corrections: [{ actorId: plant, text: 'Stimmt nicht.', version: 1 }] });
    // It says more while the coordinator reads.
    await correct('Stimmt nicht: Wir haben längst geliefert.');
    const note = (expectedVersion: number) => act('noteCorrection', { threadId: begin.id, actorId: plant, expectedVersion });
    expect(await note(1)).toMatchObject({ __typename: 'StaleVersion', current: 2 });
    expect(await note(2)).toMatchObject({ corrections: [{ notedOn: today }] });
    expect(await note(3)).toMatchObject({ code: 'STATE_DIFFERS' });
    expect((await desk()).corrected).toEqual([]);
    // The same words again are nothing new; others are.
    expect(await correct('Stimmt nicht: Wir haben längst geliefert.')).toMatchObject({ correction: { notedOn: today } });
    expect(await correct('Noch etwas.')).toMatchObject({ correction: { notedOn: null } });
  });

  it('leave in the trail what was begun, done and corrected, for the coordination alone', async () => {
    await read('DELETE FROM act RETURNING id');
    const begin = wish({ actorIds: [plant] });
    await act('openThread', begin);
    await act('postponeThread', { id: begin.id, expectedVersion: 1, followUpOn: addDays(today, 1) });
    await act('correctThread', { threadId: begin.id, actorId: plant, text: 'Anders.' }, acting(plant));
    await act('completeThread', { id: begin.id, expectedVersion: 2, closing: 'Fertig.' });
    // The clock stands still: which came first their ids do not tell.
    const acts = await read<{ verb: string; audience: string; actorId: Id | null }>(
      'SELECT verb, audience, actor_id AS "actorId" FROM act ORDER BY verb',
    );
    expect(acts).toEqual([
      { verb: 'thread.completed', audience: 'COORDINATORS', actorId: null },
      { verb: 'thread.corrected', audience: 'COORDINATORS', actorId: plant },
      { verb: 'thread.opened', audience: 'COORDINATORS', actorId: null },
    ]);
  });

  it('come in by the hundreds, all or none, and no second time', async () => {
    const list = Array.from({ length: 500 }, (_, at) =>
      wish({
        title: `Faden ${at}`,
        actorIds: at % 2 ? [union, plant] : [plant],
        stepActorId: plant,
        nextStep: 'Anrufen',
        followUpOn: addDays(today, at),
      }),
    );
    expect(await openMany(list)).toMatchObject({ ok: true, value: { present: 0 } });
    expect(await openMany([...list, ...list].slice(0, 500))).toMatchObject({ ok: true, value: { opened: [], present: 500 } });
    const [counted] = await read<{ threads: number; actors: number }>(
      'SELECT (SELECT count(*)::int FROM thread) AS threads, (SELECT count(*)::int FROM thread_actor) AS actors',
    );
    expect(counted).toEqual({ threads: 500, actors: 750 });
    expect(await openMany([...list, wish()])).toMatchObject({ refusal: { code: 'TOO_MANY_THREADS' } });
    const wrong = [wish({ title: 'Neu und richtig' }), wish({ actorIds: [newId()] })];
    expect(await openMany(wrong)).toMatchObject({ refusal: { code: 'ACTOR_UNKNOWN', field: 'actorIds', params: { row: 1 } } });
    expect(await read(`SELECT id FROM thread WHERE title = 'Neu und richtig'`)).toEqual([]);
    expect(await openMany([wish()], acting(plant, 'ADMINISTRATOR'))).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  });

  it('stand on the desk in the order the domain says, and are paged in it', async () => {
    const list = Array.from({ length: 40 }, (_, at) =>
      wish({
        title: `Faden ${at}`,
        nextStep: at % 3 ? 'Anrufen' : '',
        followUpOn: at % 4 === 3 ? null : addDays(today, ((at * 7) % 30) - 12),
        ownerId: at % 5 ? meryem : jonas,
        deputyId: at % 10 ? null : meryem,
      }),
    );
    await openMany(list);
    await read(`UPDATE thread SET attended_on = attended_on - abs(hashtext(title)) % 60 RETURNING id`);
    const threads = app.get(ThreadRepository);
    const everything = { regionId: region.id, personId: null };
    const all: Thread[] = await threads.open(everything, { day: today, resting: false, search: '' }, 100, null);
    expect(all).toHaveLength(40);
    expect(all.map(({ id }) => id)).toEqual([...all].sort(deskOrder(today)).map(({ id }) => id));
    const desk = await threads.today(everything, today);
    expect(desk.map(({ id }) => id)).toEqual(all.slice(0, 7).map(({ id }) => id));
    const seen: Id[] = [];
    for (let after: [string, string] | null = null; ;) {
      const rows = await threads.open(everything, { day: today, resting: true, search: '' }, 10, after);
      seen.push(...rows.slice(0, 10).map(({ id }) => id));
      if (rows.length <= 10) break;
      after = [rows[9]!.sortKey, rows[9]!.id];
    }
    expect(seen).toEqual(all.slice(7).map(({ id }) => id));
    const mine = { regionId: region.id, personId: jonas };
    expect((await threads.today(mine, today)).every(({ ownerId, deputyId }) => [ownerId, deputyId].includes(jonas))).toBe(true);
    expect(await threads.counts(mine, today)).toMatchObject({ open: 8 });
  });
});
