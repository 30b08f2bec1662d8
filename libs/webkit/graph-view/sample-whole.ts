import type { WholeActors } from './ground-model';

/** A small whole for tests: actors at places, in regions, tied in pairs. */
export function wholeOf(
  places: readonly (readonly [x: number, y: number, region?: number])[],
  pairs: readonly (readonly [number, number])[] = [],
): WholeActors {
  const degree = new Uint32Array(places.length);
  for (const pair of pairs) for (const end of pair) degree[end]!++;
  return {
    ids: places.map((_, at) => `actor ${at}`),
    labels: places.map((_, at) => `Actor ${at}`),
    kinds: ['COMPANY'],
    kind: new Uint8Array(places.length),
    x: Float32Array.from(places, ([x]) => x),
    y: Float32Array.from(places, ([, y]) => y),
    degree,
    region: Int32Array.from(places, ([, , region]) => region ?? -1),
    ties: { a: Uint32Array.from(pairs, ([a]) => a), b: Uint32Array.from(pairs, ([, b]) => b) },
  };
}

/** The result of work that gives way in between. */
export function resultOf<Value>(work: Generator<unknown, Value>): Value {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
