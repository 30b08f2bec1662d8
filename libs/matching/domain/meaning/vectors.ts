/** A direction in the space of a sentence model. */
export type Vector = Float32Array;

/** Σ a·b; the cosine when both have length 1. */
export function innerProduct(a: Vector, b: Vector): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

/** The vector at length 1; a vector of zeros stays as it is. */
export function atLengthOne(vector: Vector): Vector {
  const length = Math.sqrt(innerProduct(vector, vector));
  return length === 0 ? vector : vector.map((value) => value / length);
}

/** The mean of vectors of one width; there is at least one. */
export function meanVector(vectors: readonly Vector[]): Vector {
  const mean = new Float32Array(vectors[0]!.length);
  for (const vector of vectors) for (let at = 0; at < mean.length; at++) mean[at]! += vector[at]! / vectors.length;
  return mean;
}
