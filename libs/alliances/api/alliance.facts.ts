import { isFormed, type Alliance } from '@knotenpunkt/alliances/domain';
import { idFrom, type Id, type LocalDate } from '@knotenpunkt/kernel';
import type { Facts } from '@knotenpunkt/platform/graph';

/** What was promised together is remembered for long: after two years a tie from it counts half. */
const HALF_LIFE_DAYS = 730;

/** What the graph should know of an alliance: nothing before it is formed, then who belongs to it. */
export function allianceFacts(alliance: Alliance): Facts | null {
  const { id, regionId, formedOn, concludedOn, members, departures } = alliance;
  if (!isFormed(alliance) || formedOn === null || alliance.hidden) return null;
  return {
    nodes: [{ id, type: 'Alliance', regionId, audience: 'PUBLIC' }],
    edges: [
      ...members
        .filter(({ state }) => state === 'MEMBER')
        .map(({ actorId, joinedOn }) => tie(alliance, ['member', actorId], actorId, { since: joinedOn ?? formedOn, until: concludedOn })),
      ...departures
        .filter(({ done }) => done)
        .map(({ id: departure, actorId, since, leavesOn }) => tie(alliance, ['departure', departure], actorId, { since, until: leavesOn })),
    ],
  };
}

/** Who came later is tied from that day, who left until that day. */
function tie(
  { id, regionId }: Alliance,
  [as, name]: [as: string, name: Id],
  actorId: Id,
  days: { since: LocalDate; until: LocalDate | null },
): Facts['edges'][number] {
  return {
    id: idFrom(`alliance ${as}`, id, name),
    from: actorId,
    to: id,
    regionId,
    role: 'MEMBER',
    ...days,
    weight: 1,
    grade: 'WORKS_TOGETHER',
    audience: 'PUBLIC',
    halfLifeDays: HALF_LIFE_DAYS,
  };
}
