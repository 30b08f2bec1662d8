import { isHidden } from '@knotenpunkt/identity/api';
import { query } from '@knotenpunkt/platform/database';

/** The names of Vorhaben that can be followed: those everybody may read of. */
export const followedInitiatives = query(
  'follow.initiatives',
  `SELECT id, title, slug FROM initiative WHERE region_id = $1 AND id = ANY($2::uuid[]) AND lead_since_on IS NOT NULL AND NOT ${isHidden('id')}`,
);
