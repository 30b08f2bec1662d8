import type { LocalDate } from '@knotenpunkt/kernel';

/** What is written beneath an arrangement; the words are added where it is shown. */
export type GroundLabel =
  | { is: 'kind'; kind: string }
  /** Null: no theme. */
  | { is: 'theme'; theme: string | null }
  | { is: 'count'; count: number }
  | { is: 'day'; day: LocalDate; unit: 'year' | 'month' }
  | { is: 'degrees'; axis: 'lon' | 'lat'; value: number }
  /** A town, or who made the outlines. */
  | { is: 'place' | 'attribution'; name: string }
  | { is: 'noPlace' | 'outside' | 'noTies'; count: number };

export interface GroundName {
  x: number;
  y: number;
  align: 'start' | 'middle' | 'end';
  label: GroundLabel;
  /** `title`: of a ring, row or column. `note`: a number, a degree, a date. */
  tone: 'title' | 'note';
  /** What finds no room here is broken, shortened or left out. */
  room?: { width: number; height: number };
  /** Degrees that the line is turned, against the clock. */
  turn?: number;
  /** The name follows the top of a circle around this place; its `x` and `y` lie there. At most so many degrees wide. */
  around?: { x: number; y: number; radius: number; degrees: number };
}

export interface GroundLine {
  points: readonly (readonly [x: number, y: number])[];
  /** `border` and `district`: outlines of towns and of their parts. */
  tone: 'quiet' | 'frame' | 'border' | 'district';
}

/** Whether a line is drawn clearly, where there are two ways only. */
export function isStrong(tone: GroundLine['tone']): boolean {
  return tone === 'frame' || tone === 'border';
}

/** What is drawn beneath an arrangement, in the unit of its places. */
export interface GroundDrawing {
  circles: readonly { x: number; y: number; radius: number }[];
  lines: readonly GroundLine[];
  names: readonly GroundName[];
}

/** Where everybody stands, in the order of the columns, and what lies beneath. */
export interface Arranged {
  x: Float32Array;
  y: Float32Array;
  /** No two stand nearer to each other. */
  spacing: number;
  /** All of it, names included. */
  extent: { x: number; y: number; width: number; height: number };
  ground: GroundDrawing;
}

/** Marks need not stand further apart. */
export const WIDEST = 60;

/** The largest spacing with which all of it fits, by halving; what fits with one spacing fits with every smaller one. */
export function widestSpacing(fits: (spacing: number) => boolean, widest = WIDEST): number {
  if (fits(widest)) return widest;
  let [small, large] = [0, widest];
  for (let step = 0; step < 26; step++) {
    const middle = (small + large) / 2;
    if (middle > 0 && fits(middle)) small = middle;
    else large = middle;
  }
  return small;
}

export function rectangle(x: number, y: number, width: number, height: number, tone: GroundLine['tone']): GroundLine {
  return {
    tone,
    points: [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
      [x, y],
    ],
  };
}

/** The places of the actors, by a key of each and then in the order of `compare`. Keys from 0. */
export function gathered(keys: ArrayLike<number>, keyCount: number, compare: (one: number, other: number) => number): number[][] {
  const groups: number[][] = Array.from({ length: keyCount }, () => []);
  for (let place = 0; place < keys.length; place++) groups[keys[place]!]!.push(place);
  for (const group of groups) group.sort(compare);
  return groups;
}

/** Those with most ties first, then by id. */
export function byTies({ degree, ids }: { degree: Uint32Array; ids: readonly string[] }): (one: number, other: number) => number {
  return (one, other) => degree[other]! - degree[one]! || (ids[one]! < ids[other]! ? -1 : 1);
}
