/** Cells of a square grid in the order of Hilbert's curve, on which neighbours are neighbours in the plane. */
export class FreeSpots {
  private readonly after: Int32Array;
  private readonly before: Int32Array;

  /** `open`: whether somebody may stand in a cell. */
  constructor(
    readonly side: number,
    open: (column: number, row: number) => boolean,
  ) {
    const cells = side * side;
    // One cell beyond each end, so that a search ends.
    this.after = Int32Array.from({ length: cells + 2 }, (_, at) => at);
    this.before = Int32Array.from(this.after);
    for (let at = 0; at < cells; at++) {
      const { column, row } = cellAt(at, side);
      if (!open(column, row)) this.close(at + 1);
    }
  }

  /** Takes the free cell that is nearest along the curve, and says which; null where none is left. In nearly constant time. */
  take(column: number, row: number): { column: number; row: number } | null {
    const wanted = placeOnCurve(column, row, this.side) + 1;
    const [later, earlier] = [find(this.after, wanted), find(this.before, wanted)];
    const isLater = later <= this.side * this.side;
    if (!isLater && earlier < 1) return null;
    const at = !isLater || (earlier >= 1 && wanted - earlier < later - wanted) ? earlier : later;
    this.close(at);
    return cellAt(at - 1, this.side);
  }

  private close(at: number): void {
    this.after[at] = at + 1;
    this.before[at] = at - 1;
  }
}

/** The first free place from here, with the way there shortened for who asks next. */
function find(next: Int32Array, from: number): number {
  let at = from;
  while (next[at] !== at) at = next[at] = next[next[at]!]!;
  return at;
}

/** Hilbert's curve, after the functions xy2d and d2xy of Wikipedia, "Hilbert curve". `side` is a power of two. */
function placeOnCurve(column: number, row: number, side: number): number {
  let [x, y, at] = [column, row, 0];
  for (let half = side / 2; half >= 1; half /= 2) {
    const right = Number((x & half) > 0);
    const down = Number((y & half) > 0);
    at += half * half * ((3 * right) ^ down);
    [x, y] = turned(side, x, y, right, down);
  }
  return at;
}

function cellAt(place: number, side: number): { column: number; row: number } {
  let [x, y, left] = [0, 0, place];
  for (let size = 1; size < side; size *= 2) {
    const right = 1 & (left >> 1);
    const down = 1 & (left ^ right);
    [x, y] = turned(size, x, y, right, down);
    x += size * right;
    y += size * down;
    left >>= 2;
  }
  return { column: x, row: y };
}

function turned(size: number, x: number, y: number, right: number, down: number): [number, number] {
  if (down) return [x, y];
  return right ? [size - 1 - y, size - 1 - x] : [y, x];
}
