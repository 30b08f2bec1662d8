import { createHash } from 'node:crypto';
import { GRADES } from '@knotenpunkt/kernel';
import { nameLevels, themesAt, type AnalysedOn, type NetworkColumns, type NetworkCommunity } from '@knotenpunkt/network/domain';
import { analyse, type NetworkToAnalyse } from '../analyse';
import type { NetworkSnapshot } from '../snapshot.repository';
import type { Placed, Placing } from './network-in-columns';

/** Strengths are left out: they fade from day to day and would move the picture though nothing happened. */
export function fingerprintOf({ actors, ties, kinds, themes }: NetworkColumns): string {
  const hash = createHash('sha256');
  actors.ids.forEach((id, at) => {
    const named = Array.from(themesAt(actors, at), (theme) => themes[theme]!);
    hash.update(`${id} ${kinds[actors.kind[at]!]!} ${named.join(',')}\n`);
  });
  ties.a.forEach((a, tie) => hash.update(`${actors.ids[a]!} ${actors.ids[ties.b[tie]!]!} ${ties.grade[tie]!} ${ties.sources[tie]!}\n`));
  return hash.digest('base64url');
}

/** Computes places and communities anew, as near to the last as may be. `counted`: how strong each tie is where one grade counts alone. */
export function placeAnew(
  network: NetworkColumns,
  counted: Float64Array,
  fingerprint: string,
  last: NetworkSnapshot | null,
): Omit<NetworkSnapshot, 'madeAt'> {
  const { seq, analysedOn, actors } = network;
  const { places, community, communities, broker } = analyse(toAnalyse(network, counted, last));
  const members = actors.ids.map((_, at) => ({
    kind: network.kinds[actors.kind[at]!]!,
    themes: Array.from(themesAt(actors, at), (theme) => network.themes[theme]!),
  }));
  const names = nameLevels(communities, community, members);
  return {
    ...{ seq, analysedOn, fingerprint },
    positions: {
      ids: [...actors.ids],
      x: actors.ids.map((_, at) => Math.round(places[2 * at]! * 10) / 10),
      y: actors.ids.map((_, at) => Math.round(places[2 * at + 1]! * 10) / 10),
      community,
      broker: Array.from(broker, (value) => Math.round(value * 10_000) / 10_000),
    },
    communities: communities.map(({ id, parent, level }, at) => ({ id, parent, level, naming: names[at]! })),
  };
}

function toAnalyse({ actors, ties, analysedOn }: NetworkColumns, counted: Float64Array, last: NetworkSnapshot | null): NetworkToAnalyse {
  const ids = [...actors.ids];
  const before = new Map(last?.positions.ids.map((id, index) => [id, index]));
  const place = (id: string, axis: number[] | undefined) => axis?.[before.get(id) ?? -1] ?? Number.NaN;
  const grade = GRADES.indexOf(analysedOn satisfies AnalysedOn);
  return {
    ids,
    ...{ a: ties.a, b: ties.b },
    strength: counted,
    counted: ties.grade.map((each) => Number(each === grade)),
    before: Float64Array.from(ids.flatMap((id) => [place(id, last?.positions.x), place(id, last?.positions.y)])),
    communityBefore: ids.map((id) => last?.positions.community[before.get(id) ?? -1] ?? ''),
    communitiesBefore: (last?.communities ?? []).map(({ id, parent, level }) => ({ id, parent: parent ?? null, level: level ?? 0 })),
  };
}

/** Places and communities as they were stored. */
export function placingOf(stored: Pick<NetworkSnapshot, 'positions' | 'communities'>): Placing {
  const { ids, x, y, community, broker } = stored.positions;
  const index = new Map(stored.communities.map(({ id }, at) => [id, at]));
  const at = new Map(ids.map((id, place) => [id, place]));
  return {
    communities: stored.communities.map(({ id, naming, parent, level }): NetworkCommunity => ({
      ...{ id, size: 0 },
      // Postgres keeps names of an object in an order of its own; equal networks want equal bytes.
      naming: { themes: naming.themes, kind: naming.kind, number: naming.number },
      parent: index.get(parent ?? '') ?? -1,
      level: level ?? 0,
    })),
    of: (id): Placed | null => {
      const place = at.get(id);
      if (place === undefined) return null;
      return { x: x[place]!, y: y[place]!, community: index.get(community[place]!) ?? -1, broker: broker?.[place] ?? 0 };
    },
  };
}
