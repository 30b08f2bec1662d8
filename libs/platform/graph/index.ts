export * from './graph-port';
export { EmbeddedGraph } from './embedded-graph';
export { ALWAYS, type Footing, type Part } from './footing';
export type { Footings } from './tie-graph';
export { GRAPH, GraphModule, openGraph, type GraphChoice } from './graph.module';
export { Neo4jServerError } from './neo4j-library';
export { keepNeo4jServer, startNeo4jServer, type RunningNeo4j } from './neo4j-server';
