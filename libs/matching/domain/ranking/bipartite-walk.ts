import { toActors, toProjects, type Network } from './network';

/** Where a walk begins and to where it jumps back: actors, projects, or both; the two add up to 1 or less. */
export interface WalkStart {
  actors: Float64Array;
  projects?: Float64Array;
}

/**
 * A walk actor → project → actor: an actor goes to one of its projects in proportion to `projectWeights` (equal unless given), a
 * project to one of its actors; with probability `restart` the walk begins anew (Fouss et al. 2007; with restart 0 and two steps this is
 * P3 of Cooper et al. 2014). Gives the share of walks at each actor after so many steps.
 */
export function bipartiteWalk(
  network: Network,
  start: WalkStart,
  { restart, steps, projectWeights }: { restart: number; steps: number; projectWeights?: Float64Array },
): Float64Array {
  const weights = projectWeights ?? new Float64Array(network.projects.length).fill(1);
  const chances = toActors(network, weights).map((sum) => (sum > 0 ? 1 / sum : 0));
  let at = start.actors;
  for (let step = 0; step < steps; step++) {
    const leaving = toProjects(
      network,
      at.map((share, actor) => share * chances[actor]!),
    );
    const arriving = leaving.map((sum, project) => {
      const begun = restart * (start.projects?.[project] ?? 0);
      return ((1 - restart) * sum * weights[project]! + begun) / Math.max(1, network.sizes[project]!);
    });
    at = toActors(network, arriving).map((share, actor) => share + restart * start.actors[actor]!);
  }
  return at;
}

/** A walk's shares divided by projects^beta, so that who does little is not lost behind the busy (RP3β, Paudel et al. 2017). */
export function divideByDegree(shares: Float64Array, degrees: Float64Array, beta: number): Float64Array {
  return shares.map((share, actor) => share / Math.max(1, degrees[actor]!) ** beta);
}
