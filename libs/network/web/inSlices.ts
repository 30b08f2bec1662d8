/** Longer no slice keeps the page from answering, unless a single step does. Milliseconds. */
const SLICE_MS = 12;

/** Lets the page answer before it goes on. By a message and not by a timer: those of a page in the background come once a second. */
function others(): Promise<void> {
  return new Promise((go) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      go();
    };
    port2.postMessage(null);
  });
}

/** Who waits for work: is told how far it is, 0 to 1, and may leave. */
export interface Waiting {
  tell: (share: number) => void;
  left: AbortSignal;
}

/** Does work that comes in steps, a slice at a time; null when it was left. */
export async function inSlices<Value>(work: Generator<unknown, Value>): Promise<Value>;
export async function inSlices<Value>(work: Generator<number, Value>, waiting: Waiting): Promise<Value | null>;
export async function inSlices<Value>(work: Generator<unknown, Value>, waiting?: Waiting): Promise<Value | null> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    let share: unknown;
    do {
      const step = work.next();
      if (step.done) return step.value;
      share = step.value;
    } while (performance.now() < until);
    waiting?.tell(share as number);
    await others();
    if (waiting?.left.aborted) return null;
  }
}
