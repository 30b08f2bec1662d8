import type { WeightedGraph } from './weighted-graph';

/**
 * Gathers groups into at most `most` regions, as far as ties allow it: those that were one region before begin as one, then the
 * smallest joins, again and again, the one it has most ties to for that one's size. Gives regions as lists of places in `groups`,
 * largest first. What is tied to nobody stays alone.
 */
export function gather(
  graph: WeightedGraph,
  groups: readonly (readonly number[])[],
  regionBefore: readonly string[],
  most: number,
): number[][] {
  const alone = groups.map((_, at) => [at]);
  if (groups.length <= most) return alone;
  const regions = beginWith(graph, groups, regionBefore);
  const left = new Set(regions.filter(({ tied }) => tied.size > 0));
  while (left.size > most) {
    const region = smallestOf(left);
    const other = nearest(region);
    if (other) join(region, other);
    left.delete(region);
  }
  return regions
    .filter(({ groups: own }) => own.length > 0)
    .sort((p, q) => q.size - p.size || p.first - q.first)
    .map(({ groups: own }) => own.sort((p, q) => p - q));
}

interface Region {
  groups: number[];
  first: number;
  size: number;
  /** Weight of all ties that lead out of its groups. */
  open: number;
  tied: Map<Region, number>;
}

function beginWith(graph: WeightedGraph, groups: readonly (readonly number[])[], regionBefore: readonly string[]): Region[] {
  const byName = new Map<string, Region>();
  const regionOf = new Map<number, Region>();
  groups.forEach((members, at) => {
    const name = regionBefore[at] || `alone ${at}`;
    const region: Region = byName.get(name) ?? { groups: [], first: at, size: 0, open: 0, tied: new Map() };
    byName.set(name, region);
    region.groups.push(at);
    region.size += members.length;
    for (const node of members) regionOf.set(node, region);
  });
  for (const [node, region] of regionOf) {
    for (let row = graph.starts[node]!; row < graph.starts[node + 1]!; row++) {
      const other = regionOf.get(graph.neighbours[row]!);
      if (!other || other === region) continue;
      region.open += graph.weights[row]!;
      region.tied.set(other, (region.tied.get(other) ?? 0) + graph.weights[row]!);
    }
  }
  return [...byName.values()];
}

function smallestOf(regions: ReadonlySet<Region>): Region {
  return [...regions].reduce((found, region) => ((region.size - found.size || region.first - found.first) < 0 ? region : found));
}

function nearest(region: Region): Region | null {
  let [best, score]: [Region | null, number] = [null, -1];
  for (const [other, weight] of region.tied) {
    const own = weight / other.open;
    if (own > score || (own === score && other.first < best!.first)) [best, score] = [other, own];
  }
  return best;
}

/** Everything of `region` goes to `other`. */
function join(region: Region, other: Region): void {
  other.groups.push(...region.groups);
  other.first = Math.min(other.first, region.first);
  other.size += region.size;
  other.open += region.open - 2 * (region.tied.get(other) ?? 0);
  for (const [third, weight] of region.tied) {
    third.tied.delete(region);
    if (third === other) continue;
    third.tied.set(other, (third.tied.get(other) ?? 0) + weight);
    other.tied.set(third, (other.tied.get(third) ?? 0) + weight);
  }
  region.groups = [];
  region.tied.clear();
}
