import type { NetworkColumns, NetworkCommunity } from './network-columns';
import { NetworkOverview } from './network-overview';
import { groupedAs, groupIn, pack, unpack } from './pack';
import { part } from './part';

/** A community as one sees it from afar: a disc with a name. */
export interface SeenCommunity extends NetworkCommunity {
  /** Its middle, 0 to 1000. */
  x: number;
  y: number;
  /** Nine of ten of its members stand within. */
  radius: number;
}

/**
 * What is enough for the first picture of a network of any size: its communities, how many ties there are between them, and
 * the actors with the most ties. Some tens of kilobytes, packed as the whole is.
 */
export interface NetworkRegions extends NetworkColumns {
  /** How many actors and ties the whole has; `actors` and `ties` here are a part of them. */
  actorCount: number;
  tieCount: number;
  /** Those of the whole, the largest of a very large one; `parent` and `actors.community` are places in this list. */
  communities: SeenCommunity[];
  /** Pairs of communities of the same level with ties between them. */
  links: {
    /** Places in `communities`. */
    a: Uint16Array;
    b: Uint16Array;
    /** How many ties there are between their members. */
    ties: Uint32Array;
  };
}

/** So much the first picture shows. */
export const FIRST_SEEN = { actors: 400, ties: 1_000, communities: 300, links: 1_000 } as const;

const WITHIN_RADIUS = 0.9;
const SMALLEST_RADIUS = 4;

/** The first picture of a whole network. */
export function regionsOf(whole: NetworkColumns): NetworkRegions {
  const order = shownCommunities(whole.communities);
  const placeIn = new Map(order.map((at, place) => [at, place]));
  const shownAt = (community: number): number => {
    let at = community;
    while (at >= 0 && !placeIn.has(at)) at = whole.communities[at]!.parent;
    return at < 0 ? -1 : placeIn.get(at)!;
  };
  const seen = part(whole, mostTied(whole), FIRST_SEEN.ties);
  const members = membersOf(whole);
  return {
    ...seen,
    actorCount: whole.actors.ids.length,
    tieCount: whole.ties.a.length,
    actors: { ...seen.actors, community: seen.actors.community.map(shownAt) },
    communities: order.map((at) => {
      const community = whole.communities[at]!;
      return { ...community, parent: shownAt(community.parent), ...discOf(whole.actors, members[at]!) };
    }),
    links: linksOf(whole, placeIn),
  };
}

/** Packed as the whole is; for the address that ends in `.regions.bin`. */
export function packRegions({ actors, ties, links, ...head }: NetworkRegions): Uint8Array<ArrayBuffer> {
  return pack(head, { ...groupedAs('actors', actors), ...groupedAs('ties', ties), ...groupedAs('links', links) });
}

/** The first picture again. Throws `NotPacked` where the bytes are none. */
export function unpackRegions(packed: ArrayBuffer): NetworkRegions {
  const { head, columns } = unpack<Omit<NetworkRegions, 'actors' | 'ties' | 'links'>>(packed);
  const [actors, ties, links] = ['actors', 'ties', 'links'].map((group) => groupIn(columns, group));
  return { ...head, actors, ties, links } as unknown as NetworkRegions;
}

/** The most tied actors of the first picture, read like the whole network. */
export function overviewOf(regions: NetworkRegions): NetworkOverview {
  return new NetworkOverview(regions);
}

/** Places of the communities that are shown: level by level, the largest of each first, so that parents come before their parts. */
function shownCommunities(communities: readonly NetworkCommunity[]): number[] {
  return communities
    .map((_, at) => at)
    .sort((p, q) => communities[p]!.level - communities[q]!.level || communities[q]!.size - communities[p]!.size || p - q)
    .slice(0, FIRST_SEEN.communities);
}

/** Places of the actors with the most ties, in their order. */
function mostTied({ actors: { degree, ids } }: NetworkColumns): Uint32Array {
  const places = Uint32Array.from(ids, (_, place) => place);
  if (places.length <= FIRST_SEEN.actors) return places;
  return places
    .sort((p, q) => degree[q]! - degree[p]! || p - q)
    .slice(0, FIRST_SEEN.actors)
    .sort();
}

/** Of each community itself and what it is a part of, the finest first. */
function linesOf(communities: readonly NetworkCommunity[]): number[][] {
  return communities.map((_, at) => {
    const line: number[] = [];
    for (let each = at; each >= 0 && !line.includes(each); each = communities[each]!.parent) line.push(each);
    return line;
  });
}

/** Places of the members of each community, those of its parts included. */
function membersOf({ communities, actors }: NetworkColumns): number[][] {
  const lines = linesOf(communities);
  const found = communities.map((): number[] => []);
  actors.community.forEach((community, place) => {
    if (community >= 0) for (const at of lines[community]!) found[at]!.push(place);
  });
  return found;
}

/** Where some actors stand. */
function discOf({ x: xs, y: ys }: NetworkColumns['actors'], them: readonly number[]): { x: number; y: number; radius: number } {
  if (them.length === 0) return { x: 0, y: 0, radius: 0 };
  let [x, y] = [0, 0];
  for (const place of them) {
    x += xs[place]! / them.length;
    y += ys[place]! / them.length;
  }
  const far = Float64Array.from(them, (place) => Math.hypot(xs[place]! - x, ys[place]! - y)).sort();
  const radius = far[Math.min(far.length - 1, Math.floor(far.length * WITHIN_RADIUS))]!;
  return { x: tenths(x), y: tenths(y), radius: Math.max(SMALLEST_RADIUS, tenths(radius)) };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Ties between communities of the same level, most first. */
function linksOf(whole: NetworkColumns, placeIn: ReadonlyMap<number, number>): NetworkRegions['links'] {
  const { communities, actors, ties } = whole;
  const lines = linesOf(communities).map((line) => line.toReversed());
  const counts = new Map<number, number>();
  for (let tie = 0; tie < ties.a.length; tie++) {
    const [one, other] = [actors.community[ties.a[tie]!]!, actors.community[ties.b[tie]!]!];
    if (one < 0 || other < 0) continue;
    for (const p of lines[one]!) {
      const q = lines[other]!.find((each) => communities[each]!.level === communities[p]!.level);
      if (q === undefined || q === p || !placeIn.has(p) || !placeIn.has(q)) continue;
      const [a, b] = [Math.min(placeIn.get(p)!, placeIn.get(q)!), Math.max(placeIn.get(p)!, placeIn.get(q)!)];
      counts.set(a * FIRST_SEEN.communities + b, (counts.get(a * FIRST_SEEN.communities + b) ?? 0) + 1);
    }
  }
  const most = [...counts].sort(([p, m], [q, n]) => n - m || p - q).slice(0, FIRST_SEEN.links);
  return {
    a: Uint16Array.from(most, ([pair]) => Math.floor(pair / FIRST_SEEN.communities)),
    b: Uint16Array.from(most, ([pair]) => pair % FIRST_SEEN.communities),
    ties: Uint32Array.from(most, ([, count]) => count),
  };
}
