import { readConfiguration } from '@knotenpunkt/platform/config';
import { createDataSource } from '@knotenpunkt/platform/database';
import { migrations } from '@knotenpunkt/migrations';
import { createTestDatabase, type TestDatabase } from '@knotenpunkt/platform/testing';
import { startServer } from '../server';

describe('two instances that start at once on an empty database', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase({ empty: true });
  });
  afterAll(() => database.drop());

  it('migrate it once and fill it once, and both come up', async () => {
    const configuration = readConfiguration({ PORT: '0', LOG_LEVEL: 'silent' });
    const started = await Promise.allSettled([1, 2].map(() => startServer(configuration, database.url, 'all')));
    const running = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const rows = await createDataSource(database.url).initialize();
    try {
      expect(started.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))).toEqual([]);
      const names: { name: string }[] = await rows.query('SELECT name FROM migrations ORDER BY id');
      expect(names.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
      const asked = await Promise.all(
        running.map(async ({ address }) => {
          const body = JSON.stringify({ query: '{ regions { slug } actors(first: 100) { edges { node { id } } } }' });
          const answer = await fetch(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
          return (await answer.json()) as { data: { regions: { slug: string }[]; actors: { edges: unknown[] } } };
        }),
      );
      expect(asked[0]!.data.regions.length).toBeGreaterThan(1);
      expect(asked[0]!.data.actors.edges.length).toBeGreaterThan(50);
      expect(asked[1]).toEqual(asked[0]);
    } finally {
      await rows.destroy();
      for (const server of running) await server.close();
    }
  }, 180_000);
});
