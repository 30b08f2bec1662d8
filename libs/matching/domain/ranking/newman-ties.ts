import { toActors, toProjects, type Network } from './network';

/**
 * Ties of the network times a vector: y_i = Σ_j w_ij x_j with w_ij = Σ 1/(size − 1) over the projects of both (Newman 2001,
 * "Scientific collaboration networks II"). The matrix of ties is never built; strengths of an actor add up to its projects of two or more.
 */
export function newmanTies(network: Network, vector: Float64Array): Float64Array {
  const shared = toProjects(network, vector);
  const shares = network.sizes.map((size) => (size > 1 ? 1 / (size - 1) : 0));
  const given = toActors(
    network,
    shared.map((sum, project) => sum * shares[project]!),
  );
  const own = toActors(network, shares);
  return given.map((sum, actor) => Math.max(0, sum - own[actor]! * vector[actor]!));
}

/** Strength of the ties of each actor: its projects of two or more. */
export function tieStrengths(network: Network): Float64Array {
  return toActors(
    network,
    network.sizes.map((size) => (size > 1 ? 1 : 0)),
  );
}
