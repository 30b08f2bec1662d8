import { AUDIENCES, GRADES, idFrom, type Audience, type Id } from '@knotenpunkt/kernel';
import { NetworkOverview, tieListOn, unpackDelta, unpackNetwork, unpackPast, type NetworkColumns } from '@knotenpunkt/network/domain';
import { Database, query } from '@knotenpunkt/platform/database';
import { GRAPH, type EdgeFact, type Facts, type GraphPort } from '@knotenpunkt/platform/graph';
import type { TestApp } from '@knotenpunkt/platform/testing';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { gunzipSync } from 'node:zlib';
import { createNetworkTestApp, sampleProject, tellGraph } from '../network-test-app';
import { OverviewService, type NetworkState } from '../overview.service';
import { SnapshotService } from '../snapshot.service';
import { NetworkDesk } from './network-desk';
import type { NetworkFile } from './stored-network';

const DAY = '2026-11-20';

describe('the stored network', () => {
  let app: TestApp;
  let region: Region;
  let elsewhere: Region;
  let overview: OverviewService;

  const sql = <Row>(text: string, parameters: unknown[] = []) =>
    app.get(Database).read<Row>(query(idFrom('statement', text), text), parameters);
  const state = (audience: Audience = 'PUBLIC', of = region) => overview.state(of, audience);
  const actorId = (key: string) => idFrom('harkenrode', 'actor', key);

  const say = (ownerId: Id, facts: Facts, of = region) => tellGraph(app, { ownerId, regionId: of.id }, facts);

  const project = (name: string, members: readonly Id[], more: Partial<EdgeFact> = {}, of = region) =>
    sampleProject(of, name, members, more);

  async function bytesOf(audience: Audience, file: NetworkFile, at?: NetworkState): Promise<Buffer> {
    return gunzipSync((await overview.file(region, audience, (at ?? (await state(audience))).version!, file))!);
  }
  const deltaOf = async ({ version, deltaAddress }: NetworkState, audience: Audience = 'PUBLIC') =>
    gunzipSync((await overview.delta(region, audience, version!, Number(/seit\/(\d+)\.bin/.exec(deltaAddress!)![1])))!);
  const plain = (bytes: Buffer) => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const tiesIn = (columns: NetworkColumns) =>
    new NetworkOverview(columns).ties.map(({ a, b, grade, strength, since, sources }) => ({
      a,
      b,
      grade,
      since,
      sources,
      strength: Math.fround(strength),
    }));

  /** What the graph itself answers. */
  async function asked(audience: Audience, asOf: string, of = region) {
    const ties = [];
    for await (const tie of app.get<GraphPort>(GRAPH).stream({ regionId: of.id, audience, asOf })) ties.push(tie);
    return ties;
  }
  const asTold = ({ a, b, grade, since, strength, sources }: Awaited<ReturnType<typeof asked>>[number]) => ({
    ...{ a, b, grade, since, sources: sources.length, strength: Math.fround(strength) },
  });

  async function expectEqualToGraph(of = region): Promise<void> {
    for (const audience of AUDIENCES) {
      const { columns } = await overview.overview(of, audience);
      expect(tiesIn(columns)).toEqual((await asked(audience, columns.asOf, of)).map(asTold));
    }
  }

  beforeAll(async () => {
    const started = await createNetworkTestApp({ clock: { now: () => new Date(`${DAY}T12:00:00Z`), today: () => DAY } });
    app = started.app;
    region = started.regions.get('harkenrode')!;
    elsewhere = started.regions.get('dortmund')!;
    overview = app.get(OverviewService);
  });
  afterAll(() => app.close());

  it('is there for a region that was never asked for, and what the graph answers', async () => {
    // Whoever asks begins it, and is told how far it is where it takes long.
    await state();
    await app.get(SnapshotService).bringUpToDate(region);
    await app.get(SnapshotService).bringUpToDate(elsewhere);
    expect(await state()).toMatchObject({ asOf: DAY, deltaAddress: null, progress: null, analysedOn: 'WORKS_TOGETHER' });
    const { address, regionsAddress, pastAddress, version } = await state();
    expect([address, regionsAddress, pastAddress]).toEqual(
      ['.bin', '.regions.bin', '.zeit.bin'].map((end) => `/daten/netzwerk/harkenrode/public/${version}${end}`),
    );
    await expectEqualToGraph();
    await expectEqualToGraph(elsewhere);
  });

  it('keeps its address while nothing changes that its audience may see', async () => {
    const [before, members] = [await state(), await state('MEMBERS')];
    await say(idFrom('test', 'secret'), project('secret', [actorId('a008'), actorId('a031')], { audience: 'MEMBERS' }));
    expect(await state()).toEqual(before);
    expect(await state('MEMBERS')).toMatchObject({ version: members.version, deltaAddress: expect.stringContaining('/seit/') });
    await app.get(SnapshotService).bringUpToDate(region);
    expect(await state()).toEqual(before);
    expect((await state('MEMBERS')).version).not.toBe(members.version);
    await expectEqualToGraph();
  });

  it('tells what is different since, for each audience what it may see, whatever changes', async () => {
    const ids = ['a008', 'a031', 'a034', 'logistikpark', 'a001', 'a002', 'a003', 'a010'].map(actorId);
    const some = (at: number) => ids.filter((_, which) => (at * 7 + which * 3) % 5 < 2);
    let differences = 0;
    for (let step = 0; step < 24; step++) {
      const [audience, grade] = [AUDIENCES[step % 3]!, GRADES[step % 2]!];
      const name = `changing ${step % 5}`;
      const members = step % 6 === 5 ? [] : some(step);
      await say(idFrom('test', name), project(name, members, { audience, grade, since: `2026-0${1 + (step % 9)}-01` }));
      if (step % 7 === 6) await sql(`UPDATE actor SET name = name || ' neu' WHERE id = $1`, [ids[0]]);
      await expectEqualToGraph();
      if ((await state()).deltaAddress) differences++;
      // Now and then a new snapshot in between.
      if (step % 8 === 7) {
        await app.get(SnapshotService).bringUpToDate(region);
        expect((await state()).deltaAddress).toBeNull();
        await expectEqualToGraph();
      }
    }
    expect(differences).toBeGreaterThan(8);
  });

  it('puts who is new near those it is tied to, with a name', async () => {
    const id = idFrom('test', 'newcomer');
    await sql(
      `INSERT INTO actor (id, region_id, slug, name, sort_name, kind, provenance) VALUES ($1, $2, 'neu-hier', 'Neu hier e. V.', 'neu', 'COMPANY', 'ENTERED')`,
      [id, region.id],
    );
    await say(id, { nodes: [{ id, type: 'Actor', regionId: region.id, audience: 'PUBLIC', kind: 'COMPANY' }], edges: [] });
    await say(idFrom('test', 'welcome'), project('welcome', [id, actorId('a008')]));
    const network = await overview.overview(region, 'PUBLIC');
    const [newcomer, partner] = [network.bySlug('neu-hier')!, network.byId(actorId('a008'))!];
    expect(newcomer).toMatchObject({ name: 'Neu hier e. V.', kind: 'COMPANY', degree: 1 });
    expect(Math.hypot(newcomer.x - partner.x, newcomer.y - partner.y)).toBeLessThan(100);
    await sql(`UPDATE actor SET archived = true WHERE id = $1`, [id]);
    await say(id, { nodes: [], edges: [] });
    expect((await overview.overview(region, 'PUBLIC')).bySlug('neu-hier')).toBeNull();
  });

  it('holds for the public no byte of what members alone may see', async () => {
    // An organisation of another region, tied here by something hidden only.
    const [{ id }] = (await sql<{ id: Id }>('SELECT id FROM actor WHERE region_id = $1 ORDER BY id LIMIT 1', [elsewhere.id])) as [
      { id: Id },
    ];
    const [one, other] = [actorId('a001'), actorId('a040')];
    await app.get(SnapshotService).bringUpToDate(region);
    const before = await state();
    await say(idFrom('test', 'hidden'), project('hidden', [id, one, other], { audience: 'MEMBERS' }));
    const visible = async (audience: Audience) => {
      const at = await state(audience);
      const [, seq] = /seit\/(\d+)\.bin/.exec(at.deltaAddress ?? '') ?? [];
      const delta = seq ? gunzipSync((await overview.delta(region, audience, at.version!, Number(seq)))!) : Buffer.alloc(0);
      const files: Buffer[] = [delta];
      for (const file of ['COLUMNS', 'REGIONS', 'PAST', 'FINDINGS'] as const) files.push(await bytesOf(audience, file, at));
      return { at, delta, files };
    };
    const tied = (columns: NetworkColumns) => tiesIn(columns).some((tie) => [tie.a, tie.b].includes(one) && [tie.a, tie.b].includes(other));
    const [seen, members] = [await visible('PUBLIC'), await visible('MEMBERS')];
    expect(members.files.some((bytes) => bytes.includes(id))).toBe(true);
    expect(unpackDelta(plain(members.delta)).actors.ids).toEqual(expect.arrayContaining([id, one, other]));
    // Not while it is different, and not in the snapshot that follows.
    expect(seen.at).toEqual(before);
    await app.get(SnapshotService).bringUpToDate(region);
    const [afterwards, toMembers] = [await visible('PUBLIC'), await visible('MEMBERS')];
    for (const { files } of [seen, afterwards]) for (const bytes of files) expect(bytes.includes(id)).toBe(false);
    expect(tied(unpackNetwork(plain(afterwards.files[1]!)))).toBe(false);
    expect(tied(unpackNetwork(plain(toMembers.files[1]!)))).toBe(true);
    expect(toMembers.files[1]!.includes(id)).toBe(true);
    const past = ({ files }: typeof seen) =>
      tieListOn(unpackPast(plain(files[3]!)), DAY).some(({ a, b }) => [a, b].includes(one) && [a, b].includes(other));
    expect([past(afterwards), past(toMembers)]).toEqual([false, true]);
    expect(afterwards.at.version).toBe(before.version);
  });

  it('of which the public has a difference already gets no other by what members alone may see', async () => {
    await app.get(SnapshotService).bringUpToDate(region);
    const network = await overview.overview(region, 'PUBLIC');
    const kindOf = (id: Id) => network.byId(id)!.kind;
    const one = actorId('a008');
    const neighbour = Array.from(network.neighboursOf(network.placeOf(one)!).actors, (place) => network.columns.actors.ids[place]!);
    const other = network.columns.actors.ids.find((id) => id !== one && !neighbour.includes(id) && kindOf(id) !== kindOf(neighbour[0]!))!;
    await say(idFrom('test', 'open'), project('open', [one, other]));
    await app.get(SnapshotService).bringUpToDate(region, { thorough: false });
    const [before, members] = [await state(), await state('MEMBERS')];
    const bytes = await deltaOf(before);
    // Next to those of whom the public was told stands one whom only members see change.
    await say(idFrom('test', 'closed'), project('closed', [neighbour[0]!, other], { audience: 'MEMBERS' }));
    await app.get(SnapshotService).bringUpToDate(region, { thorough: false });
    expect((await state('MEMBERS')).deltaAddress).not.toBe(members.deltaAddress);
    expect(await state()).toEqual(before);
    expect(bytes.equals(await deltaOf(await state()))).toBe(true);
    expect(unpackDelta(plain(bytes)).actors.ids).not.toContain(neighbour[0]);
  });

  it('draws any past day as the graph has it, for each audience', async () => {
    const again = actorId('a008');
    const facts = project('back and forth', [actorId('a031')], { since: '2024-01-01' });
    const stay = (name: string, since: string, until: string | null) => ({
      ...facts.edges[0]!,
      id: idFrom('stay', name),
      from: again,
      since,
      until,
    });
    facts.edges.push(stay('first', '2024-02-01', '2024-05-01'), stay('second', '2025-02-01', null));
    await say(idFrom('test', 'back'), facts);
    await app.get(SnapshotService).bringUpToDate(region);
    for (const audience of AUDIENCES) {
      const past = unpackPast(plain(await bytesOf(audience, 'PAST')));
      for (const day of ['2019-05-01', '2024-01-31', '2024-02-01', '2024-12-24', '2025-06-30', '2026-03-01', '2026-10-10', DAY]) {
        const then = tieListOn(past, day).map(({ a, b, grade }) => ({ a, b, grade }));
        expect(then).toEqual((await asked(audience, day)).map(({ a, b, grade }) => ({ a, b, grade })));
      }
      const ran = (day: string) =>
        tieListOn(past, day).find(({ a, b }) => [a, b].includes(again) && [a, b].includes(actorId('a031')))?.runs;
      expect([ran('2024-03-01'), ran('2025-01-01'), ran('2025-03-01')]).toEqual([true, false, true]);
    }
  });

  it('is made once however many processes set about it', async () => {
    await say(idFrom('test', 'twice'), project('twice', [actorId('a002'), actorId('a003')]));
    const desks = [1, 2, 3].map(() => new NetworkDesk(app.url));
    try {
      await Promise.all(desks.map((desk) => desk.bringUpToDate({ regionId: region.id, asOf: DAY, thorough: true })));
      const made = await sql<{ versions: number; seqs: number }>(
        `SELECT count(*)::int AS versions, count(DISTINCT made_at)::int AS seqs FROM network_version WHERE region_id = $1 AND audience = 'PUBLIC' AND seq = (SELECT max(seq) FROM graph_fact)`,
        [region.id],
      );
      expect(made).toEqual([{ versions: 1, seqs: 1 }]);
      // A desk that made nothing itself builds on what another has stored.
      await say(idFrom('test', 'twice'), project('twice', [actorId('a002'), actorId('a003'), actorId('a010')]));
      await desks[2]!.bringUpToDate({ regionId: region.id, asOf: DAY, thorough: false });
      await expectEqualToGraph();
    } finally {
      for (const desk of desks) await desk.close();
    }
  });

  it('has the difference that is so now, whoever told the one before', async () => {
    await app.get(SnapshotService).bringUpToDate(region);
    const id = idFrom('test', 'to and fro');
    const another = new NetworkDesk(app.url);
    const here = { bringUpToDate: () => app.get(SnapshotService).bringUpToDate(region, { thorough: false }) };
    const there = { bringUpToDate: () => another.bringUpToDate({ regionId: region.id, asOf: DAY, thorough: false }) };
    // A knows one thing, B says another, A finds what A knew: and the other way round.
    const steps = [
      [here, true],
      [there, false],
      [here, true],
      [there, true],
      [here, false],
      [there, true],
      [here, false],
    ] as const;
    const told: boolean[] = [];
    try {
      for (const [desk, isTold] of steps) {
        await say(id, isTold ? project('to and fro', [actorId('a002'), actorId('a031')]) : { nodes: [], edges: [] });
        await desk.bringUpToDate();
        told.push((await state()).deltaAddress !== null);
        await expectEqualToGraph();
      }
    } finally {
      await another.close();
    }
    expect(told).toEqual(steps.map(([, isTold]) => isTold));
  });

  it('tells a difference again that could not be stored', async () => {
    await app.get(SnapshotService).bringUpToDate(region);
    await say(idFrom('test', 'refused'), project('refused', [actorId('a003'), actorId('a034')]));
    await sql('ALTER TABLE network_delta ADD CONSTRAINT refuses CHECK (false) NOT VALID');
    await expect(app.get(SnapshotService).bringUpToDate(region, { thorough: false })).rejects.toThrow('refuses');
    await sql('ALTER TABLE network_delta DROP CONSTRAINT refuses');
    await app.get(SnapshotService).bringUpToDate(region, { thorough: false });
    expect((await state()).deltaAddress).not.toBeNull();
    await expectEqualToGraph();
  });

  it('says to nobody who has one that another is being made: nothing visible may be the reason', async () => {
    await sql(`UPDATE network_progress SET phase = 'PLACES', part = 0.5, changed_at = now() WHERE region_id = $1`, [region.id]);
    expect((await state()).progress).toBeNull();
  });

  it('of many actors is made anew after a large change, and not for a small one', async () => {
    await sql(
      `INSERT INTO region (id, slug, name_de, name_en, language, time_zone, extent, example) VALUES ($1, 'viele', 'Viele', 'Many', 'de', 'Europe/Berlin', '{7,51,8,52}', true)`,
      [idFrom('region', 'many')],
    );
    app.get(RegionService).forget();
    const many = (await app.get(RegionService).all()).find(({ slug }) => slug === 'viele')!;
    await sql(
      `INSERT INTO actor (id, region_id, slug, name, sort_name, kind, provenance)
       SELECT gen_random_uuid(), $1, 'viele-' || n, 'Viele ' || n, 'viele', 'COMPANY', 'IMPORTED' FROM generate_series(1, 3200) n`,
      [many.id],
    );
    const ids = (await sql<{ id: Id }>('SELECT id FROM actor WHERE region_id = $1 ORDER BY id', [many.id])).map(({ id }) => id);
    const told = (which: readonly Id[]) =>
      which.map((id) => ({ id, type: 'Actor' as const, regionId: many.id, audience: 'PUBLIC' as const }));
    await say(idFrom('test', 'many'), { nodes: told(ids), edges: [] }, many);
    const makers = app.get(SnapshotService);
    await makers.bringUpToDate(many);
    const first = await state('PUBLIC', many);
    await say(idFrom('test', 'few'), project('few', ids.slice(0, 4), {}, many), many);
    await makers.bringUpToDate(many);
    makers.keeps = true;
    const second = await state('PUBLIC', many);
    expect(second.version).toBe(first.version);
    expect(second.deltaAddress).not.toBeNull();
    await expectEqualToGraph(many);
    await sql(`UPDATE actor SET name = name || ' neu' WHERE region_id = $1`, [many.id]);
    await say(idFrom('test', 'many'), { nodes: told(ids), edges: [] }, many);
    await makers.bringUpToDate(many);
    const third = await state('PUBLIC', many);
    expect(third.version).not.toBe(first.version);
    expect(third.deltaAddress).toBeNull();
    await expectEqualToGraph(many);
    expect((await overview.overview(many, 'PUBLIC')).columns.actors.names[0]).toMatch(/ neu$/);
  });
});
