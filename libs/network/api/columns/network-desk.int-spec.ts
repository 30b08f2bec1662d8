import { AUDIENCES, idFrom, type Audience, type Id } from '@knotenpunkt/kernel';
import type { NetworkToMeasure } from '@knotenpunkt/network/domain';
import { Database, query } from '@knotenpunkt/platform/database';
import { GRAPH, type GraphPort, type NodeFact } from '@knotenpunkt/platform/graph';
import type { TestApp } from '@knotenpunkt/platform/testing';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { createNetworkTestApp, sampleProject, tellGraph } from '../network-test-app';
import { OverviewService } from '../overview.service';
import { SnapshotService } from '../snapshot.service';
import { ComputingHere, type TellPhase } from './computing';
import type { NetworkToMake } from './making-step';
import { NetworkDesk, type WantedNetwork } from './network-desk';

const [DAY, DAY_AFTER] = ['2026-11-20', '2026-11-21'];

/** Computes as ever, but not before it is let; or breaks. */
class Held extends ComputingHere {
  private readonly gate = Promise.withResolvers<void>();
  private readonly begin = Promise.withResolvers<void>();
  readonly begun = this.begin.promise;

  go(): void {
    this.gate.resolve();
  }

  break(): void {
    this.gate.reject(new Error('the thread ended'));
  }

  override async make(network: NetworkToMake, tell: TellPhase) {
    this.begin.resolve();
    await this.gate.promise;
    return super.make(network, tell);
  }

  override async measure(network: NetworkToMeasure) {
    this.begin.resolve();
    await this.gate.promise;
    return super.measure(network);
  }
}

