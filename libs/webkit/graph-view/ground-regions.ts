import type { NetworkBundle, NetworkRegion, NetworkWhole, WholeActors } from './ground-model';
import { convexHull } from '@knotenpunkt/kernel';
import type { Point } from './model';

/** Actors spread evenly over a disc have this ratio of its radius to the root of their mean squared distance. */
const EVEN = Math.SQRT2;

/**
 * Communities as regions, where nobody has sent them: their middle and radius from the places of their members, and the
 * ties between those that have no parts. `actors.region` says who belongs to which.
 */
export function regionsOf(
  communities: readonly Pick<NetworkRegion, 'id' | 'name' | 'parent'>[],
  actors: WholeActors,
): Pick<NetworkWhole, 'regions' | 'bundles'> {
  const { x, y, region, ties } = actors;
  const [size, sumX, sumY, squares] = Array.from({ length: 4 }, () => new Float64Array(communities.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let actor = 0; actor < region.length; actor++) {
    if (Number.isNaN(x[actor]!)) continue;
    for (let at = region[actor]!; at >= 0; at = communities[at]!.parent) {
      size[at]!++;
      sumX[at]! += x[actor]!;
      sumY[at]! += y[actor]!;
      squares[at]! += x[actor]! ** 2 + y[actor]! ** 2;
    }
  }
  const regions = communities.map((community, at): NetworkRegion => {
    const count = Math.max(1, size[at]!);
    const [middleX, middleY] = [sumX[at]! / count, sumY[at]! / count];
    const spread = Math.sqrt(Math.max(0, squares[at]! / count - middleX ** 2 - middleY ** 2));
    return { ...community, size: size[at]!, x: middleX, y: middleY, radius: EVEN * spread };
  });
  return { regions, bundles: bundlesOf(communities.length, region, ties) };
}

function bundlesOf(count: number, region: Int32Array, { a, b }: WholeActors['ties']): NetworkBundle[] {
  const counts = new Map<number, number>();
  for (let tie = 0; tie < a.length; tie++) {
    const [p, q] = [region[a[tie]!]!, region[b[tie]!]!];
    if (p < 0 || q < 0 || p === q) continue;
    const key = p < q ? p * count + q : q * count + p;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Array.from(counts, ([key, ties]) => ({ a: Math.floor(key / count), b: key % count, count: ties }));
}

/** How far from the middle a member still counts for the outline, in radii: single ones far out would make it mean nothing. */
const OUTLIER = 1.25;
/** Corners of the disc that stands for a region whose members are not there yet. */
const CORNERS = 28;

/**
 * The outline of each region: the hull of its members, or a disc while they are on their way. Gives way after each some
 * thousand members, so that whoever draws can do something else in between.
 */
export function* outlinesOf({ regions, all }: NetworkWhole): Generator<undefined, Point[][]> {
  const discs = () => regions.map(discOf);
  if (!all) return discs();
  const members: Point[][] = regions.map(() => []);
  for (let actor = 0; actor < all.region.length; actor++) {
    const at = all.region[actor]!;
    if (at < 0) continue;
    const { x, y, radius } = regions[at]!;
    const place = { x: all.x[actor]!, y: all.y[actor]! };
    if (Math.hypot(place.x - x, place.y - y) <= OUTLIER * radius) members[at]!.push(place);
    if (actor % 20_000 === 19_999) yield;
  }
  const hulls = members.map(() => [] as Point[]);
  for (let at = 0; at < regions.length; at++) {
    hulls[at] = convexHull(members[at]!);
    if (at % 8 === 7) yield;
  }
  // A region with parts lies around theirs.
  const around = hulls.map((hull) => [...hull]);
  regions.forEach((_, at) => {
    for (let up = regions[at]!.parent; up >= 0; up = regions[up]!.parent) around[up]!.push(...hulls[at]!);
  });
  return around.map((points, at) => {
    const hull = convexHull(points);
    return hull.length < 3 ? discOf(regions[at]!) : hull;
  });
}

function discOf({ x, y, radius }: NetworkRegion): Point[] {
  return Array.from({ length: CORNERS }, (_, step) => {
    const angle = (step / CORNERS) * 2 * Math.PI;
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });
}
