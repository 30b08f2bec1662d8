import { newId, type Audience, type Id } from '@knotenpunkt/kernel';
import { createDataSource, Database, DatabaseUnavailable, query, UnitOfWork } from '@knotenpunkt/platform/database';
import { GRAPH, type Facts, type GraphPort } from '@knotenpunkt/platform/graph';
import { ChangeFeed, FactSources, factsOneByOne, GraphKeeper, Outbox, Projector } from '@knotenpunkt/platform/outbox';
import { NoRooms } from './no-rooms';
import { createTestApp, type TestApp } from './test-app';

const region = newId();
const rowOf = query('test.fact', 'SELECT version, seq, facts, audience FROM graph_fact WHERE owner_id = $1');
const waiting = query(
  'test.waiting',
  'SELECT attempts, set_aside_at IS NOT NULL AS "setAside", error FROM outbox WHERE aggregate_id = $1 ORDER BY id',
);
const everySeq = query('test.seqs', 'SELECT seq FROM graph_fact ORDER BY seq');

describe('outbox', () => {
  let app: TestApp;
  /** What each aggregate is at the moment: the name of its audience, or `broken`. */
  const state = new Map<Id, Audience | 'broken' | 'away'>();
  let asked: Id[] = [];

  function factsOf(id: Id): Facts | null {
    const now = state.get(id);
    if (now === undefined) return null;
    if (now === 'broken') throw new Error('cannot be read');
    if (now === 'away') throw new DatabaseUnavailable(new Error('Query read timeout'));
    return { nodes: [{ id, type: 'Actor', regionId: region, audience: now, kind: 'COMPANY' }], edges: [] };
  }

  const change = (id: Id, to: Audience | 'broken' | 'away' | null) => {
    if (to === null) state.delete(id);
    else state.set(id, to);
    return app.get(UnitOfWork).run((tx) => app.get(Outbox).append(tx, { aggregate: 'probe', id, regionId: region }));
  };
  const fact = (id: Id) => app.get(Database).readOne<{ version: number; seq: number; facts: Facts; audience: Audience }>(rowOf, [id]);
  const messages = (id: Id) => app.get(Database).read<{ attempts: number; setAside: boolean; error: string }>(waiting, [id]);
  const dueNow = () => app.get(UnitOfWork).run((tx) => tx.query('UPDATE outbox SET due_at = now()'));

  beforeAll(async () => {
    app = await createTestApp({ modules: () => [NoRooms] });
    app.get(FactSources).register({
      aggregate: 'probe',
      factsOf: (_tx, ids) => {
        asked.push(...ids);
        return factsOneByOne(ids, (id) => Promise.resolve().then(() => factsOf(id)));
      },
    });
  });
  afterAll(() => app.close());
  beforeEach(() => {
    asked = [];
  });

  it('forgets the message of a change that was not kept', async () => {
    const id = newId();
    await app
      .get(UnitOfWork)
      .run(async (tx) => {
        await app.get(Outbox).append(tx, { aggregate: 'probe', id, regionId: region });
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(await messages(id)).toEqual([]);
  });

  it('reads the state once for many messages, and what was last is what stands', async () => {
    const id = newId();
    for (const audience of ['PUBLIC', 'MEMBERS', 'COORDINATORS'] as const) await change(id, audience);
    await app.project();
    expect(asked).toEqual([id]);
    expect(await fact(id)).toMatchObject({ version: 1, audience: 'COORDINATORS' });
    await change(id, 'PUBLIC');
    await app.project();
    expect(await fact(id)).toMatchObject({ version: 2, audience: 'PUBLIC' });
    expect(await messages(id)).toEqual([]);
  });

  it('projects in the order of the changes, each with a number of its own', async () => {
    const ids = Array.from({ length: 12 }, () => newId());
    for (const id of ids) await change(id, 'PUBLIC');
    await Promise.all([app.project(), app.project(), app.project()]);
    expect(asked).toEqual(ids);
    const seqs = await Promise.all(ids.map(async (id) => (await fact(id))!.seq));
    expect(seqs).toEqual([...seqs].sort((one, other) => one - other));
    const all = (await app.get(Database).read<{ seq: number }>(everySeq)).map(({ seq }) => seq);
    expect(new Set(all).size).toBe(all.length);
    expect(await app.get<GraphPort>(GRAPH).seq()).toBe(all.at(-1));
  });

  it('keeps an empty row of what is gone, known to those who knew it', async () => {
    const id = newId();
    await change(id, 'MEMBERS');
    await app.project();
    await change(id, null);
    await app.project();
    expect(await fact(id)).toMatchObject({ version: 2, facts: { nodes: [], edges: [] }, audience: 'MEMBERS' });
  });

  it('sets a message aside that keeps failing, blocks no other, and is mended by the next one', async () => {
    const [poisoned, healthy] = [newId(), newId()];
    await change(poisoned, 'broken');
    await change(healthy, 'PUBLIC');
    await app.project();
    expect(await fact(healthy)).not.toBeNull();
    for (let attempt = 2; attempt <= 5; attempt++) {
      await dueNow();
      await app.project();
      expect(await messages(poisoned)).toEqual([{ attempts: attempt, setAside: attempt === 5, error: 'cannot be read' }]);
    }
    asked = [];
    await dueNow();
    await app.project();
    expect(asked).toEqual([]);
    expect(await fact(poisoned)).toBeNull();
    await change(poisoned, 'PUBLIC');
    await app.project();
    expect(await fact(poisoned)).toMatchObject({ version: 1, audience: 'PUBLIC' });
    expect(await messages(poisoned)).toEqual([]);
  });

  it('sets nothing aside because Postgres had a bad day', async () => {
    const id = newId();
    await change(id, 'away');
    for (let attempt = 1; attempt <= 7; attempt++) {
      await dueNow();
      await app.project();
    }
    expect(await messages(id)).toMatchObject([{ setAside: false }]);
    state.set(id, 'PUBLIC');
    await dueNow();
    await app.project();
    expect(await fact(id)).toMatchObject({ version: 1, audience: 'PUBLIC' });
  });

  it('notices a message of which no room knows the facts', async () => {
    const id = newId();
    await app.get(UnitOfWork).run((tx) => app.get(Outbox).append(tx, { aggregate: 'nobody', id, regionId: region }));
    await app.project();
    expect(await messages(id)).toMatchObject([{ attempts: 1, error: 'no room tells the facts of nobody' }]);
  });

  it('fills a graph that was emptied from Postgres, and tells whether both are equal', async () => {
    const keeper = app.get(GraphKeeper);
    await change(newId(), 'PUBLIC');
    await app.project();
    const before = await keeper.verify();
    expect(before).toEqual({ equal: true, seq: before.newestSeq, newestSeq: before.newestSeq });
    await app.get<GraphPort>(GRAPH).clear();
    expect((await keeper.verify()).equal).toBe(false);
    await keeper.rebuild();
    expect(await keeper.verify()).toEqual(before);
  });

  it('is filled anew where it remembers what Postgres does not know, as after a restore', async () => {
    const restored = await createTestApp({ modules: () => [NoRooms] });
    const node = { id: newId(), type: 'Actor' as const, regionId: region, audience: 'PUBLIC' as const };
    await restored
      .get<GraphPort>(GRAPH)
      .apply([{ ownerType: 'probe', ownerId: node.id, seq: 1_000_000, facts: { nodes: [node], edges: [] } }]);
    await restored.get(GraphKeeper).start('apply');
    expect(await restored.get(GraphKeeper).verify()).toEqual({ equal: true, seq: 0, newestSeq: 0 });
    await restored.close();
  });

  it('tells what changed by itself, also after its connections were cut', async () => {
    app.get(Projector).start();
    await app.get(GraphKeeper).start('apply');
    const follow = app.get(ChangeFeed).follow(region, 'MEMBERS');
    const toldOf = async (id: Id) => {
      for (;;) {
        const { value } = await follow.next();
        if ((value as { owners: { id: Id }[] }).owners.some((owner) => owner.id === id)) return true;
      }
    };
    const [first, hidden, second] = [newId(), newId(), newId()];
    await change(first, 'PUBLIC');
    expect(await toldOf(first)).toBe(true);
    const other = await createDataSource(app.url, { poolSize: 1 }).initialize();
    await other.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name <> 'knotenpunkt-jobs'`,
    );
    await other.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await change(hidden, 'COORDINATORS');
    await change(second, 'MEMBERS');
    expect(await toldOf(second)).toBe(true);
    expect((await fact(hidden))!.audience).toBe('COORDINATORS');
    await follow.return!();
  }, 20_000);
});
