/**
 * Work in steps is a generator: whoever does it can do something else in between, or leave it. A step of work that takes long tells how
 * far it is, 0 to 1.
 */

/** Does work in steps at once. */
export function atOnce<Value>(work: Generator<unknown, Value, void>): Value {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** A part of longer work: its steps tell how far the whole is, which this part brings from one share to another. */
export function* partOf<Value>(work: Generator<number, Value>, from: number, to: number): Generator<number, Value> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield from + step.value * (to - from);
  }
}
