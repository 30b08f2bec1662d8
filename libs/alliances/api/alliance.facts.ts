import { isFormed, type Alliance } from '@knotenpunkt/alliances/domain';
import { idFrom } from '@knotenpunkt/kernel';
import type { Facts } from '@knotenpunkt/platform/graph';

/** What was promised together is remembered for long: after two years a tie from it counts half. */
const HALF_LIFE_DAYS = 730;

/** What the graph should know of an alliance: nothing before it is formed, then who belongs to it. */
export function allianceFacts(alliance: Alliance): Facts | null {
  const { id, regionId, formedOn, concludedOn, members } = alliance;
  if (!isFormed(alliance) || formedOn === null) return null;
  return {
    nodes: [{ id, type: 'Alliance', regionId, audience: 'PUBLIC' }],
    edges: members
      .filter(({ state }) => state === 'MEMBER')
      .map(({ actorId }) => ({
        id: idFrom('alliance member', id, actorId),
        from: actorId,
        to: id,
        regionId,
        role: 'MEMBER',
        since: formedOn,
        until: concludedOn,
        weight: 1,
        grade: 'WORKS_TOGETHER',
        audience: 'PUBLIC',
        halfLifeDays: HALF_LIFE_DAYS,
      })),
  };
}
