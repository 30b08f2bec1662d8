import type { Point } from '@knotenpunkt/kernel';
import { short } from './chunks';
import { INK, type Shape } from './figure';
import type { TakenPattern } from './taken';

/** Lines across a mark, from -1 to 1. */
const LINES: Record<Exclude<TakenPattern, 'full' | 'hole'>, readonly (readonly [x1: number, y1: number, x2: number, y2: number])[]> = {
  bar: [[-0.9, 0, 0.9, 0]],
  upright: [[0, -0.9, 0, 0.9]],
  slash: [[-0.6, 0.6, 0.6, -0.6]],
  cross: [
    [-0.8, 0, 0.8, 0],
    [0, -0.8, 0, 0.8],
  ],
};
const WIDTH = 0.3;
const HOLE = 0.45;

/** What is left out of a mark, so that its class is told without its colour. */
export function patternShapes(pattern: TakenPattern, { x, y }: Point, radius: number): Shape[] {
  if (pattern === 'full') return [];
  if (pattern === 'hole') return [{ is: 'mark', kind: 'COMPANY', at: { x, y }, radius: HOLE * radius, fill: INK.ground, halo: 0 }];
  const at = (dx: number, dy: number) => `${short(x + dx * radius)} ${short(y + dy * radius)}`;
  const data = LINES[pattern].map(([x1, y1, x2, y2]) => `M${at(x1, y1)}L${at(x2, y2)}`).join('');
  return [{ is: 'lines', data, stroke: INK.ground, width: WIDTH * radius, dash: null, opacity: 1 }];
}
