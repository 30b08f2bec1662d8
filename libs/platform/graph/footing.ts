import type { Adjacency } from './adjacency';

/** How strongly somebody takes part, and how that fades: numbers of the adjacency, days since 1970-01-01. */
export interface Part {
  weight: number;
  halfLife: number;
  until: number;
  confirmed: number;
}

/** Whatever a tie ever came from: two participations that ran at the same time, a membership, or a declaration. */
export interface Footing {
  /** Of what comes from the same thing only the best counts on a day; what comes from different things adds up. */
  source: number;
  grade: number;
  since: number;
  until: number;
  /** Of both ends; the same twice where one fact ties two. The weaker counts. */
  parts: readonly [Part, Part];
  /** On which days others joined the two, in order (`ALWAYS`: they were there before any two were): so many more share the strength. */
  latecomers: Int32Array;
}

/** Before every day. */
export const ALWAYS = -0x80000000;

/** One fact ties two alone. */
export const ALONE = new Int32Array();

/** How participations fade, read once each: many ties come from one. */
export class Parts {
  private readonly known = new Map<number, Part>();

  constructor(private readonly adjacency: Adjacency) {}

  of(row: number): Part {
    const known = this.known.get(row);
    if (known) return known;
    const { weight, halfLife, until, confirmed } = this.adjacency.edge.at;
    const part = { weight: weight[row]!, halfLife: halfLife[row]!, until: until[row]!, confirmed: confirmed[row]! };
    this.known.set(row, part);
    return part;
  }
}

/** Who came after the first two, from the days on which each actor of a group first took part. */
export function latecomersAmong(firstDays: Int32Array): Int32Array {
  const inOrder = firstDays.toSorted();
  return inOrder.slice(2).map((day) => (day <= inOrder[1]! ? ALWAYS : day));
}
