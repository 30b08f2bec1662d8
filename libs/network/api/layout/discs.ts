import { pushApart, type Points } from './forces';

/** From so many on members are not pushed apart one from another but ranked by their distance from the middle. */
const RANKED_FROM = 1_500;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

export function middleOf({ x, y }: Points): { x: number; y: number } {
  let [sumX, sumY] = [0, 0];
  for (let at = 0; at < x.length; at++) [sumX, sumY] = [sumX + x[at]!, sumY + y[at]!];
  return { x: sumX / Math.max(1, x.length), y: sumY / Math.max(1, x.length) };
}

/** Brings points around their middle at 0, 0, as far out as the radius allows, none on another. */
export function intoDisc({ x, y }: Points, radius: number, apart: number): void {
  const order = x.length;
  const center = middleOf({ x, y });
  const distances = Float64Array.from(x, (_, at) => Math.hypot(x[at]! - center.x, y[at]! - center.y));
  if (order >= RANKED_FROM) {
    // Equal room for each: the root of the rank, so that no part of the disc is fuller than another.
    const ranks = Array.from(x.keys()).sort((p, q) => distances[p]! - distances[q]! || p - q);
    ranks.forEach((at, rank) => {
      const angle = rank < 1 ? 0 : Math.atan2(y[at]! - center.y, x[at]! - center.x) || rank * GOLDEN_ANGLE;
      const reach = radius * Math.sqrt((rank + 0.5) / order);
      [x[at], y[at]] = [Math.cos(angle) * reach, Math.sin(angle) * reach];
    });
    return;
  }
  const farthest = distances.reduce((most, each) => Math.max(most, each), 0) || 1;
  for (let at = 0; at < order; at++) {
    const [dx, dy] = order < 2 ? [0, 0] : [(x[at]! - center.x) / farthest, (y[at]! - center.y) / farthest];
    // The root draws those far out nearer, so that the middle is not left crowded.
    const far = Math.hypot(dx, dy);
    const reach = far > 0 ? far ** -0.35 * radius * 0.85 : 0;
    [x[at], y[at]] = [dx * reach, dy * reach];
  }
  pushApart({ x, y }, new Float64Array(order).fill(apart * 0.36), apart * 0.12, 200);
}

/** Brings groups to the distances their sizes need: close, and none on another. `width`: how far out before they are pushed apart. */
export function spread(points: Points, sizes: Float64Array, apart: number, width: number): void {
  const { x, y } = points;
  const order = x.length;
  if (order === 0) return;
  const area = sizes.reduce((sum, size) => sum + size * size, 0);
  const center = middleOf(points);
  const distances = Float64Array.from(x, (_, at) => Math.hypot(x[at]! - center.x, y[at]! - center.y));
  const far = Math.sqrt(distances.reduce((sum, each) => sum + each * each, 0) / order) || 1;
  const scale = (width * Math.sqrt(area)) / far;
  // Actors in no community stand at the edge, but not so far out that the rest becomes small.
  const out = distances.reduce((most, each, at) => (sizes[at]! > apart / 2 ? Math.max(most, each) : most), far);
  for (let at = 0; at < order; at++) {
    const cut = distances[at]! > out ? (out / distances[at]!) * scale : scale;
    [x[at], y[at]] = [(x[at]! - center.x) * cut, (y[at]! - center.y) * cut];
  }
  part(points, sizes, apart * 0.8);
}

/** Two discs that lie on each other share the way apart, until none do or it takes too long. */
function part({ x, y }: Points, sizes: Float64Array, gap: number): void {
  for (let step = 0, touched = true; touched && step < 400; step++) {
    touched = false;
    for (let p = 0; p < x.length; p++) {
      for (let q = p + 1; q < x.length; q++) {
        const [dx, dy, need] = [x[q]! - x[p]!, y[q]! - y[p]!, sizes[p]! + sizes[q]! + gap];
        if (Math.abs(dx) >= need || Math.abs(dy) >= need) continue;
        const distance = Math.hypot(dx, dy);
        if (distance >= need - 1e-6) continue;
        touched = true;
        // In the very same spot any direction is as good, but always the same one.
        const [ux, uy] = distance > 0 ? [dx / distance, dy / distance] : [Math.cos(q * GOLDEN_ANGLE), Math.sin(q * GOLDEN_ANGLE)];
        // The smaller one gives way.
        const share = ((need - distance) * sizes[q]!) / (sizes[p]! + sizes[q]!);
        x[p]! -= ux * share;
        y[p]! -= uy * share;
        x[q]! += ux * (need - distance - share);
        y[q]! += uy * (need - distance - share);
      }
    }
  }
}

/** Small discs in rings around a middle of this radius, each near the angle it would like; larger ones further in. Gives the outer radius. */
export function onRings(points: Points, sizes: ArrayLike<number>, angles: ArrayLike<number>, inner: number, margin: number): number {
  const order = Array.from(points.x.keys()).sort((p, q) => sizes[q]! - sizes[p]! || p - q);
  let radius = inner;
  for (let next = 0; next < order.length;) {
    const width = sizes[order[next]!]! + margin;
    const middle = radius + width;
    const ring: number[] = [];
    let room = 2 * Math.PI * middle;
    while (next < order.length && (ring.length === 0 || room >= 2 * (sizes[order[next]!]! + margin))) {
      room -= 2 * (sizes[order[next]!]! + margin);
      ring.push(order[next++]!);
    }
    ring.sort((p, q) => angles[p]! - angles[q]! || p - q);
    let turned = 0;
    for (const at of ring) {
      const half = (sizes[at]! + margin + room / ring.length / 2) / middle;
      turned += half;
      [points.x[at], points.y[at]] = [Math.cos(turned) * middle, Math.sin(turned) * middle];
      turned += half;
    }
    radius = middle + width;
  }
  return radius;
}
