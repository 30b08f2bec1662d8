import { betweenness, findCommunities, weightedGraph, type Community } from '@knotenpunkt/network/domain';
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
  /** The communities of the last snapshot. */
  communitiesBefore: Pick<Community, 'id' | 'parent' | 'level'>[];
}

export interface AnalysedNetwork {
  /** x, y an actor, 0 to 1000. */
  places: Float64Array;
  /** Id of the finest community an actor belongs to; empty for those in none. */
  community: string[];
  /** By level, then by id. */
  communities: Community[];
  /** How much an actor stands between others: 1 for who does so most in this network, 0 for who never does. */
  broker: Float32Array;
}

/** Communities by Louvain (Blondel et al. 2008), places by ForceAtlas2 (Jacomy et al. 2014), brokers by betweenness (Brandes 2001). The same input gives the same answer. */
export function analyse(network: NetworkToAnalyse): AnalysedNetwork {
  const { ids, strength, counted, communityBefore, communitiesBefore } = network;
  const graph = weightedGraph(
    ids.length,
    network,
    (tie) => strength[tie]!,
    (tie) => counted[tie] === 1 && strength[tie]! > 0,
  );
  const { community, communities } = findCommunities(ids, graph, { community: communityBefore, communities: communitiesBefore });
  return { community, communities, places: placesOf(network, community, communities), broker: ofTheMost(betweenness(graph).values) };
}

function ofTheMost(values: Float32Array): Float32Array {
  const most = values.reduce((found, value) => Math.max(found, value), 0);
  return most > 0 ? values.map((value) => value / most) : values;
}
