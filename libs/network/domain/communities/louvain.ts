import type { WeightedGraph } from './weighted-graph';

/** Gains closer than this are equal; then the community with the higher number is taken. */
const EQUAL = 1e-10;

/**
 * Communities by Louvain (Blondel et al. 2008) with the queue of Traag 2015: only who has a neighbour that moved is looked at
 * again. Walks actors in their order, without chance: the same graph gives the same answer, the one of
 * graphology-communities-louvain. On typed arrays, because a graph of objects costs more than the walk. Gives a number a node,
 * from 0.
 */
export function louvain(graph: WeightedGraph): Int32Array {
  const found = Int32Array.from({ length: graph.order }, (_, node) => node);
  if (graph.neighbours.length === 0) return found;
  let level: Level = firstLevel(graph);
  for (;;) {
    if (!moveAll(level)) return renumbered(found);
    const next = condense(level);
    for (let node = 0; node < found.length; node++) found[node] = level.belongs[found[node]!]!;
    level = next;
  }
}

/**
 * The partition of before, carried over: who is new (−1), or tied to nobody of its own group any more, goes where most of its ties
 * lead; everybody else stays. Whoever has no tie stands alone.
 */
export function carriedOver({ order, starts, neighbours, weights }: WeightedGraph, before: ArrayLike<number>): Int32Array {
  const partition = Int32Array.from(before);
  let next = partition.reduce((most, group) => Math.max(most, group), -1) + 1;
  const waiting: number[] = [];
  for (let node = 0; node < order; node++) {
    let stays = false;
    for (let row = starts[node]!; row < starts[node + 1]! && !stays; row++)
      stays = partition[node]! >= 0 && before[neighbours[row]!] === before[node];
    if (!stays) waiting.push(node);
  }
  for (const node of waiting) partition[node] = -1;
  for (const node of waiting) {
    const sums = new Map<number, number>();
    for (let row = starts[node]!; row < starts[node + 1]!; row++) {
      const group = partition[neighbours[row]!]!;
      if (group >= 0) sums.set(group, (sums.get(group) ?? 0) + weights[row]!);
    }
    let [best, most] = [-1, 0];
    for (const [group, sum] of sums) if (sum > most || (sum === most && group < best)) [best, most] = [group, sum];
    partition[node] = best >= 0 ? best : next++;
  }
  return renumbered(partition);
}

/** How much better the partition is than chance (Newman & Girvan 2004). */
export function modularity({ order, starts, neighbours, weights }: WeightedGraph, partition: ArrayLike<number>): number {
  const total = new Map<number, number>();
  let [inside, all] = [0, 0];
  for (let node = 0; node < order; node++) {
    let degree = 0;
    for (let row = starts[node]!; row < starts[node + 1]!; row++) {
      degree += weights[row]!;
      if (partition[neighbours[row]!] === partition[node]) inside += weights[row]!;
    }
    all += degree;
    total.set(partition[node]!, (total.get(partition[node]!) ?? 0) + degree);
  }
  if (all === 0) return 0;
  let expected = 0;
  for (const sum of total.values()) expected += (sum / all) ** 2;
  return inside / all - expected;
}

interface Level extends WeightedGraph {
  /** Weight of ties within a node, counted twice; null where nothing was condensed yet. */
  loops: Float64Array | null;
  belongs: Int32Array;
  counts: Int32Array;
  totals: Float64Array;
  unused: number[];
  /** Weight of all ties, each counted twice. */
  all: number;
}

function firstLevel(graph: WeightedGraph): Level {
  const { order, starts, weights } = graph;
  const totals = new Float64Array(order);
  let all = 0;
  for (let node = 0; node < order; node++) {
    for (let row = starts[node]!; row < starts[node + 1]!; row++) totals[node]! += weights[row]!;
    all += totals[node]!;
  }
  const belongs = Int32Array.from({ length: order }, (_, node) => node);
  return { ...graph, loops: null, belongs, counts: new Int32Array(order).fill(1), totals, unused: [], all };
}

