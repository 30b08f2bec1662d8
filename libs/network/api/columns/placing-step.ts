import { createHash } from 'node:crypto';
import { nameLevels, type AnalysedOn, type NetworkCommunity } from '@knotenpunkt/network/domain';
import { analyse, type NetworkToAnalyse } from '../analyse';
import type { NetworkSnapshot } from '../snapshot.repository';
import type { ListedActor } from './listed-actors';
import { listedTies } from './listed-ties';
import type { Placed, Placing } from './network-in-columns';
import type { TieList } from './tie-list';

/** Strengths are left out: they fade from day to day and would move the picture though nothing happened. */
export function fingerprintOf(actors: readonly ListedActor[], ties: TieList): string {
  const hash = createHash('sha256');
  for (const { id, kind, themes } of actors) hash.update(`${id} ${kind} ${themes.join(',')}\n`);
  ties.a.forEach((a, tie) => hash.update(`${a} ${ties.b[tie]} ${ties.grade[tie]} ${ties.sources[tie]}\n`));
  return hash.digest('base64url');
}

/** Computes places and communities anew, as near to the last as may be. */
export function placeAnew(
  seq: number,
  fingerprint: string,
  actors: readonly ListedActor[],
  ties: TieList,
  last: NetworkSnapshot | null,
): Omit<NetworkSnapshot, 'madeAt'> {
  const { analysedOn } = ties;
  const { places, community, communities, broker } = analyse(toAnalyse(actors, ties, analysedOn, last));
  const names = nameLevels(communities, community, actors);
  return {
    ...{ seq, analysedOn, fingerprint },
    positions: {
      ids: actors.map(({ id }) => id),
      x: actors.map((_, at) => Math.round(places[2 * at]! * 10) / 10),
      y: actors.map((_, at) => Math.round(places[2 * at + 1]! * 10) / 10),
      community,
      broker: Array.from(broker, (value) => Math.round(value * 10_000) / 10_000),
    },
    communities: communities.map(({ id, parent, level }, at) => ({ id, parent, level, naming: names[at]! })),
  };
}

function toAnalyse(actors: readonly ListedActor[], ties: TieList, counted: AnalysedOn, last: NetworkSnapshot | null): NetworkToAnalyse {
  const { which, a, b } = listedTies(actors, ties);
  const before = new Map(last?.positions.ids.map((id, index) => [id, index]));
  const place = (id: string, axis: number[] | undefined) => axis?.[before.get(id) ?? -1] ?? Number.NaN;
  const grade = counted === 'WORKS_TOGETHER' ? 0 : 1;
  return {
    ids: actors.map(({ id }) => id),
    ...{ a, b },
    strength: Float64Array.from(which, (tie) => ties.countedStrength(tie, counted)),
    counted: Uint8Array.from(which, (tie) => Number(ties.grade[tie] === grade)),
    before: Float64Array.from(actors.flatMap(({ id }) => [place(id, last?.positions.x), place(id, last?.positions.y)])),
    communityBefore: actors.map(({ id }) => last?.positions.community[before.get(id) ?? -1] ?? ''),
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
