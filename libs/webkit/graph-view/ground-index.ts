import type { WholeActors } from './ground-model';

/** Cells along the longer edge. */
const CELLS = 128;
/** So many are dealt with before giving way. */
const CHUNK = 60_000;

/** A rectangle by its corners, in the unit of places. */
export interface Corners {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Whom each actor is tied to and by which tie; where its own begin in both. */
interface Adjacency {
  offsets: Uint32Array;
  others: Uint32Array;
  numbers: Uint32Array;
}

/** Finds actors by place and the ties of each without looking at everything. Built once for a network, in slices. */
export class GroundIndex {
  private constructor(
    private readonly actors: WholeActors,
    private readonly origin: { x: number; y: number; edge: number },
    /** Where each cell's actors begin in `inCells`. */
    private readonly cells: Uint32Array,
    private readonly inCells: Uint32Array,
    private readonly adjacency: Adjacency,
  ) {}

  static *build(actors: WholeActors): Generator<undefined, GroundIndex> {
    const { x, y, ties } = actors;
    let [x1, y1, x2, y2] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = 0; at < x.length; at++) {
      if (Number.isNaN(x[at]!)) continue;
      x1 = Math.min(x1, x[at]!);
      y1 = Math.min(y1, y[at]!);
      x2 = Math.max(x2, x[at]!);
      y2 = Math.max(y2, y[at]!);
    }
    const origin = { x: x1 > x2 ? 0 : x1, y: x1 > x2 ? 0 : y1, edge: Math.max(x2 - x1, y2 - y1, 1e-6) / CELLS };
    const cellOf = (at: number) =>
      Math.min(CELLS - 1, Math.floor((y[at]! - origin.y) / origin.edge)) * CELLS +
      Math.min(CELLS - 1, Math.floor((x[at]! - origin.x) / origin.edge));
    const placed = Uint32Array.from(x.keys()).filter((at) => !Number.isNaN(x[at]!));
    const cells = new Uint32Array(CELLS * CELLS + 1);
    for (const at of placed) cells[cellOf(at) + 1]!++;
    for (let cell = 0; cell < CELLS * CELLS; cell++) cells[cell + 1]! += cells[cell]!;
    yield;
    const inCells = new Uint32Array(placed.length);
    const filled = cells.slice();
    for (const at of placed) inCells[filled[cellOf(at)]!++] = at;
    yield;
    const offsets = new Uint32Array(x.length + 1);
    for (let tie = 0; tie < ties.a.length; tie++) {
      offsets[ties.a[tie]! + 1]!++;
      offsets[ties.b[tie]! + 1]!++;
      if (tie % CHUNK === CHUNK - 1) yield;
    }
    for (let at = 0; at < x.length; at++) offsets[at + 1]! += offsets[at]!;
    const others = new Uint32Array(2 * ties.a.length);
    const numbers = new Uint32Array(2 * ties.a.length);
    const next = offsets.slice();
    for (let tie = 0; tie < ties.a.length; tie++) {
      const [a, b] = [ties.a[tie]!, ties.b[tie]!];
      numbers[next[a]!] = tie;
      numbers[next[b]!] = tie;
      others[next[a]!++] = b;
      others[next[b]!++] = a;
      if (tie % CHUNK === CHUNK - 1) yield;
    }
    return new GroundIndex(actors, origin, cells, inCells, { offsets, others, numbers });
  }

  /** The actors in a rectangle, in no order that means anything. */
  within({ x1, y1, x2, y2 }: Corners): number[] {
    const found: number[] = [];
    const { x, y } = this.actors;
    const { edge } = this.origin;
    const cellAt = (offset: number) => Math.min(CELLS - 1, Math.max(0, Math.floor(offset / edge)));
    const [left, right] = [cellAt(x1 - this.origin.x), cellAt(x2 - this.origin.x)];
    for (let row = cellAt(y1 - this.origin.y); row <= cellAt(y2 - this.origin.y); row++) {
      // Cells of one row lie beside each other.
      const end = this.cells[row * CELLS + right + 1]!;
      for (let place = this.cells[row * CELLS + left]!; place < end; place++) {
        const at = this.inCells[place]!;
        if (x[at]! >= x1 && x[at]! <= x2 && y[at]! >= y1 && y[at]! <= y2) found.push(at);
      }
    }
    return found;
  }

  /** The actor nearest to a place, not farther than `reach`; -1 for none. */
  nearest(x: number, y: number, reach: number): number {
    let [best, least] = [-1, reach];
    for (const at of this.within({ x1: x - reach, y1: y - reach, x2: x + reach, y2: y + reach })) {
      const distance = Math.hypot(this.actors.x[at]! - x, this.actors.y[at]! - y);
      if (distance < least || (distance === least && at < best)) [best, least] = [at, distance];
    }
    return best;
  }

  /** Whom an actor is tied to, and by which tie, in the same order. */
  tiesOf(actor: number): { others: Uint32Array; numbers: Uint32Array } {
    const { offsets, others, numbers } = this.adjacency;
    const [from, to] = [offsets[actor], offsets[actor + 1]];
    return { others: others.subarray(from, to), numbers: numbers.subarray(from, to) };
  }
}
