import { ActorsModule } from '@knotenpunkt/actors/api';
import { AgreementsModule } from '@knotenpunkt/agreements/api';
import { AlliancesModule } from '@knotenpunkt/alliances/api';
import { ChallengesModule } from '@knotenpunkt/challenges/api';
import { emptyBenches, fillBenches, type Alliance } from '@knotenpunkt/alliances/domain';
import type { WantedBench } from '@knotenpunkt/challenges/domain';
import { STALLS_AFTER, type Stall } from '@knotenpunkt/coordination/domain';
import { IdentityModule } from '@knotenpunkt/identity/api';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { InitiativesModule } from '@knotenpunkt/initiatives/api';
import { newId } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';
import { createTestApp, signInForTests, type TestApp } from '@knotenpunkt/platform/testing';
import { RegionSeeds, RegionService, RegionsModule } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { CoordinationModule } from '../coordination.module';

const STALLS = '{ stalls { kind title slug days count of actorName subjectType waiting } }';
const CHAIRS = '{ emptyChairs { alliances benches { kind chairs alliances } } }';
const ALLIANCES = `query($filter: AllianceFilterInput) { alliances(filter: $filter, first: 100) { edges { node { title members { bench state } challenge { benches { kind minimum } } } } } }`;

type Told = Pick<Stall, 'kind' | 'title' | 'slug' | 'days' | 'count' | 'of' | 'actorName' | 'subjectType' | 'waiting'>;
interface Listed {
  title: string;
  members: Alliance['members'];
  challenge: { benches: WantedBench[] };
}

