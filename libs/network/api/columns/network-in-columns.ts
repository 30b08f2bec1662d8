import type { Id } from '@knotenpunkt/kernel';
import { degreesOf, placeNear, type NetworkColumns, type NetworkCommunity } from '@knotenpunkt/network/domain';
import type { ListedActor } from './listed-actors';
import { listedTies } from './listed-ties';
import type { TieList } from './tie-list';

/** Where an actor stands. */
export interface Placed {
  x: number;
  y: number;
  /** Place in the list of communities; -1: in none. */
  community: number;
  broker: number;
}

/** Places and communities as they were computed last. */
export interface Placing {
  communities: readonly NetworkCommunity[];
  of(id: Id): Placed | null;
}

/** Actors in order of id, their ties in order of their ends, and where they stand, as columns. Ties to others than these are left out. */
export function networkInColumns(
  actors: readonly ListedActor[],
  ties: TieList,
  placing: Placing,
  head: Pick<NetworkColumns, 'seq' | 'asOf' | 'analysedOn'>,
): NetworkColumns {
  return placedIn(unplacedColumns(actors, ties, head), placing);
}

/** The same before anybody has a place. */
export function unplacedColumns(
  actors: readonly ListedActor[],
  ties: TieList,
  head: Pick<NetworkColumns, 'seq' | 'asOf' | 'analysedOn'>,
): NetworkColumns {
  const { which, a, b } = listedTies(actors, ties);
  const kinds = [...new Set(actors.map(({ kind }) => kind))].sort();
  const themes = [...new Set(actors.flatMap((actor) => actor.themes))].sort();
  const themeAt = new Map(themes.map((theme, index) => [theme, index]));
  let themeEnd = 0;
  return {
    ...head,
    communities: [],
    ...{ kinds, themes },
    actors: {
      ids: actors.map(({ id }) => id),
      names: actors.map(({ name }) => name),
      labels: actors.map(({ label }) => label),
      slugs: actors.map(({ slug }) => slug),
      cities: actors.map(({ city }) => city ?? ''),
      kind: Uint8Array.from(actors, ({ kind }) => kinds.indexOf(kind)),
      themeEnd: Uint32Array.from(actors, (actor) => (themeEnd += actor.themes.length)),
      theme: Uint16Array.from(
        actors.flatMap((actor) => actor.themes),
        (theme) => themeAt.get(theme)!,
      ),
      x: new Float32Array(actors.length),
      y: new Float32Array(actors.length),
      lon: Float32Array.from(actors, ({ lon }) => lon ?? Number.NaN),
      lat: Float32Array.from(actors, ({ lat }) => lat ?? Number.NaN),
      community: new Int32Array(actors.length).fill(-1),
      degree: degreesOf(actors.length, { a, b }),
      broker: new Float32Array(actors.length),
    },
    ties: {
      ...{ a, b },
      grade: Uint8Array.from(which, (tie) => ties.grade[tie]!),
      strength: Float32Array.from(which, (tie) => ties.strength[tie]!),
      since: Int32Array.from(which, (tie) => ties.since[tie]!),
      until: Int32Array.from(which, (tie) => ties.until[tie]!),
      sources: Uint16Array.from(which, (tie) => ties.sources[tie]!),
    },
  };
}

/** A network with everybody where the placing has them. */
export function placedIn(network: NetworkColumns, placing: Placing): NetworkColumns {
  const { actors, ties } = network;
  const placed = placesOf(actors.ids, ties.a, ties.b, placing);
  return {
    ...network,
    communities: sized(placing.communities, placed),
    actors: {
      ...actors,
      x: Float32Array.from(placed, ({ x }) => x),
      y: Float32Array.from(placed, ({ y }) => y),
      community: Int32Array.from(placed, ({ community }) => community),
      broker: Float32Array.from(placed, ({ broker }) => broker),
    },
  };
}

/** How many of those listed belong to each community, to its parts included. */
function sized(communities: readonly NetworkCommunity[], placed: readonly Placed[]): NetworkCommunity[] {
  const sizes = communities.map(() => 0);
  for (const { community } of placed) for (let at = community; at >= 0; at = communities[at]!.parent) sizes[at]!++;
  return communities.map((community, at) => ({ ...community, size: sizes[at]! }));
}

/** Who came after the last layout stands near those it is tied to, until the next. */
function placesOf(ids: readonly Id[], a: Uint32Array, b: Uint32Array, placing: Placing): Placed[] {
  const known = ids.map((id) => placing.of(id));
  const near = new Map<number, Placed[]>();
  known.forEach((place, at) => place || near.set(at, []));
  if (near.size > 0) {
    a.forEach((from, tie) => {
      const to = b[tie]!;
      if (known[to]) near.get(from)?.push(known[to]);
      if (known[from]) near.get(to)?.push(known[from]);
    });
  }
  return known.map((place, at) => {
    if (place) return place;
    const { x, y } = placeNear(ids[at]!, near.get(at)!);
    return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10, community: -1, broker: 0 };
  });
}
