/** An undirected graph as compressed sparse rows: the neighbours of `n` stand at `starts[n] … starts[n + 1]`, each tie from both ends. */
export interface WeightedGraph {
  order: number;
  starts: Uint32Array;
  neighbours: Uint32Array;
  weights: Float64Array;
}

/** The graph of the ties (a, b), each pair once; `keep` leaves some out. Ties to oneself are passed over. */
export function weightedGraph(
  order: number,
  { a, b }: { a: ArrayLike<number>; b: ArrayLike<number> },
  weightOf: (tie: number) => number,
  keep: (tie: number) => boolean = () => true,
): WeightedGraph {
  const starts = new Uint32Array(order + 1);
  const kept = (tie: number) => a[tie] !== b[tie] && keep(tie);
  for (let tie = 0; tie < a.length; tie++) {
    if (!kept(tie)) continue;
    starts[a[tie]!]!++;
    starts[b[tie]!]!++;
  }
  let ends = 0;
  for (let node = 0; node < order; node++) starts[node] = ends += starts[node]!;
  starts[order] = ends;
  const neighbours = new Uint32Array(ends);
  const weights = new Float64Array(ends);
  for (let tie = 0; tie < a.length; tie++) {
    if (!kept(tie)) continue;
    const [from, to, weight] = [a[tie]!, b[tie]!, weightOf(tie)];
    const [atFrom, atTo] = [--starts[from]!, --starts[to]!];
    neighbours[atFrom] = to;
    neighbours[atTo] = from;
    weights[atFrom] = weight;
    weights[atTo] = weight;
  }
  return { order, starts, neighbours, weights };
}

/** Cuts parts out of one graph again and again; each costs what its members have of neighbours. */
export class Parts {
  private readonly placeOf: Int32Array;

  constructor(private readonly graph: WeightedGraph) {
    this.placeOf = new Int32Array(graph.order).fill(-1);
  }

  /** The graph among `members`, numbered as they stand in the list. */
  among(members: ArrayLike<number>): WeightedGraph {
    const { placeOf } = this;
    const { starts, neighbours, weights } = this.graph;
    let most = 0;
    for (let at = 0; at < members.length; at++) {
      placeOf[members[at]!] = at;
      most += starts[members[at]! + 1]! - starts[members[at]!]!;
    }
    const ownStarts = new Uint32Array(members.length + 1);
    const ownNeighbours = new Uint32Array(most);
    const ownWeights = new Float64Array(most);
    let end = 0;
    for (let at = 0; at < members.length; at++) {
      const node = members[at]!;
      for (let row = starts[node]!; row < starts[node + 1]!; row++) {
        const place = placeOf[neighbours[row]!]!;
        if (place < 0) continue;
        ownNeighbours[end] = place;
        ownWeights[end++] = weights[row]!;
      }
      ownStarts[at + 1] = end;
    }
    for (let at = 0; at < members.length; at++) placeOf[members[at]!] = -1;
    return { order: members.length, starts: ownStarts, neighbours: ownNeighbours.subarray(0, end), weights: ownWeights.subarray(0, end) };
  }
}
