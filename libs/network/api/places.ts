import { alignTo, firstPlace, fitSquare, moveTowards, placeNear, SQUARE, type Community, type Place } from '@knotenpunkt/network/domain';
import type { NetworkToAnalyse } from './analyse';
import { arrange } from './layout/arrange';
import { letForcesAct, type Points } from './layout/forces';

/** Ties that do not count for communities pull less. */
const PULL_UNCOUNTED = 0.25;
/** Up to so many actors forces act between all of them first; in a larger network only within each community, and between those. */
const WHOLE_UP_TO = 2_000;

/**
 * Places level by level: communities among each other, then what lies in each around its middle, by ForceAtlas2 (Jacomy et al.
 * 2014). Those who had a place stay near it. Gives x, y an actor, 0 to 1000.
 */
export function placesOf(network: NetworkToAnalyse, community: readonly string[], communities: readonly Community[]): Float64Array {
  const { ids, before, communityBefore } = network;
  const known = ids.map((_, at) => (Number.isNaN(before[2 * at]!) ? null : { x: before[2 * at]!, y: before[2 * at + 1]! }));
  const wanted = layOut(network, community, communities, known);
  const someKnown = known.filter(Boolean).length > ids.length / 2;
  const places = someKnown
    ? moveTowards(
        known,
        alignTo(known, wanted),
        ids.map((_, at) => known[at] === null || communityBefore[at] !== community[at]),
      )
    : wanted;
  const found = new Float64Array(2 * ids.length);
  places.forEach(({ x, y }, at) => found.set([x, y], 2 * at));
  return found;
}

function layOut(
  network: NetworkToAnalyse,
  community: readonly string[],
  communities: readonly Community[],
  known: readonly (Place | null)[],
): Place[] {
  const { ids, a, b, strength, counted } = network;
  const degrees = new Uint32Array(ids.length);
  a.forEach((from, tie) => {
    degrees[from]!++;
    degrees[b[tie]!]!++;
  });
  const all = Array.from(ids.keys());
  const tied = all.filter((at) => degrees[at]! > 0);
  const pull = (tie: number) => Math.max(0.01, Math.sqrt(strength[tie]!) * (counted[tie] ? 1 : PULL_UNCOUNTED));
  const starts = startsOf(network, known);
  if (ids.length <= WHOLE_UP_TO) actOnAll(network, starts, tied, pull, community);
  const apart = SQUARE / Math.sqrt(Math.max(12, ids.length)) / 1.7;
  const forcesWithin = ids.length > WHOLE_UP_TO;
  const { x, y } = arrange({ ids, starts, a, b, pull, tied, community, communities, apart, forcesWithin });
  const loose = all.filter((at) => degrees[at] === 0).sort((p, q) => (ids[p]! < ids[q]! ? -1 : 1));
  const places = tied.map((at) => ({ x: x[at]!, y: y[at]! }));
  const fitted = fitSquare([...places, ...belowAll(places, loose.length, apart)]);
  const found: Place[] = [];
  tied.forEach((at, index) => (found[at] = fitted[index]!));
  loose.forEach((at, index) => (found[at] = fitted[tied.length + index]!));
  return found;
}

/** Where everybody begins: where it stood, near those it is tied to, or somewhere, always the same. */
function startsOf({ ids, a, b }: NetworkToAnalyse, known: readonly (Place | null)[]): Points {
  const near = new Map<number, Place[]>();
  a.forEach((from, tie) => {
    for (const [at, other] of [
      [from, b[tie]!],
      [b[tie]!, from],
    ] as const) {
      const place = known[other];
      if (known[at] || !place) continue;
      const places = near.get(at);
      if (places) places.push(place);
      else near.set(at, [place]);
    }
  });
  const places = ids.map((id, at) => known[at] ?? (near.has(at) ? placeNear(id, near.get(at)!) : firstPlace(id)));
  return { x: Float64Array.from(places, ({ x }) => x), y: Float64Array.from(places, ({ y }) => y) };
}

/** Lets forces act between all who are tied: those within a community pull twice. */
function actOnAll(
  { a, b, ids }: NetworkToAnalyse,
  starts: Points,
  tied: readonly number[],
  pull: (tie: number) => number,
  community: readonly string[],
): void {
  const slot = new Int32Array(ids.length);
  tied.forEach((at, index) => (slot[at] = index));
  const points: Points = { x: Float64Array.from(tied, (at) => starts.x[at]!), y: Float64Array.from(tied, (at) => starts.y[at]!) };
  const groupOf = (at: number) => community[at] || ids[at]!;
  const pulls = {
    a: a.map((at) => slot[at]!),
    b: b.map((at) => slot[at]!),
    weight: Float64Array.from(a, (from, tie) => pull(tie) * (groupOf(from) === groupOf(b[tie]!) ? 2 : 1)),
  };
  letForcesAct(points, pulls, { linLogMode: true, scalingRatio: 20, gravity: 0.6 });
  tied.forEach((at, index) => ([starts.x[at], starts.y[at]] = [points.x[index]!, points.y[index]!]));
}

/** Actors without any tie stand in rows below the others: seen, and seen to stand apart. */
function belowAll(others: readonly Place[], count: number, apart: number): Place[] {
  if (count === 0) return [];
  let [left, right, bottom] = others.length > 0 ? [Infinity, -Infinity, -Infinity] : [0, SQUARE, 0];
  for (const { x, y } of others) [left, right, bottom] = [Math.min(left, x), Math.max(right, x), Math.max(bottom, y)];
  const fit = Math.max(1, Math.floor((right - left) / (2.2 * apart)));
  const step = (right - left) / fit;
  return Array.from({ length: count }, (_, at) => {
    const row = Math.floor(at / fit);
    const inRow = Math.min(fit, count - row * fit);
    return { x: (left + right) / 2 + ((at % fit) - (inRow - 1) / 2) * step, y: bottom + 1.6 * apart + row * apart };
  });
}
