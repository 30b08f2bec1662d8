import { isHidden } from '@knotenpunkt/identity/api';
import { query } from '@knotenpunkt/platform/database';

/** The names of alliances that can be followed: those everybody may read of. */
export const followedAlliances = query(
  'follow.alliances',
  `SELECT id, title, slug FROM alliance WHERE region_id = $1 AND id = ANY($2::uuid[]) AND state IN ('FORMED', 'ACTIVE', 'CONCLUDED') AND NOT ${isHidden('id')}`,
);
