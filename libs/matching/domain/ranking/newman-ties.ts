import { toActors, toProjects, type Network } from './network';

/**
 * Ties of the network times a vector: y_i = Σ_j w_ij x_j with w_ij = Σ worth/(size − 1) over the projects of both (Newman 2001,
 * "Scientific collaboration networks II"). The matrix of ties is never built; strengths of an actor add up to the worths of its projects of two or more.
 */
export function newmanTies(network: Network, vector: Float64Array): Float64Array {
  const shares = new Float64Array(network.sizes.length);
  for (let project = 0; project < shares.length; project++)
    if (network.sizes[project]! > 1) shares[project] = network.worths[project]! / (network.sizes[project]! - 1);
  const shared = toProjects(network, vector);
  for (let project = 0; project < shares.length; project++) shared[project]! *= shares[project]!;
  const own = toActors(network, shares);
  const ties = toActors(network, shared);
  for (let actor = 0; actor < ties.length; actor++) ties[actor] = Math.max(0, ties[actor]! - own[actor]! * vector[actor]!);
  return ties;
}

/** Strength of the ties of each actor: the worths of its projects of two or more. */
export function tieStrengths(network: Network): Float64Array {
  return toActors(
    network,
    network.sizes.map((size, project) => (size > 1 ? network.worths[project]! : 0)),
  );
}
