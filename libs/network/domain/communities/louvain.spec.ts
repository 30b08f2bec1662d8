import Graph from 'graphology';
import graphologyLouvain from 'graphology-communities-louvain';
import { steadyRandom } from '../placing';
import { carriedOver, louvain, modularity } from './louvain';
import { randomNetwork } from './sample-networks';
import { weightedGraph } from './weighted-graph';

/** The partition as groups of members, told apart from its numbers. */
function groupsOf(partition: ArrayLike<number>): string[] {
  const groups = new Map<number, number[]>();
  Array.from(partition).forEach((group, node) => groups.set(group, [...(groups.get(group) ?? []), node]));
  return Array.from(groups.values(), (members) => members.join()).sort();
}

describe('communities by Louvain', () => {
  it('are those that graphology finds', () => {
    for (let seed = 0; seed < 40; seed++) {
      const { order, a, b, weight } = randomNetwork(`oracle ${seed}`, 10 + seed * 4);
      const graph = new Graph({ type: 'undirected' });
      for (let node = 0; node < order; node++) graph.addNode(node);
      a.forEach((from, tie) => graph.mergeEdge(from, b[tie]!, { weight: weight[tie] }));
      const theirs = graphologyLouvain(graph, { getEdgeWeight: 'weight', rng: steadyRandom('x'), randomWalk: false });
      const ours = louvain(weightedGraph(order, { a, b }, (tie) => weight[tie]!));
      expect(groupsOf(ours)).toEqual(groupsOf(Array.from({ length: order }, (_, node) => theirs[node]!)));
    }
  });

  it('carried over stay as they were, and who is new joins those it is tied to', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { order, a, b, weight } = randomNetwork(`start ${seed}`, 60);
      const graph = weightedGraph(order, { a, b }, (tie) => weight[tie]!);
      const before = louvain(graph);
      expect(groupsOf(carriedOver(graph, before))).toEqual(groupsOf(before));
      const node = seed;
      const without = Int32Array.from(before, (group, at) => (at === node ? -1 : group));
      const after = carriedOver(graph, without);
      const near = [...graph.neighbours.subarray(graph.starts[node], graph.starts[node + 1])];
      if (near.length > 0) expect(near.map((other) => after[other])).toContain(after[node]);
    }
  });

  it('are better than chance', () => {
    const { order, a, b, weight } = randomNetwork('chance', 120);
    const graph = weightedGraph(order, { a, b }, (tie) => weight[tie]!);
    expect(modularity(graph, louvain(graph))).toBeGreaterThan(0.5);
    expect(modularity(graph, new Int32Array(order))).toBeCloseTo(0, 10);
  });

  it('are the two cliques a single tie connects', () => {
    const pairs = [0, 1, 2, 3].flatMap((p) =>
      [0, 1, 2, 3]
        .filter((q) => q > p)
        .flatMap((q) => [
          [p, q],
          [p + 4, q + 4],
        ]),
    );
    const ties = [...pairs, [3, 4]];
    const graph = weightedGraph(8, { a: ties.map(([p]) => p!), b: ties.map(([, q]) => q!) }, () => 1);
    expect(groupsOf(louvain(graph))).toEqual(['0,1,2,3', '4,5,6,7']);
  });
});
