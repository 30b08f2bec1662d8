import { describeGraph } from './graph-contract';
import { GraphUnavailable } from './graph-port';
import { Neo4jGraph } from './neo4j-graph';
import { id, PUBLIC_TODAY } from './sample-facts';

const address = {
  url: process.env['NEO4J_URL']!,
  user: process.env['NEO4J_USER'] ?? 'neo4j',
  password: process.env['NEO4J_PASSWORD'] ?? '',
};
const graph = new Neo4jGraph(address);

// A question of a form nobody asked yet is planned first, which takes a busy machine longer than an answer may take.
beforeAll(async () => {
  for (const filters of [{}, { themes: ['heat'] }]) {
    const ask = () => graph.surroundings({ ...PUBLIC_TODAY, actorId: id('a'), depth: 3, limit: 10, ...filters });
    for (let tries = 0; tries < 20; tries++) {
      const late = await ask().then(
        () => false,
        (error: unknown) => error instanceof GraphUnavailable,
      );
      if (!late) break;
    }
  }
}, 60_000);
afterAll(() => graph.close());

describeGraph('the graph in Neo4j', () => graph, 10);