/** Moves nodes to the neighbouring community that gains most, until nobody gains. True when somebody moved. */
function moveAll(level: Level): boolean {
  const { order, starts, neighbours, weights, loops, belongs, counts, totals, unused, all } = level;
  const queue = Int32Array.from({ length: order }, (_, node) => node);
  const waits = new Uint8Array(order).fill(1);
  let [head, waiting] = [0, order];
  const near: number[] = [];
  const weightTo = new Float64Array(order);
  const isNear = new Uint8Array(order);
  let moved = false;
  while (waiting > 0) {
    const node = queue[head]!;
    head = (head + 1) % order;
    waiting--;
    waits[node] = 0;
    near.length = 0;
    let degree = 0;
    for (let row = starts[node]!; row < starts[node + 1]!; row++) {
      const group = belongs[neighbours[row]!]!;
      degree += weights[row]!;
      if (!isNear[group]) {
        isNear[group] = 1;
        weightTo[group] = 0;
        near.push(group);
      }
      weightTo[group]! += weights[row]!;
    }
    const own = belongs[node]!;
    const full = degree + (loops ? loops[node]! : 0);
    let best = own;
    let gain = (isNear[own] ? weightTo[own]! : 0) - (full * (totals[own]! - full)) / all;
    for (const group of near) {
      isNear[group] = 0;
      if (group === own) continue;
      const other = weightTo[group]! - (full * totals[group]!) / all;
      if (Math.abs(other - gain) < EQUAL ? best !== own && group > best : other > gain) [gain, best] = [other, group];
    }
    if (gain < 0) {
      if (counts[own] === 1) continue;
      best = unused.pop()!;
    }
    if (best === own) continue;
    moved = true;
    totals[own]! -= full;
    totals[best]! += full;
    belongs[node] = best;
    counts[best]!++;
    if (--counts[own]! === 0) unused.push(own);
    for (let row = starts[node]!; row < starts[node + 1]!; row++) {
      const neighbour = neighbours[row]!;
      if (belongs[neighbour] === best || waits[neighbour]) continue;
      waits[neighbour] = 1;
      queue[(head + waiting++) % order] = neighbour;
    }
  }
  return moved;
}

/** Each community becomes one node. Numbers communities in the order of their first member, in `level.belongs` too. */
function condense(level: Level): Level {
  const { starts, neighbours, weights, loops, all } = level;
  const totalsBefore = level.totals;
  const before = level.belongs.slice();
  const belongs = renumbered(level.belongs);
  const order = belongs.reduce((most, group) => Math.max(most, group), -1) + 1;
  level.belongs = belongs;
  const totals = new Float64Array(order);
  const ownLoops = new Float64Array(order);
  const members: number[][] = Array.from({ length: order }, () => []);
  belongs.forEach((group, node) => {
    members[group]!.push(node);
    totals[group] = totalsBefore[before[node]!]!;
    if (loops) ownLoops[group]! += loops[node]!;
  });
  const nextStarts = new Uint32Array(order + 1);
  const nextNeighbours: number[] = [];
  const nextWeights: number[] = [];
  const sum = new Float64Array(order);
  const isNear = new Uint8Array(order);
  for (let group = 0; group < order; group++) {
    const near: number[] = [];
    for (const node of members[group]!) {
      for (let row = starts[node]!; row < starts[node + 1]!; row++) {
        const other = belongs[neighbours[row]!]!;
        if (other === group) {
          ownLoops[group]! += weights[row]!;
          continue;
        }
        if (!isNear[other]) {
          isNear[other] = 1;
          sum[other] = 0;
          near.push(other);
        }
        sum[other]! += weights[row]!;
      }
    }
    near.sort((p, q) => p - q);
    for (const other of near) {
      isNear[other] = 0;
      nextNeighbours.push(other);
      nextWeights.push(sum[other]!);
    }
    nextStarts[group + 1] = nextNeighbours.length;
  }
  return {
    order,
    starts: nextStarts,
    neighbours: Uint32Array.from(nextNeighbours),
    weights: Float64Array.from(nextWeights),
    loops: ownLoops,
    belongs: Int32Array.from({ length: order }, (_, group) => group),
    counts: new Int32Array(order).fill(1),
    totals,
    unused: [],
    all,
  };
}

/** The same partition, numbered from 0 in the order of first appearance. */
function renumbered(partition: Int32Array): Int32Array {
  const numbers = new Map<number, number>();
  return partition.map((group) => {
    const known = numbers.get(group);
    if (known !== undefined) return known;
    numbers.set(group, numbers.size);
    return numbers.size - 1;
  });
}
