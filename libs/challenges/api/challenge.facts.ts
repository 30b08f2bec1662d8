import type { Challenge } from '@knotenpunkt/challenges/domain';
import { idFrom } from '@knotenpunkt/kernel';
import type { Facts } from '@knotenpunkt/platform/graph';

/** Asking makes no tie: one actor alone asks. The edge still ends somewhere, so it needs a half-life. */
const HALF_LIFE_DAYS = 730;

/** What the graph should know of a challenge: what is public, and who asks. */
export function challengeFacts(challenge: Challenge): Facts | null {
  const { id, regionId, themes, askedById, publishedOn, closedOn } = challenge;
  if (challenge.hidden || (challenge.state !== 'PUBLISHED' && challenge.state !== 'CLOSED') || publishedOn === null) return null;
  return {
    nodes: [{ id, type: 'Challenge', regionId, audience: 'PUBLIC', themes }],
    edges:
      askedById === null
        ? []
        : [
            {
              id: idFrom('asked', askedById, id),
              from: askedById,
              to: id,
              regionId,
              role: 'ASKER',
              since: publishedOn,
              until: closedOn,
              weight: 1,
              grade: 'STATED',
              audience: 'PUBLIC',
              halfLifeDays: HALF_LIFE_DAYS,
            },
          ],
  };
}
