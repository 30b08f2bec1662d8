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
  const sums = toActors(network, weights);
  let at = start.actors;
  // Plain loops: these are the hottest lines of a question, and `map` of typed arrays costs several times as much.
  for (let step = 0; step < steps; step++) {
    const leaving = new Float64Array(at.length);
    for (let actor = 0; actor < leaving.length; actor++) if (sums[actor]! > 0) leaving[actor] = at[actor]! / sums[actor]!;
    const arriving = toProjects(network, leaving);
    for (let project = 0; project < arriving.length; project++) {
      const begun = start.projects ? restart * start.projects[project]! : 0;
      arriving[project] = ((1 - restart) * arriving[project]! * weights[project]! + begun) / Math.max(1, network.sizes[project]!);
    }
    at = toActors(network, arriving);
    for (let actor = 0; actor < at.length; actor++) at[actor]! += restart * start.actors[actor]!;
  }
  return at;
}

/** A walk's shares divided by projects^beta, so that who does little is not lost behind the busy (RP3β, Paudel et al. 2017). */
export function divideByDegree(shares: Float64Array, degrees: Float64Array, beta: number): Float64Array {
  return shares.map((share, actor) => share / Math.max(1, degrees[actor]!) ** beta);
}
