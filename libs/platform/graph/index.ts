export * from './graph-port';
export { EmbeddedGraph } from './embedded-graph';
export { GRAPH, GraphModule, type GraphChoice } from './graph.module';