describe('what the desk tells beside its threads', () => {
  let app: TestApp;
  let region: Region;
  const coordinator: Viewer = { ...VISITOR, personId: newId(), name: 'Test', coordinator: true };

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

  const names: string[] = [];
  const read = <Row>(sql: string, ...parameters: unknown[]) => {
    if (!names.includes(sql)) names.push(sql);
    return app.get(Database).read<Row>(query(`test.desk${names.indexOf(sql)}`, sql), parameters);
  };
  const stalls = async () => (await app.query<{ stalls: Told[] }>(STALLS, {}, { viewer: coordinator })).data.stalls;
  const stallsOf = async (kind: Stall['kind']) => (await stalls()).filter((stall) => stall.kind === kind);
  const alliances = async (filter: object) =>
    (
      await app.query<{ alliances: { edges: { node: Listed }[] } }>(ALLIANCES, { filter }, { viewer: coordinator })
    ).data.alliances.edges.map(({ node }) => node);

  it('counts empty chairs as the alliances themselves do, and each count opens the list of these alliances', async () => {
    const { emptyChairs } = (
      await app.query<{ emptyChairs: { alliances: number; benches: { kind: string; chairs: number; alliances: number }[] } }>(
        CHAIRS,
        {},
        { viewer: coordinator },
      )
    ).data;
    const open = await alliances({ states: ['DRAFT', 'INVITING', 'FORMED', 'ACTIVE'] });
    const missing = open.map(({ members, challenge }) => emptyBenches(fillBenches(challenge.benches, members)));
    const chairs = new Map<string, number>();
    for (const { kind, minimum, filled } of missing.flat()) chairs.set(kind, (chairs.get(kind) ?? 0) + minimum - filled);
    expect(chairs.size).toBeGreaterThan(0);
    expect(new Map(emptyChairs.benches.map((bench) => [bench.kind, bench.chairs]))).toEqual(chairs);
    expect(emptyChairs.alliances).toBe(missing.filter(({ length }) => length > 0).length);
    for (const bench of emptyChairs.benches) expect(await alliances({ benchShort: bench.kind })).toHaveLength(bench.alliances);
    expect(emptyChairs.benches.map((bench) => bench.chairs)).toEqual(
      [...emptyChairs.benches.map((bench) => bench.chairs)].sort((a, b) => b - a),
    );
  });

  it('tells of texts that lie with some of those who are asked', async () => {
    await read(
      `UPDATE consent_round SET opened_at = now() - interval '19 days' WHERE state = 'OPEN' AND subject_type = 'alliance' RETURNING id`,
    );
    const lying = [...(await stallsOf('CHARTER_WAITS')), ...(await stallsOf('INVITATIONS_SILENT'))];
    expect(lying.length).toBeGreaterThan(0);
    for (const { days, count, of, waiting, slug } of lying) {
      expect(days).toBeGreaterThanOrEqual(19);
      expect(count).toBeLessThanOrEqual(of);
      expect(waiting).toHaveLength(count);
      expect(slug).not.toBeNull();
    }
    await read(`UPDATE consent_round SET opened_at = now() WHERE state = 'OPEN' RETURNING id`);
    expect(await stallsOf('CHARTER_WAITS')).toEqual([]);
  });

  it('tells of an alliance without a next step until a thread names one', async () => {
    const [working] = await read<{ id: string; title: string }>(
      `SELECT id, title FROM alliance WHERE state = 'ACTIVE' ORDER BY id LIMIT 1`,
    );
    await read(`UPDATE alliance_milestone SET reached_on = current_date WHERE alliance_id = $1 RETURNING id`, working!.id);
    await read(`UPDATE alliance SET formed_on = current_date - 90 WHERE id = $1 RETURNING id`, working!.id);
    await read(`UPDATE act SET at = now() - interval '41 days' WHERE subject_id = $1 RETURNING id`, working!.id);
    await read(`UPDATE thread SET next_step = '' WHERE subject_id = $1 RETURNING id`, working!.id);
    expect(await stallsOf('ALLIANCE_STILL')).toContainEqual(expect.objectContaining({ title: working!.title }));
    await read(
      `INSERT INTO thread (id, region_id, title, subject_type, subject_id, next_step, state, opened_on, attended_on)
       VALUES ($1, $2, 'Wie weiter?', 'ALLIANCE', $3, 'Treffen ansetzen', 'OPEN', current_date, current_date) RETURNING id`,
      newId(),
      region.id,
      working!.id,
    );
    expect((await stallsOf('ALLIANCE_STILL')).map(({ title }) => title)).not.toContain(working!.title);
  });

  it('tells of Zusagen and Vorhaben beyond their day, of introductions and of requests for a contact', async () => {
    await read(`UPDATE commitment SET due_on = current_date - 30 WHERE state = 'OPEN' RETURNING id`);
    await read(
      `UPDATE initiative SET end_on = current_date - 40 WHERE id = (SELECT id FROM initiative WHERE state = 'ACTIVE' AND region_id = '${region.id}' ORDER BY id LIMIT 1) RETURNING id`,
    );
    await read(`UPDATE introduction SET asked_on = current_date - 12 WHERE state = 'ASKED' RETURNING id`);
    await read(
      `INSERT INTO contact_request (id, region_id, to_actor_id, name, email, organisation, message, state, created_at)
       SELECT $1, $2, id, 'Kim', 'kim@beispiel.example', 'Verein', '', 'ASKED', now() - interval '9 days' FROM actor WHERE region_id = $2 ORDER BY id LIMIT 1 RETURNING id`,
      newId(),
      region.id,
    );
    const told = await stalls();
    for (const kind of ['COMMITMENTS_OVERDUE', 'INITIATIVE_OVERDUE', 'INTRODUCTION_SILENT', 'CONTACT_UNANSWERED'] as const) {
      expect(told.map((stall) => stall.kind)).toContain(kind);
    }
    const urgency = told.map(({ kind, days }) => days / STALLS_AFTER[kind]);
    expect(urgency).toEqual([...urgency].sort((a, b) => b - a));
  });

  it('tells nothing of another region', async () => {
    const other = (await app.get(RegionService).choose('dortmund'))!;
    const { data } = await app.query<{ stalls: Told[] }>(STALLS, {}, { viewer: coordinator, region: other });
    expect(data.stalls.map(({ title }) => title)).not.toContain('Verein');
  });
});
