import { newId, ok, refuse, type Id } from '@knotenpunkt/kernel';
import { migrations } from '@knotenpunkt/migrations';
import { answerRequests, createDataSource, Database, migrate, query, UnitOfWork, updateVersioned } from '@knotenpunkt/platform/database';
import { NoRooms } from './no-rooms';
import { createTestApp, type TestApp } from './test-app';
import { createTestDatabase } from './test-database';

const nameOf = query('test.name', 'SELECT name, version FROM probe WHERE id = $1');
const sleep = query('test.sleep', 'SELECT pg_sleep(60)');
const objects = query(
  'test.objects',
  `SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname IN ('public', 'auth') AND c.relkind IN ('r', 'v') AND c.relname <> 'migrations' ORDER BY 1`,
);

describe('database', () => {
  let app: TestApp;
  let work: UnitOfWork;
  const read = (id: Id) => app.get(Database).readOne<{ name: string; version: number }>(nameOf, [id]);
  const insert = (id: Id, name: string) =>
    work.run((tx) => tx.query('INSERT INTO probe (id, name, version) VALUES ($1, $2, 1)', [id, name]));

  beforeAll(async () => {
    app = await createTestApp({ modules: () => [NoRooms] });
    work = app.get(UnitOfWork);
    await work.run((tx) => tx.query('CREATE TABLE probe (id uuid PRIMARY KEY, name text NOT NULL, version integer NOT NULL)'));
  });
  afterAll(() => app.close());

  it('keeps all of a unit of work', async () => {
    const ids = [newId(), newId()];
    await work.run(async (tx) => {
      for (const id of ids) await tx.query('INSERT INTO probe (id, name, version) VALUES ($1, $2, 1)', [id, 'kept']);
    });
    expect(await Promise.all(ids.map(read))).toMatchObject([{ name: 'kept' }, { name: 'kept' }]);
  });

  it('keeps nothing of one that throws, and nothing of one that refuses', async () => {
    const [thrown, refused] = [newId(), newId()];
    const fault = new Error('in the middle');
    await expect(
      work.run(async (tx) => {
        await tx.query('INSERT INTO probe (id, name, version) VALUES ($1, $2, 1)', [thrown, 'half']);
        throw fault;
      }),
    ).rejects.toBe(fault);
    const result = await work.run(async (tx) => {
      await tx.query('INSERT INTO probe (id, name, version) VALUES ($1, $2, 1)', [refused, 'half']);
      return refuse('NOT_PERMITTED', { field: 'name' });
    });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'NOT_PERMITTED', field: 'name' } });
    expect([await read(thrown), await read(refused)]).toEqual([null, null]);
  });

  it('lets one of many who change the same version win, and tells the others the version there is', async () => {
    const id = newId();
    await insert(id, 'first');
    const change = (name: string, expectedVersion: number) =>
      work.run((tx) => updateVersioned(tx, { table: 'probe', id, expectedVersion, set: { name } }));
    const results = await Promise.all(Array.from({ length: 20 }, (_, at) => change(`writer ${at}`, 1)));
    expect(results.filter((result) => result.ok)).toEqual([ok(2)]);
    const winner = results.findIndex((result) => result.ok);
    expect(await read(id)).toEqual({ name: `writer ${winner}`, version: 2 });
    for (const result of results) if (!result.ok) expect(result.refusal).toMatchObject({ code: 'STALE_VERSION', params: { current: 2 } });
    expect(await change('next', 2)).toEqual(ok(3));
    await work.run((tx) => tx.query('DELETE FROM probe WHERE id = $1', [id]));
    expect(await change('too late', 3)).toMatchObject({ ok: false, refusal: { params: { current: 0 } } });
  });

  it('gives up a statement that hangs within five seconds, and answers the next one', async () => {
    const id = newId();
    await insert(id, 'there');
    const began = Date.now();
    await Promise.all(Array.from({ length: 4 }, () => expect(app.get(Database).read(sleep)).rejects.toThrow(/timeout/i)));
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(await read(id)).toMatchObject({ name: 'there' });
  });

  it('survives that every connection is cut', async () => {
    const id = newId();
    await insert(id, 'there');
    const other = await createDataSource(app.url, { poolSize: 1 }).initialize();
    await other.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    await other.destroy();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await read(id)).toMatchObject({ name: 'there' });
  });

  it('waits longer for a connection while the process starts than while requests wait', async () => {
    const source = await createDataSource(app.url, { poolSize: 1, starting: true }).initialize();
    // The one connection is lent while another asks for it.
    const askMeanwhile = async () => {
      const held = source.createQueryRunner();
      await held.connect();
      const asked = source.query('SELECT 1 AS one').catch((error: Error) => error.message);
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      await held.release();
      return asked;
    };
    try {
      expect(await askMeanwhile()).toEqual([{ one: 1 }]);
      answerRequests(source);
      expect(await askMeanwhile()).toMatch(/timeout/);
    } finally {
      await source.destroy();
    }
  });

  it('undoes every migration and runs them again, once however many start', async () => {
    const database = await createTestDatabase();
    const source = await createDataSource(database.url, { migrations, slow: true }).initialize();
    const tables = async () => ((await source.query(objects.text)) as { relname: string }[]).map(({ relname }) => relname);
    try {
      const before = await tables();
      for (const _ of migrations) await source.undoLastMigration();
      expect(await tables()).toEqual([]);
      const run = await Promise.all([1, 2, 3].map(() => migrate(database.url, migrations)));
      expect(run.sort()).toEqual([0, 0, migrations.length]);
      expect(await tables()).toEqual(before);
    } finally {
      await source.destroy();
      await database.drop();
    }
  });
});