describe('while a whole network is computed', () => {
  let app: TestApp;
  let region: Region;
  let overview: OverviewService;
  let computing: Held;
  let desk: NetworkDesk;

  const sql = <Row>(text: string, parameters: unknown[] = []) =>
    app.get(Database).read<Row>(query(idFrom('statement', text), text), parameters);
  const wanted = (more: Partial<WantedNetwork> = {}) => ({ regionId: region.id, asOf: DAY, thorough: true, ...more });
  const quickly = { thorough: false };
  const state = (audience: Audience = 'PUBLIC', of = region) => overview.state(of, audience);
  const actorId = (key: string) => idFrom('harkenrode', 'actor', key);

  /** A project of these members, in the name of a room that is not there. */
  async function say(
    name: string,
    members: readonly Id[],
    { audience = 'PUBLIC' as Audience, of = region, actors = [] as readonly Id[] } = {},
  ): Promise<void> {
    const { nodes, edges } = sampleProject(of, name, members, { audience });
    const told = actors.map((actor): NodeFact => ({ id: actor, type: 'Actor', regionId: of.id, audience: 'PUBLIC' }));
    await tellGraph(app, { ownerId: idFrom('test', name), regionId: of.id }, { nodes: [...nodes, ...told], edges });
  }

  /** What readers of every audience get is what the graph answers for the day they are shown. */
  async function expectEqualToGraph(of = region): Promise<void> {
    for (const audience of AUDIENCES) {
      const { columns, ties } = await overview.overview(of, audience);
      const asked = [];
      for await (const { a, b, grade } of app.get<GraphPort>(GRAPH).stream({ regionId: of.id, audience, asOf: columns.asOf }))
        asked.push({ a, b, grade });
      expect(ties.map(({ a, b, grade }) => ({ a, b, grade }))).toEqual(asked);
    }
  }

  /** Everything that is stored of networks. */
  async function stored(): Promise<unknown[]> {
    return [
      await sql('SELECT region_id, audience, version, content, placed_at, made_at FROM network_version ORDER BY 1, 2, 3'),
      await sql('SELECT region_id, audience, version, file, md5(bytes) FROM network_file ORDER BY 1, 2, 3, 4'),
      await sql('SELECT region_id, audience, version, seq, content FROM network_delta ORDER BY 1, 2, 3, 4'),
      await sql('SELECT region_id, seq, fingerprint, made_at FROM network_snapshot ORDER BY 1, 2'),
    ];
  }

  beforeAll(async () => {
    const started = await createNetworkTestApp({ clock: { now: () => new Date(`${DAY}T12:00:00Z`), today: () => DAY } });
    app = started.app;
    region = started.regions.get('harkenrode')!;
    overview = app.get(OverviewService);
    await app.get(SnapshotService).bringUpToDate(region);
  });
  beforeEach(() => {
    computing = new Held();
    desk = new NetworkDesk(app.url, computing);
  });
  afterEach(async () => {
    computing.go();
    await desk.close();
  });
  afterAll(() => app.close());

  it('a change reaches its readers, told here or by another process, and none of them goes back when it is done', async () => {
    const seqs: number[] = [];
    const look = async () => {
      const at = await state();
      seqs.push(at.seq);
      return at;
    };
    await say('first', [actorId('a008'), actorId('a031')]);
    const made = desk.bringUpToDate(wanted());
    await computing.begun;
    const before = await look();
    await say('told here', [actorId('a008'), actorId('a034')]);
    await desk.bringUpToDate(wanted(quickly));
    const told = await look();
    expect(told).toMatchObject({ version: before.version, deltaAddress: expect.stringContaining('/seit/') });
    expect(told.deltaAddress).not.toBe(before.deltaAddress);
    await expectEqualToGraph();
    // Whoever reads elsewhere has it told there.
    await say('told there', [actorId('a002'), actorId('a034'), actorId('a001')]);
    expect((await look()).deltaAddress).not.toBe(told.deltaAddress);
    await say('hidden', [actorId('a002'), actorId('a010')], { audience: 'MEMBERS' });
    await expectEqualToGraph();
    computing.go();
    await made;
    const after = await look();
    expect(after.version).not.toBe(before.version);
    expect(after.deltaAddress).toEqual(expect.stringContaining('/seit/'));
    expect(seqs).toEqual(seqs.toSorted((p, q) => p - q));
    await expectEqualToGraph();
    // What came meanwhile gets places next.
    await app.get(SnapshotService).bringUpToDate(region);
    expect((await look()).deltaAddress).toBeNull();
    expect(seqs).toEqual(seqs.toSorted((p, q) => p - q));
    await expectEqualToGraph();
  });

  it('what became different and is so no more leaves nothing behind', async () => {
    const before = await state();
    await say('to begin', [actorId('a003'), actorId('a010')], { audience: 'COORDINATORS' });
    const made = desk.bringUpToDate(wanted());
    await computing.begun;
    await say('back and forth', [actorId('a003'), actorId('a034')]);
    await desk.bringUpToDate(wanted(quickly));
    expect((await state()).deltaAddress).not.toBeNull();
    await say('back and forth', []);
    computing.go();
    await made;
    // The public saw nothing of what the whole was made for.
    expect(await state()).toEqual(before);
    await expectEqualToGraph();
  });

  it('nothing of it is kept where computing breaks, and the next makes it', async () => {
    await say('before it breaks', [actorId('a008'), actorId('a003')]);
    const made = desk.bringUpToDate(wanted());
    await computing.begun;
    const before = await stored();
    computing.break();
    await expect(made).rejects.toThrow('the thread ended');
    expect(await stored()).toEqual(before);
    expect(await sql('SELECT phase FROM network_progress WHERE region_id = $1', [region.id])).toEqual([{ phase: null }]);
    await app.get(SnapshotService).bringUpToDate(region);
    expect((await state()).deltaAddress).toBeNull();
    await expectEqualToGraph();
  });

  it('nothing of it is kept where the line breaks that holds its lock; who waits for the lock goes on', async () => {
    await say('before the line breaks', [actorId('a031'), actorId('a003')]);
    const made = desk.bringUpToDate(wanted());
    await computing.begun;
    const before = await stored();
    const other = new NetworkDesk(app.url);
    try {
      const waits = other.bringUpToDate(wanted());
      await sql(
        `SELECT pg_terminate_backend(pid, 5000) FROM pg_locks JOIN pg_stat_activity USING (pid)
         WHERE locktype = 'advisory' AND application_name = 'knotenpunkt-network-whole' AND datname = current_database()`,
      );
      await waits;
      const made2 = await stored();
      expect(made2).not.toEqual(before);
      computing.go();
      await expect(made).rejects.toThrow();
      expect(await stored()).toEqual(made2);
      await expectEqualToGraph();
    } finally {
      await other.close();
    }
  });

  it('and while a day is measured, a change reaches its readers', async () => {
    const measured = desk.measure({ regionId: region.id, day: DAY, analysedOn: null });
    await computing.begun;
    await say('while measuring', [actorId('a008'), actorId('a010'), actorId('a002')]);
    await desk.bringUpToDate(wanted(quickly));
    expect((await state()).deltaAddress).not.toBeNull();
    await expectEqualToGraph();
    computing.go();
    expect((await measured).measures.ties).toBeGreaterThan(0);
  });

  it('of a large network for a new day, a change is told of the day that readers are shown', async () => {
    await sql(
      `INSERT INTO region (id, slug, name_de, name_en, language, time_zone, extent, example) VALUES ($1, 'viele', 'Viele', 'Many', 'de', 'Europe/Berlin', '{7,51,8,52}', true)`,
      [idFrom('region', 'many')],
    );
    app.get(RegionService).forget();
    const many = (await app.get(RegionService).all()).find(({ slug }) => slug === 'viele')!;
    await sql(
      `INSERT INTO actor (id, region_id, slug, name, sort_name, kind, provenance)
       SELECT gen_random_uuid(), $1, 'viele-' || n, 'Viele ' || n, 'viele', 'COMPANY', 'IMPORTED' FROM generate_series(1, 2100) n`,
      [many.id],
    );
    const ids = (await sql<{ id: Id }>('SELECT id FROM actor WHERE region_id = $1 ORDER BY id', [many.id])).map(({ id }) => id);
    await say('of many', ids.slice(0, 3), { of: many, actors: ids });
    const makers = app.get(SnapshotService);
    await makers.bringUpToDate(many);
    makers.keeps = true;
    const before = await state('PUBLIC', many);
    const made = desk.bringUpToDate({ regionId: many.id, asOf: DAY_AFTER, thorough: true });
    await computing.begun;
    await say('more of many', ids.slice(2, 6), { of: many });
    await desk.bringUpToDate({ regionId: many.id, asOf: DAY_AFTER, thorough: false });
    const told = await state('PUBLIC', many);
    expect(told).toMatchObject({ version: before.version, asOf: DAY, deltaAddress: expect.stringContaining('/seit/') });
    await expectEqualToGraph(many);
    computing.go();
    await made;
    const after = await state('PUBLIC', many);
    expect(after).toMatchObject({ asOf: DAY_AFTER, deltaAddress: expect.stringContaining('/seit/') });
    expect(after.seq).toBeGreaterThanOrEqual(told.seq);
    await expectEqualToGraph(many);
  });
});
