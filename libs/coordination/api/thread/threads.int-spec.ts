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
