import { isHidden } from '@knotenpunkt/identity/api';
import { query } from '@knotenpunkt/platform/database';

/** The names of questions that can be followed: those everybody may read of. */
export const followedChallenges = query(
  'follow.challenges',
  `SELECT id, question AS title, slug FROM challenge WHERE region_id = $1 AND id = ANY($2::uuid[]) AND state IN ('PUBLISHED', 'CLOSED') AND NOT ${isHidden('id')}`,
);
