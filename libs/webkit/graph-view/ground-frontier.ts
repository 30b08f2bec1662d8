import type { NetworkBundle, NetworkRegion } from './ground-model';

/** Which regions are open at a scale, and what stands for those that are not to be seen by themselves. */
export interface Frontier {
  /** Regions drawn as one. */
  closed: number[];
  /** Regions within which one sees their parts or their actors. */
  opened: number[];
  /** For each region the closed one that stands for its actors; -1 where they stand for themselves. */
  standsFor: Int32Array;
}

/** A region with parts opens once its radius is so many pixels. */
const OPENS_AT = 120;
/** A region of actors opens once each of them has so much room, in square pixels. */
const ROOM = 80;

/** Opens regions level by level: the larger they are on the screen, the more is seen of them. `scale`: pixels to a unit. */
export function frontierOf(regions: readonly NetworkRegion[], scale: number): Frontier {
  const hasParts = new Uint8Array(regions.length);
  for (const { parent } of regions) if (parent >= 0) hasParts[parent] = 1;
  const isOpen = regions.map(({ radius, size }, at) => {
    const onScreen = radius * scale;
    return hasParts[at] === 1 ? onScreen >= OPENS_AT : (Math.PI * onScreen ** 2) / Math.max(1, size) >= ROOM;
  });
  const standsFor = new Int32Array(regions.length).fill(-1);
  const closed: number[] = [];
  const opened: number[] = [];
  regions.forEach((_, at) => {
    // The outermost closed region stands for everything inside.
    let outermost = -1;
    for (let up = at; up >= 0; up = regions[up]!.parent) if (!isOpen[up]) outermost = up;
    standsFor[at] = outermost;
    if (outermost === at) closed.push(at);
    else if (outermost < 0) opened.push(at);
  });
  return { closed, opened, standsFor };
}

/** The scale from which a region is open. */
export function opensAt(regions: readonly NetworkRegion[], at: number): number {
  const { radius, size } = regions[at]!;
  const reach = Math.max(radius, 1e-6);
  if (regions.some(({ parent }) => parent === at)) return OPENS_AT / reach;
  return Math.sqrt((ROOM * Math.max(1, size)) / Math.PI) / reach;
}

/**
 * Ties between closed regions; the strongest `most` of them, strongest first. Where a pair was counted as such, that is the number;
 * else those of their parts are summed up.
 */
export function bundlesAt({ standsFor }: Frontier, bundles: readonly NetworkBundle[], most: number): NetworkBundle[] {
  const size = standsFor.length;
  const sums = new Map<number, number>();
  const counted = new Map<number, number>();
  for (const { a, b, count } of bundles) {
    const [p, q] = [standsFor[a]!, standsFor[b]!];
    if (p < 0 || q < 0 || p === q) continue;
    const key = p < q ? p * size + q : q * size + p;
    if (p === a && q === b) counted.set(key, count);
    else sums.set(key, (sums.get(key) ?? 0) + count);
  }
  for (const [key, count] of counted) sums.set(key, count);
  return Array.from(sums, ([key, count]) => ({ a: Math.floor(key / size), b: key % size, count }))
    .sort((p, q) => q.count - p.count || p.a - q.a || p.b - q.b)
    .slice(0, most);
}
