import type { NetworkNode, Point } from './model';

/** Longer edge of the picture in its own coordinates. */
const EXTENT = 1000;

/** How places become coordinates of the picture: shifted, then scaled. */
export interface Frame {
  left: number;
  top: number;
  scale: number;
}

/** Places are coordinates already. */
export const AS_IT_IS: Frame = { left: 0, top: 0, scale: 1 };

/** Brings the server's places to the extent of the picture; their proportions stay. */
export function frameOf(nodes: readonly NetworkNode[]): Frame {
  if (nodes.length === 0) return AS_IT_IS;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of nodes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { left, top, scale: EXTENT / (Math.max(right - left, bottom - top) || 1) };
}

export function intoFrame({ x, y }: Point, { left, top, scale }: Frame): Point {
  return { x: (x - left) * scale, y: (y - top) * scale };
}

export function outOfFrame({ x, y }: Point, { left, top, scale }: Frame): Point {
  return { x: x / scale + left, y: y / scale + top };
}
