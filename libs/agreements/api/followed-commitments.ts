import { isHidden } from '@knotenpunkt/identity/api';
import { query } from '@knotenpunkt/platform/database';

/** The names of Zusagen that can be followed: those everybody may read of. */
export const followedCommitments = query(
  'follow.commitments',
  `SELECT id, text AS title, NULL::text AS slug FROM commitment WHERE region_id = $1 AND id = ANY($2::uuid[]) AND NOT ${isHidden('purpose_id')}`,
);
