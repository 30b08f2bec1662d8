import { steadyRandom } from '../placing';
import type { WeightedGraph } from '../communities/weighted-graph';

/** Up to so many actors betweenness is exact; above it, it is estimated from so many of them as `PIVOTS` says. */
export const EXACT_UP_TO = 2_000;
export const PIVOTS = 256;

export interface Betweenness {
  /** One value an actor, 0 to 1: the share of all pairs of others whose shortest ways lead over it. */
  values: Float32Array;
  /** From how many actors it was estimated; null: exact. */
  sampled: number | null;
}

/**
 * Who stands between others (Freeman 1977), by the algorithm of Brandes (2001), ties counted alike. Of a large network ways are
 * followed from some actors only, drawn by chance from a fixed seed, and what they give is scaled up (Brandes & Pich 2007, who
 * found chance to be the best way to draw them).
 */
export function betweenness(graph: WeightedGraph, exactUpTo = EXACT_UP_TO, pivots = PIVOTS): Betweenness {
  const { order } = graph;
  const values = new Float32Array(order);
  const pairs = (order - 1) * (order - 2);
  if (pairs <= 0 || graph.neighbours.length === 0) return { values, sampled: null };
  const sampled = order > exactUpTo ? Math.min(pivots, order) : null;
  const sums = new Float64Array(order);
  const walk = walkFrom(graph, sums);
  for (const source of sampled === null ? Array.from({ length: order }, (_, at) => at) : drawn(order, sampled)) walk(source);
  const scale = (sampled === null ? 1 : order / sampled) / pairs;
  for (let node = 0; node < order; node++) values[node] = Math.min(1, sums[node]! * scale);
  return { values, sampled };
}

/** Different numbers below `order`, the same with every run. */
function drawn(order: number, count: number): number[] {
  const random = steadyRandom('betweenness');
  const found = new Set<number>();
  while (found.size < count) found.add(Math.floor(random() * order));
  return [...found];
}

/** Follows all shortest ways from one node and adds to `sums` what each other node depends on for it. */
function walkFrom({ order, starts, neighbours }: WeightedGraph, sums: Float64Array): (source: number) => void {
  const distance = new Int32Array(order);
  const ways = new Float64Array(order);
  const depends = new Float64Array(order);
  const visited = new Uint32Array(order);
  return (source) => {
    distance.fill(-1);
    distance[source] = 0;
    ways[source] = 1;
    depends[source] = 0;
    visited[0] = source;
    let reached = 1;
    for (let at = 0; at < reached; at++) {
      const node = visited[at]!;
      for (let row = starts[node]!; row < starts[node + 1]!; row++) {
        const next = neighbours[row]!;
        if (distance[next]! < 0) {
          distance[next] = distance[node]! + 1;
          ways[next] = 0;
          depends[next] = 0;
          visited[reached++] = next;
        }
        if (distance[next] === distance[node]! + 1) ways[next]! += ways[node]!;
      }
    }
    for (let at = reached - 1; at > 0; at--) {
      const node = visited[at]!;
      const share = (1 + depends[node]!) / ways[node]!;
      for (let row = starts[node]!; row < starts[node + 1]!; row++) {
        const before = neighbours[row]!;
        if (distance[before] === distance[node]! - 1) depends[before]! += ways[before]! * share;
      }
      sums[node]! += depends[node]!;
    }
  };
}
