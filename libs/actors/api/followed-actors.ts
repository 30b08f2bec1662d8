import { query } from '@knotenpunkt/platform/database';

/** The names of organisations that can be followed: those everybody may read of. */
export const followedActors = query(
  'follow.actors',
  `SELECT id, name AS title, slug FROM actor WHERE region_id = $1 AND id = ANY($2::uuid[]) AND NOT archived`,
);
