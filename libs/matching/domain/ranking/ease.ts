import { toActors, toProjects, type Network } from './network';

/** Of the residual beside what is wanted. The divisors need less: their error is the square of it. */
const TOLERANCE = 1e-4;
const TOLERANCE_OF_DIVISORS = 1e-3;
const MOST_STEPS = 200;

/**
 * EASE (Steck 2019, "Embarrassingly shallow autoencoders") with few projects and many actors: the inverse of actors × actors is had from
 * K = (BBᵀ + λI)⁻¹, B = projects × actors, by the identity of Woodbury. The score of actor j for a set of past projects o is
 * (o K B)_j / (1 − b_jᵀ K b_j); the divisor takes out what an actor says about itself.
 */
export interface Ease {
  lambda: number;
  divisors: Float64Array;
}

export function ease(network: Network, lambda: number): Ease {
  const leverage = new Float64Array(network.actors.length);
  const { start, at } = network.projectsOf;
  const unit = new Float64Array(network.projects.length);
  for (let project = 0; project < network.projects.length; project++) {
    unit[project] = 1;
    const column = solved(network, lambda, unit, TOLERANCE_OF_DIVISORS);
    unit[project] = 0;
    for (let place = network.members.start[project]!; place < network.members.start[project + 1]!; place++) {
      const actor = network.members.at[place]!;
      for (let entry = start[actor]!; entry < start[actor + 1]!; entry++) leverage[actor]! += column[at[entry]!]!;
    }
  }
  return { lambda, divisors: leverage.map((share) => Math.max(1e-6, 1 - share)) };
}

/** Scores of all actors for the weights of past projects. */
export function easeScores(network: Network, { lambda, divisors }: Ease, projectWeights: Float64Array): Float64Array {
  return toActors(network, solved(network, lambda, projectWeights)).map((sum, actor) => sum / divisors[actor]!);
}

/** x with (BBᵀ + λI) x = wanted, by conjugate gradients (Hestenes & Stiefel 1952). */
function solved(network: Network, lambda: number, wanted: Float64Array, tolerance = TOLERANCE): Float64Array {
  const solution = new Float64Array(wanted.length);
  const rest = wanted.slice();
  const direction = wanted.slice();
  let length = squared(rest);
  const enough = tolerance * tolerance * length;
  for (let step = 0; step < MOST_STEPS && length > enough; step++) {
    const image = toProjects(network, toActors(network, direction));
    let along = 0;
    for (let at = 0; at < image.length; at++) along += (image[at]! += lambda * direction[at]!) * direction[at]!;
    const stride = length / along;
    for (let at = 0; at < image.length; at++) {
      solution[at]! += stride * direction[at]!;
      rest[at]! -= stride * image[at]!;
    }
    const before = length;
    length = squared(rest);
    for (let at = 0; at < image.length; at++) direction[at] = rest[at]! + (length / before) * direction[at]!;
  }
  return solution;
}

function squared(vector: Float64Array): number {
  let sum = 0;
  for (const value of vector) sum += value * value;
  return sum;
}
