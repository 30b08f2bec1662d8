import { contractOfAnswers } from './graph-contract.answers';
import { contractOfLookingCloser } from './graph-contract.closer';
import { contractOfFacts } from './graph-contract.facts';
import { contractOfProperties } from './graph-contract.properties';
import { contractOfNearest } from './graph-contract.nearest';
import { contractOfTies } from './graph-contract.ties';
import type { GraphPort } from './graph-port';

/** What both adapters must do. `graph` gives the same open graph each time; it is emptied before each test. */
export function describeGraph(name: string, graph: () => GraphPort, runs: number): void {
  describe(name, () => {
    beforeEach(() => graph().clear());
    contractOfTies(graph);
    contractOfFacts(graph);
    contractOfAnswers(graph);
    contractOfLookingCloser(graph, runs);
    contractOfNearest(graph, runs);
    contractOfProperties(graph, runs);
  });
}
