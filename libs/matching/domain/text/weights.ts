/** A sparse vector: what is not in it is zero. */
export type Weights = ReadonlyMap<string, number>;

/** Adds `by` to one weight. */
export function addWeight(weights: Map<string, number>, key: string, by: number): void {
  weights.set(key, (weights.get(key) ?? 0) + by);
}

/** The sum of several vectors, each times its factor. */
export function sumOf(...summands: [weights: Weights, factor: number][]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const [weights, factor] of summands) for (const [key, weight] of weights) addWeight(sum, key, weight * factor);
  return sum;
}

/** Σ of all weights. */
export function totalOf(weights: Weights): number {
  let total = 0;
  for (const weight of weights.values()) total += weight;
  return total;
}

/** The vector at length 1; an empty one stays empty. */
export function normalised(weights: Weights): Map<string, number> {
  let squares = 0;
  for (const weight of weights.values()) squares += weight * weight;
  const length = Math.sqrt(squares);
  return new Map([...weights].map(([key, weight]) => [key, length === 0 ? 0 : weight / length]));
}

/** Σ a·b; the cosine when both have length 1. */
export function dotProduct(a: Weights, b: Weights): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let product = 0;
  for (const [key, weight] of small) product += weight * (large.get(key) ?? 0);
  return product;
}
