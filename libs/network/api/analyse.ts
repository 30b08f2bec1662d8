import Graph from 'graphology';
import louvain from 'graphology-communities-louvain';
import { keepCommunityIds, steadyRandom } from '@knotenpunkt/network/domain';
import { placesOf } from './places';

/** The public network of a region as it is handed to the worker: columns, ties as places in `ids`. */
export interface NetworkToAnalyse {
  ids: string[];
  a: Uint32Array;
  b: Uint32Array;
  strength: Float64Array;
  /** 1 for ties that count for communities. */
  counted: Uint8Array;
  /** x, y an actor from the last snapshot; NaN for who is new. */
  before: Float64Array;
  /** Community of the last snapshot; empty for none. */
  communityBefore: string[];
}

export interface AnalysedNetwork {
  /** x, y an actor, 0 to 1000. */
  places: Float64Array;
  /** Id of the community an actor belongs to; empty for those in none. */
  community: string[];
}

/** Fewer members are no community. */
const SMALLEST_COMMUNITY = 3;

/** Communities by Louvain (Blondel et al. 2008), places by ForceAtlas2 (Jacomy et al. 2014). The same input gives the same answer. */
export function analyse(network: NetworkToAnalyse): AnalysedNetwork {
  const community = communitiesOf(network);
  return { community, places: placesOf(network, community) };
}

function communitiesOf({ ids, a, b, strength, counted, communityBefore }: NetworkToAnalyse): string[] {
  const graph = new Graph({ type: 'undirected' });
  ids.forEach((_, at) => graph.addNode(at));
  a.forEach((from, at) => {
    if (counted[at] && strength[at]! > 0) graph.mergeEdge(from, b[at]!, { weight: strength[at] });
  });
  if (graph.size === 0) return ids.map(() => '');
  const found = louvain(graph, { getEdgeWeight: 'weight', rng: steadyRandom('communities'), randomWalk: false });
  const members = new Map<number, string[]>();
  ids.forEach((id, at) => members.set(found[at]!, [...(members.get(found[at]!) ?? []), id]));
  const groups = [...members.values()]
    .filter(({ length }) => length >= SMALLEST_COMMUNITY)
    .sort((p, q) => q.length - p.length || (p[0]! < q[0]! ? -1 : 1));
  const before = new Map<string, string[]>();
  communityBefore.forEach((id, at) => id && before.set(id, [...(before.get(id) ?? []), ids[at]!]));
  const names = keepCommunityIds(
    Array.from(before, ([id, them]) => ({ id, members: them })),
    groups,
  );
  const communityOf = new Map(groups.flatMap((group, at) => group.map((id) => [id, names[at]!] as const)));
  return ids.map((id) => communityOf.get(id) ?? '');
}
