/** Longer no slice keeps the page from answering, unless a single step does. Milliseconds. */
const SLICE_MS = 12;

/** Lets the page answer before it goes on. */
export function others(): Promise<void> {
  return new Promise((go) => setTimeout(go, 0));
}

/** Does work that comes in steps, a slice at a time. `left`: it ends early, and gives nothing. */
export async function inSlices<Value>(work: Generator<unknown, Value>): Promise<Value>;
export async function inSlices<Value>(work: Generator<unknown, Value>, left: AbortSignal): Promise<Value | null>;
export async function inSlices<Value>(work: Generator<unknown, Value>, left?: AbortSignal): Promise<Value | null> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await others();
    if (left?.aborted) return null;
  }
}
