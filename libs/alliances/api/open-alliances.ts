import { isHidden } from '@knotenpunkt/identity/api';
import { query } from '@knotenpunkt/platform/database';

/** The alliances of a region for which members can promise something, with those members: the states of `checkPromiser`. */
export const openAlliances = query(
  'purpose.alliances',
  `SELECT a.id, a.title, a.slug, array_agg(m.actor_id) AS "actorIds"
   FROM alliance a JOIN alliance_member m ON m.alliance_id = a.id AND m.state = 'MEMBER'
   WHERE a.region_id = $1 AND a.state IN ('FORMED', 'ACTIVE') AND NOT ${isHidden('a.id')} AND ($2::uuid IS NULL OR a.id = $2)
     AND ($3::uuid IS NULL OR EXISTS (SELECT FROM alliance_member o WHERE o.alliance_id = a.id AND o.actor_id = $3 AND o.state = 'MEMBER'))
   GROUP BY a.id ORDER BY a.title COLLATE "de-x-icu", a.id LIMIT 100`,
);
