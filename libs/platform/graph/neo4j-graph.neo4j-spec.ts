import { describeGraph } from './graph-contract';
import { Neo4jGraph } from './neo4j-graph';

const address = {
  url: process.env['NEO4J_URL']!,
  user: process.env['NEO4J_USER'] ?? 'neo4j',
  password: process.env['NEO4J_PASSWORD'] ?? '',
};
const graph = new Neo4jGraph(address);

afterAll(() => graph.close());

describeGraph('the graph in Neo4j', () => graph, 10);
