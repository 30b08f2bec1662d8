import type { Point } from './plane';

function turn(origin: Point, a: Point, b: Point): number {
  return (a.x - origin.x) * (b.y - origin.y) - (a.y - origin.y) * (b.x - origin.x);
}

/** The convex hull of some points, counter-clockwise in a system whose y points up (Andrew's monotone chain, 1979). */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((p, q) => p.x - q.x || p.y - q.y);
  if (sorted.length < 3) return sorted;
  const half = (ordered: Point[]) => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length >= 2 && turn(chain[chain.length - 2]!, chain[chain.length - 1]!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** How many points stand for the circle around each member: enough to look round. */
const CIRCLE = 20;

/**
 * The ground of a community: the convex hull of circles around its members, each as large as the mark and `padding`
 * together. Rounded corners follow by themselves. Empty for no members.
 */
export function paddedHull(members: readonly (Point & { radius: number })[], padding: number): Point[] {
  const rim = members.flatMap(({ x, y, radius }) =>
    Array.from({ length: CIRCLE }, (_, step) => {
      const angle = (step / CIRCLE) * 2 * Math.PI;
      const reach = radius + padding;
      return { x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) };
    }),
  );
  return convexHull(rim);
}
