import type { Network } from './network';
import { newmanTies, tieStrengths } from './newman-ties';

/**
 * Personalised PageRank on the ties between actors (Page et al. 1999; Haveliwala 2002): where a walk is that follows ties by their
 * strength and jumps back to the start with probability `restart`, after so many steps. `from` adds up to 1 or is empty.
 */
export function personalisedPageRank(network: Network, from: Float64Array, { restart = 0.5, steps = 6 } = {}): Float64Array {
  const strengths = tieStrengths(network);
  let at = from;
  for (let step = 0; step < steps; step++) {
    const leaving = new Float64Array(at.length);
    for (let actor = 0; actor < at.length; actor++) if (strengths[actor]! > 0) leaving[actor] = at[actor]! / strengths[actor]!;
    at = newmanTies(network, leaving);
    for (let actor = 0; actor < at.length; actor++) at[actor] = (1 - restart) * at[actor]! + restart * from[actor]!;
  }
  return at;
}
