import { GRADES, OPEN_END, toDay } from '@knotenpunkt/kernel';
import { placeNear, type NetworkColumns, type Place } from '@knotenpunkt/network/domain';
import type { Tie } from '@knotenpunkt/platform/graph';
import type { PlacedActorRow } from './network.repository';
import type { NetworkSnapshot } from './snapshot.repository';
import { analysedOn } from './snapshot.service';

/** Actors, ties and the last snapshot as columns. */
export function toColumns(
  actors: readonly PlacedActorRow[],
  ties: readonly Tie[],
  snapshot: NetworkSnapshot | null,
  { seq, asOf }: Pick<NetworkColumns, 'seq' | 'asOf'>,
): NetworkColumns {
  const at = new Map(actors.map(({ id }, index) => [id, index]));
  const drawn = ties.filter(({ a, b }) => at.has(a) && at.has(b));
  const degree = new Uint32Array(actors.length);
  for (const { a, b } of drawn) for (const id of [a, b]) degree[at.get(id)!]!++;
  const places = placesFor(actors, drawn, snapshot);
  const communities = snapshot?.communities ?? [];
  const communityAt = new Map(communities.map(({ id }, index) => [id, index]));
  const communityOf = new Map(snapshot?.positions.ids.map((id, index) => [id, snapshot.positions.community[index]!]));
  const community = Int32Array.from(actors, ({ id }) => communityAt.get(communityOf.get(id) ?? '') ?? -1);
  const [kinds, themes] = [
    [...new Set(actors.map(({ kind }) => kind))].sort(),
    [...new Set(actors.flatMap((actor) => actor.themes))].sort(),
  ];
  const themeAt = new Map(themes.map((theme, index) => [theme, index]));
  let themeEnd = 0;
  return {
    seq,
    asOf,
    analysedOn: snapshot?.analysedOn ?? analysedOn(ties),
    communities: communities.map(({ id, naming }, index) => ({
      ...{ id, naming, parent: -1, level: 0 },
      size: community.filter((of) => of === index).length,
    })),
    kinds,
    themes,
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
      x: Float32Array.from(places, ({ x }) => x),
      y: Float32Array.from(places, ({ y }) => y),
      lon: Float32Array.from(actors, ({ lon }) => lon ?? Number.NaN),
      lat: Float32Array.from(actors, ({ lat }) => lat ?? Number.NaN),
      community,
      degree,
      broker: new Float32Array(actors.length),
    },
    ties: {
      a: Uint32Array.from(drawn, ({ a }) => at.get(a)!),
      b: Uint32Array.from(drawn, ({ b }) => at.get(b)!),
      grade: Uint8Array.from(drawn, ({ grade }) => GRADES.indexOf(grade)),
      strength: Float32Array.from(drawn, ({ strength }) => strength),
      since: Int32Array.from(drawn, ({ since }) => toDay(since)),
      until: Int32Array.from(drawn, ({ sources }) =>
        sources.reduce((last, { until }) => (until === null ? OPEN_END : Math.max(last, toDay(until))), 0),
      ),
      sources: Uint16Array.from(drawn, ({ sources }) => sources.length),
    },
  };
}

/** Places of the snapshot; who came after it stands near those it is tied to, until the next snapshot. */
function placesFor(actors: readonly PlacedActorRow[], ties: readonly Tie[], snapshot: NetworkSnapshot | null): Place[] {
  const known = new Map(snapshot?.positions.ids.map((id, at) => [id, { x: snapshot.positions.x[at]!, y: snapshot.positions.y[at]! }]));
  const neighbours = new Map<string, string[]>(actors.flatMap(({ id }) => (known.has(id) ? [] : [[id, []]])));
  for (const { a, b } of ties) {
    neighbours.get(a)?.push(b);
    neighbours.get(b)?.push(a);
  }
  return actors.map(({ id }) => {
    const place = known.get(id);
    if (place) return place;
    const others = neighbours.get(id)!;
    const near = placeNear(
      id,
      others.flatMap((other) => known.get(other) ?? []),
    );
    return { x: Math.round(near.x * 10) / 10, y: Math.round(near.y * 10) / 10 };
  });
}
