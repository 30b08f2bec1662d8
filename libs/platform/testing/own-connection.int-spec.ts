import { Database, OwnConnection, query } from '@knotenpunkt/platform/database';
import { NoRooms } from './no-rooms';
import { createTestApp, type TestApp } from './test-app';

const ASKED = ['SELECT pg_backend_pid() AS pid', 'SELECT pg_advisory_lock(7)', 'SELECT name FROM kept'] as const;
const [pidOf, lock, kept] = ASKED.map((text) => query(text, text));
const keep = query('test.keep', 'INSERT INTO kept (name) VALUES ($1)');
const end = query('test.end', 'SELECT pg_terminate_backend($1, 5000)');

describe('a connection of one’s own that breaks in the middle', () => {
  let app: TestApp;
  let own: OwnConnection;
  const names = () => app.get(Database).read(kept!);
  const breakIt = async () => app.get(Database).read(end, [(await own.readOne<{ pid: number }>(pidOf!))!.pid]);

  beforeAll(async () => {
    app = await createTestApp({ modules: () => [NoRooms] });
    await app.get(Database).read(query('test.create', 'CREATE TABLE kept (name text NOT NULL)'));
    own = new OwnConnection(app.url, 'test-own');
  });
  afterAll(async () => {
    await own.close();
    await app.close();
  });

  it('keeps nothing of the transaction, and is opened anew for the next', async () => {
    const broken = own.inTransaction(async () => {
      await own.read(keep, ['before']);
      await breakIt();
      await own.read(keep, ['after']);
    });
    await expect(broken).rejects.toThrow();
    expect(await names()).toEqual([]);
    await own.inTransaction(() => own.read(keep, ['next']));
    expect(await names()).toEqual([{ name: 'next' }]);
  });

  it('does not go on without the lock it had', async () => {
    const work = own.hold(async () => {
      await own.read(lock!);
      await breakIt();
      await own.inTransaction(() => own.read(keep, ['unlocked']));
    });
    await expect(work).rejects.toThrow();
    expect(await names()).toEqual([{ name: 'next' }]);
  });
});
