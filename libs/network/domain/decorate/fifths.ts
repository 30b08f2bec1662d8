/** A class of values, with the least and the largest that are in it. */
export interface Step {
  from: number;
  to: number;
}

const STEPS = 5;

/**
 * Parts values into at most five classes of about as many members, from the least. Equal values are never parted, so there may be
 * fewer. `of`: the class of each value; the number of classes for those that do not count.
 */
export function fifths(values: Float64Array, counts: (value: number) => boolean): { steps: Step[]; of: Uint8Array } {
  const sorted = values.filter((value) => counts(value)).sort();
  const tops: number[] = [];
  for (let at = 1; at <= STEPS && sorted.length > 0; at++) {
    const top = sorted[Math.max(0, Math.ceil((at * sorted.length) / STEPS) - 1)]!;
    if (top !== tops.at(-1)) tops.push(top);
  }
  const steps: Step[] = [];
  let place = 0;
  for (const top of tops) {
    steps.push({ from: sorted[place]!, to: top });
    while (place < sorted.length && sorted[place]! <= top) place++;
  }
  const of = Uint8Array.from(values, (value) => (counts(value) ? tops.findIndex((top) => value <= top) : tops.length));
  return { steps, of };
}
