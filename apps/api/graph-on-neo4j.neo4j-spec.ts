import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idFrom, newId } from '@knotenpunkt/kernel';
import { readConfiguration } from '@knotenpunkt/platform/config';
import { Database, query } from '@knotenpunkt/platform/database';
import {
  EmbeddedGraph,
  GRAPH,
  GraphUnavailable,
  openGraph,
  startNeo4jServer,
  type FactRow,
  type GraphPort,
  type GraphQuestion,
  type RunningNeo4j,
  type Tie,
} from '@knotenpunkt/platform/graph';
import { GraphKeeper } from '@knotenpunkt/platform/outbox';
import { createTestDatabase, neo4jLibrary, type TestDatabase } from '@knotenpunkt/platform/testing';
import { startServer, type RunningServer } from './server';

const everyRow = query(
  'test.graphFacts',
  'SELECT owner_type AS "ownerType", owner_id AS "ownerId", seq, facts FROM graph_fact ORDER BY seq',
);

async function tiesOf(graph: GraphPort, question: GraphQuestion): Promise<Tie[]> {
  const ties: Tie[] = [];
  for await (const tie of graph.stream(question)) ties.push(tie);
  return ties;
}

// With a Neo4j of its own, because it is killed here.
/** A Neo4j that was just started is slow at its first questions; it is asked again. */
async function patiently<Answer>(ask: () => Promise<Answer>, tries = 5): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (tries === 1) throw error;
    return patiently(ask, tries - 1);
  }
}

/** What the graph says of itself once it has all facts: jobs write some in the background, such as what the sentence model has read. */
async function verified(keeper: GraphKeeper, tries = 60): ReturnType<GraphKeeper['verify']> {
  const found = await keeper.verify();
  if (found.equal || tries === 1) return found;
  await new Promise((go) => setTimeout(go, 500));
  return verified(keeper, tries - 1);
}

describe('the whole server on Neo4j', () => {
  const folder = mkdtempSync(join(tmpdir(), 'knotenpunkt-neo4j-'));
  let neo4j: RunningNeo4j;
  let database: TestDatabase;
  let server: RunningServer;
  let graph: GraphPort;
  let keeper: GraphKeeper;

  beforeAll(async () => {
    [neo4j, database] = await Promise.all([startNeo4jServer({ folder, library: neo4jLibrary() }), createTestDatabase()]);
    const configuration = readConfiguration({ PORT: '0', LOG_LEVEL: 'silent' });
    server = await startServer({ ...configuration, graph: { kind: 'neo4j', ...neo4j } }, database.url, 'all');
    graph = server.app.get<GraphPort>(GRAPH);
    keeper = server.app.get(GraphKeeper);
    await keeper.catchUp();
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await Promise.all([neo4j.stop(), database.drop()]);
  });

  it('tells of the example region what the embedded graph tells', async () => {
    const rows = await server.app.get(Database).read<FactRow>(everyRow);
    const embedded = new EmbeddedGraph();
    await embedded.apply(rows);
    const actors = rows.filter((row) => row.ownerType === 'actor').slice(0, 12);
    expect(actors).toHaveLength(12);
    for (const audience of ['PUBLIC', 'COORDINATORS'] as const) {
      const question: GraphQuestion = { regionId: actors[0]!.facts.nodes[0]!.regionId, audience, asOf: '2026-11-25' };
      const expected = await tiesOf(embedded, question);
      expect(expected.length).toBeGreaterThan(10);
      expect(await patiently(() => tiesOf(graph, question))).toEqual(expected);
      for (const [i, { ownerId }] of actors.entries()) {
        const [from, to] = [expected[i]?.a ?? ownerId, expected.at(-1 - i)?.b ?? ownerId];
        const ask = async (one: GraphPort): Promise<unknown[]> => [
          await one.surroundings({ ...question, actorId: from, depth: 2, limit: 40 }),
          await one.surroundings({ ...question, actorId: ownerId, depth: 3, limit: 200 }),
          await one.shortestPaths({ ...question, from, to }),
          await one.similar({ ...question, actorId: from, limit: 10 }),
        ];
        expect(await patiently(() => ask(graph))).toEqual(await ask(embedded));
      }
    }
  });

  it('notices a foreign fact, and is rebuilt from Postgres', async () => {
    const { equal, newestSeq } = await verified(keeper);
    expect(equal).toBe(true);
    const foreign = { id: newId(), type: 'Actor', regionId: idFrom('harkenrode'), audience: 'PUBLIC' } as const;
    await graph.apply([{ ownerType: 'actor', ownerId: foreign.id, seq: newestSeq + 1, facts: { nodes: [foreign], edges: [] } }]);
    expect(await keeper.verify()).toMatchObject({ equal: false });
    await keeper.rebuild();
    const rebuilt = await verified(keeper);
    expect(rebuilt).toEqual({ equal: true, seq: rebuilt.newestSeq, newestSeq: rebuilt.newestSeq });
    expect(rebuilt.seq).toBeGreaterThanOrEqual(newestSeq);
  });

  it('says at once that Neo4j is away, and has lost nothing when it comes back after a kill', async () => {
    const before = await graph.fingerprint(null);
    await neo4j.kill();
    const asked = Date.now();
    await expect(graph.seq()).rejects.toBeInstanceOf(GraphUnavailable);
    expect(Date.now() - asked).toBeLessThan(2_000);
    expect(await (await fetch(`${server.address}/ready`)).json()).toEqual({ database: true, graph: false });

    neo4j = await startNeo4jServer({ folder, library: neo4jLibrary() });
    const again = await openGraph({ kind: 'neo4j', ...neo4j });
    expect(await again.fingerprint(null)).toBe(before);
    await again.close();
  }, 60_000);
});
