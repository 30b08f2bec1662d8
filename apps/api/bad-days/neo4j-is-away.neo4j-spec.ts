import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idFrom, newId } from '@knotenpunkt/kernel';
import { readConfiguration } from '@knotenpunkt/platform/config';
import { Database, query } from '@knotenpunkt/platform/database';
import { keepNeo4jServer, type RunningNeo4j } from '@knotenpunkt/platform/graph';
import { GraphKeeper } from '@knotenpunkt/platform/outbox';
import { createTestDatabase, neo4jLibrary, type TestDatabase } from '@knotenpunkt/platform/testing';
import { startServer, type RunningServer } from '../server';
import { Person } from './person';
import { until } from '../until';

/** What a reader waits at most, and something for a busy machine. */
const TOLD_MS = 4_000 + 1_500;
const CAUGHT_UP_MS = 60_000;
const WRITERS = 4;
const countOf = query('test.countOf', 'SELECT count(*)::int AS count FROM entry WHERE id = ANY($1)');
const SURROUNDINGS = `{ surroundings(actorId: "${idFrom('harkenrode', 'actor', 'a025')}") { actor { name } } }`;

// With a Neo4j of its own, because it is killed here.
describe('a Neo4j of ours that dies while people write', () => {
  let neo4j: RunningNeo4j;
  let database: TestDatabase;
  let server: RunningServer;
  let katrin: Person;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'knotenpunkt-neo4j-'));
    [neo4j, database] = await Promise.all([keepNeo4jServer({ folder, library: neo4jLibrary() }), createTestDatabase()]);
    const { url, user, password } = neo4j;
    const configuration = readConfiguration({ PORT: '0', LOG_LEVEL: 'silent' });
    server = await startServer({ ...configuration, graph: { kind: 'neo4j', url, user, password } }, database.url, 'all');
    katrin = await Person.signedIn(server.address, 'katrin.vossebrink');
  }, 180_000);
  afterAll(async () => {
    await server.close();
    await Promise.all([neo4j.stop(), database.drop()]);
  });

  const readGraph = async () => {
    const began = Date.now();
    const { errors } = await katrin.ask(SURROUNDINGS);
    return { ms: Date.now() - began, code: errors?.[0]?.extensions.code ?? 'fine' };
  };

  it('takes no write with it, is told in time, comes back by itself, and catches up', async () => {
    expect((await readGraph()).code).toBe('fine');
    const own = await katrin.organisation();
    let over = false;
    const written: string[] = [];
    const refused: unknown[] = [];
    const writers = Array.from({ length: WRITERS }, async () => {
      while (!over) {
        const id = newId();
        const wrong = await katrin.write(own, id);
        if (wrong === null) written.push(id);
        else refused.push(wrong);
      }
    });
    await until(10_000, () => written.length > WRITERS);
    await neo4j.kill();
    const before = written.length;
    const reads = [await readGraph(), await readGraph(), await readGraph()];
    expect(reads.filter(({ ms }) => ms > TOLD_MS)).toEqual([]);
    expect(reads.map(({ code }) => code)).toEqual(reads.map(() => 'GRAPH_UNAVAILABLE'));
    await until(10_000, () => written.length > before + WRITERS);
    // It starts, is found, and has what was written meanwhile.
    await until(2 * CAUGHT_UP_MS, async () => (await readGraph()).code === 'fine');
    over = true;
    await Promise.all(writers);
    expect(refused).toEqual([]);
    await until(CAUGHT_UP_MS, async () => (await server.app.get(GraphKeeper).verify()).equal);
    expect(await server.app.get(Database).readOne(countOf, [written])).toEqual({ count: written.length });
  }, 240_000);
});
