import { atOnce } from '../steps';
import type { Point, Rect } from './plane';

/** A way to write a label: in one line or in two. */
export interface LabelShape {
  lines: string[];
  width: number;
  height: number;
}

/** A label that wants a place. Requests are served in the order given: the important ones first. */
export interface LabelRequest {
  id: string;
  /** Ways to write it, the preferred one first. */
  shapes: LabelShape[];
  /** What it names: a mark, the ground of a community (its corners; written outside), or a region (written inside). */
  around:
    | { kind: 'mark'; center: Point; radius: number }
    | { kind: 'ground'; outline: readonly Point[] }
    | { kind: 'region'; center: Point; radius: number };
}

export interface PlacedLabel {
  id: string;
  lines: string[];
  box: Rect;
  align: 'start' | 'center' | 'end';
}

/** Distance between a mark and its name, and how far the name may go to find room. Pixels. */
export const NEAREST = 5;
export const FARTHEST = 26;
const DISTANCES = [NEAREST, 12, 19, FARTHEST];

/** Names keep this distance from each other and from the edge. */
const AIR = 2;

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Finds what lies near a box without looking at everything: boxes are kept by the cells they touch. */
class Plane {
  private readonly cells = new Map<string, Rect[]>();
  private static readonly CELL = 64;

  private keysOf({ x, y, width, height }: Rect): string[] {
    const keys: string[] = [];
    const last = { column: Math.floor((x + width) / Plane.CELL), row: Math.floor((y + height) / Plane.CELL) };
    for (let column = Math.floor(x / Plane.CELL); column <= last.column; column++)
      for (let row = Math.floor(y / Plane.CELL); row <= last.row; row++) keys.push(`${column} ${row}`);
    return keys;
  }

  add(box: Rect): void {
    for (const key of this.keysOf(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  isFree(box: Rect): boolean {
    return this.keysOf(box).every((key) => !this.cells.get(key)?.some((other) => overlap(box, other)));
  }
}

interface Candidate {
  box: Rect;
  align: PlacedLabel['align'];
}

/** Eight places around a mark: beside it first, then above and below, then the corners. */
function aroundMark({ x, y }: Point, radius: number, { width, height }: LabelShape, distance: number): Candidate[] {
  const reach = radius + distance;
  const corner = reach * Math.SQRT1_2;
  const box = (left: number, top: number): Rect => ({ x: left, y: top, width, height });
  return [
    { box: box(x + reach, y - height / 2), align: 'start' },
    { box: box(x - reach - width, y - height / 2), align: 'end' },
    { box: box(x - width / 2, y + reach), align: 'center' },
    { box: box(x - width / 2, y - reach - height), align: 'center' },
    { box: box(x + corner, y + corner), align: 'start' },
    { box: box(x - corner - width, y + corner), align: 'end' },
    { box: box(x + corner, y - corner - height), align: 'start' },
    { box: box(x - corner - width, y - corner - height), align: 'end' },
  ];
}

/** Places outside a ground: above it first, then below, then beside. */
function aroundGround(outline: readonly Point[], { width, height }: LabelShape, distance: number): Candidate[] {
  const xs = outline.map(({ x }) => x);
  const ys = outline.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const peak = outline[ys.indexOf(top)]!.x;
  const foot = outline[ys.indexOf(bottom)]!.x;
  const middle = (left + right) / 2;
  const box = (x: number, y: number): Rect => ({ x: x - width / 2, y, width, height });
  const row = (y: number, tip: number) =>
    [tip, middle, tip + width / 3, tip - width / 3, left + width / 2, right - width / 2].map((x): Candidate => ({
      box: box(x, y),
      align: 'center',
    }));
  return [
    ...row(top - distance - height, peak),
    ...row(bottom + distance, foot),
    { box: { x: right + distance, y: (top + bottom - height) / 2, width, height }, align: 'start' },
    { box: { x: left - distance - width, y: (top + bottom - height) / 2, width, height }, align: 'end' },
  ];
}

/** Places within a region: its middle first, then farther and farther out, rather above and below than beside; at last outside. */
function insideRegion({ x, y }: Point, radius: number, { width, height }: LabelShape, distance: number): Candidate[] {
  const reach = (0.85 * radius * DISTANCES.indexOf(distance)) / (DISTANCES.length - 2);
  const steps = reach === 0 ? 1 : distance === FARTHEST ? 2 : 12;
  return Array.from({ length: steps }, (_, step): Candidate => {
    const angle = (step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2) * ((2 * Math.PI) / steps) - Math.PI / 2;
    const [left, top] = [x + reach * 0.7 * Math.cos(angle) - width / 2, y + reach * Math.sin(angle) - height / 2];
    return { box: { x: left, y: top, width, height }, align: 'center' };
  });
}

/**
 * Places labels so that none covers another, an obstacle (a mark) or the edge of `bounds`. What finds no free place is
 * left out. Pure: the same requests give the same places.
 */
export function placeLabels(requests: readonly LabelRequest[], obstacles: readonly Rect[], bounds: Rect): PlacedLabel[] {
  return atOnce(placeLabelsInSteps(requests, obstacles, bounds));
}

/** The same, label by label. */
export function* placeLabelsInSteps(
  requests: readonly LabelRequest[],
  obstacles: readonly Rect[],
  bounds: Rect,
): Generator<number, PlacedLabel[]> {
  const taken = new Plane();
  for (const obstacle of obstacles) taken.add(obstacle);
  const inside = ({ x, y, width, height }: Rect) =>
    x >= bounds.x + AIR &&
    y >= bounds.y + AIR &&
    x + width <= bounds.x + bounds.width - AIR &&
    y + height <= bounds.y + bounds.height - AIR;

  const placed: PlacedLabel[] = [];
  for (const [at, { id, shapes, around }] of requests.entries()) {
    yield at / requests.length;
    const found = firstFree();
    if (!found) continue;
    placed.push(found);
    const { x, y, width, height } = found.box;
    taken.add({ x: x - AIR, y: y - AIR, width: width + 2 * AIR, height: height + 2 * AIR });

    function firstFree(): PlacedLabel | null {
      for (const distance of DISTANCES) {
        for (const shape of shapes) {
          const candidates =
            around.kind === 'mark'
              ? aroundMark(around.center, around.radius, shape, distance)
              : around.kind === 'ground'
                ? aroundGround(around.outline, shape, distance)
                : insideRegion(around.center, around.radius, shape, distance);
          for (const { box, align } of candidates) {
            if (inside(box) && taken.isFree(box)) return { id, lines: shape.lines, box, align };
          }
        }
      }
      return null;
    }
  }
  return placed;
}

/** A name longer than this many pixels is broken into two lines if it has where to break. */
const LONG = 116;

/** The ways to write a name: one line, and for a long name two of about equal length, preferred then. */
export function shapesOf(text: string, lineHeight: number, measure: (text: string) => number): LabelShape[] {
  const one: LabelShape = { lines: [text], width: measure(text), height: lineHeight };
  if (one.width <= LONG) return [one];
  let best: LabelShape | null = null;
  // After a space or a hyphen inside a word; "e. V." stays together.
  for (const match of text.matchAll(/ (?!V\.)|(?<=\p{L})-(?=\p{L})/gu)) {
    const cut = match.index + 1;
    const lines = [text.slice(0, cut).trimEnd(), text.slice(cut)];
    const width = Math.max(...lines.map(measure));
    if (!best || width < best.width) best = { lines, width, height: 2 * lineHeight };
  }
  return best && best.width < one.width * 0.8 ? [best, one] : [one];
}
