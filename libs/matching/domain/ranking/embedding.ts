import { randomFrom } from '../learning/random';
import { toActors, toProjects, type Network } from './network';

const ROUNDS = 6;

/** Actors as points: dimension d of actor a at `points[d][a]`, and their lengths. */
export interface Embedding {
  points: readonly Float64Array[];
  lengths: Float64Array;
}

/**
 * The leading singular vectors of D_a^-½ B D_p^-½ (actors × projects, both scaled by degree as in spectral co-clustering, Dhillon 2001), times
 * their singular values; by subspace iteration from a fixed random start (Halko, Martinsson & Tropp 2011).
 */
export function embedding(network: Network, dimensions: number): Embedding {
  const { projects, sizes, degrees } = network;
  const next = randomFrom(1);
  const width = Math.min(dimensions, projects.length);
  let basis: Float64Array[] = Array.from({ length: width }, () => Float64Array.from(projects, () => next() - 0.5));
  const byProject = sizes.map((size) => 1 / Math.sqrt(Math.max(1, size)));
  const byActor = degrees.map((degree) => 1 / Math.sqrt(Math.max(1, degree)));
  const left = (vector: Float64Array) => scaled(toActors(network, scaled(vector, byProject)), byActor);
  const right = (vector: Float64Array) => scaled(toProjects(network, scaled(vector, byActor)), byProject);
  for (let round = 0; round < ROUNDS; round++) basis = orthonormal(basis.map((vector) => right(left(vector))));
  const points = basis.map(left);
  const lengths = Float64Array.from(network.actors, (_, actor) => Math.sqrt(points.reduce((sum, point) => sum + point[actor]! ** 2, 0)));
  return { points, lengths };
}

/** For each actor the inner product with the mean of the seeds, and its cosine. */
export function nearness({ points, lengths }: Embedding, from: Float64Array): { products: Float64Array; cosines: Float64Array } {
  const seeds = [...from.keys()].filter((actor) => from[actor] !== 0);
  const products = new Float64Array(from.length);
  let squares = 0;
  for (const point of points) {
    const place = seeds.reduce((sum, seed) => sum + from[seed]! * point[seed]!, 0);
    squares += place * place;
    if (place !== 0) for (let actor = 0; actor < products.length; actor++) products[actor]! += place * point[actor]!;
  }
  const length = Math.sqrt(squares) || 1;
  return { products, cosines: products.map((product, actor) => product / length / (lengths[actor] || 1)) };
}

function scaled(vector: Float64Array, by: Float64Array): Float64Array {
  return vector.map((value, at) => value * by[at]!);
}

/** Modified Gram–Schmidt; a vector that adds no direction becomes zero. */
function orthonormal(vectors: readonly Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const vector of vectors) {
    const rest = vector.slice();
    const before = Math.sqrt(dot(rest, rest));
    for (const other of done) {
      const along = dot(rest, other);
      for (let at = 0; at < rest.length; at++) rest[at]! -= along * other[at]!;
    }
    const length = Math.sqrt(dot(rest, rest));
    done.push(length > 1e-9 * before ? rest.map((value) => value / length) : new Float64Array(rest.length));
  }
  return done;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}
