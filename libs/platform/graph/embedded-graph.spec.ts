import { EmbeddedGraph } from './embedded-graph';
import { describeGraph } from './graph-contract';

const graph = new EmbeddedGraph();

describeGraph('the embedded graph', () => graph, 100);
