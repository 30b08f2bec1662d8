import { isHidden } from '@knotenpunkt/identity/api';
import { query } from '@knotenpunkt/platform/database';

/** The Vorhaben of a region for which something can be promised: those that run, with who leads them or takes part. */
export const runningInitiatives = query(
  'purpose.initiatives',
  `SELECT i.id, i.title, i.slug,
     i.lead_id || ARRAY(SELECT p.actor_id FROM participation p WHERE p.initiative_id = i.id AND p.state = 'ACCEPTED') AS "actorIds"
   FROM initiative i
   WHERE i.region_id = $1 AND i.state = 'ACTIVE' AND NOT ${isHidden('i.id')} AND ($2::uuid IS NULL OR i.id = $2)
     AND ($3::uuid IS NULL OR i.lead_id = $3
       OR EXISTS (SELECT FROM participation p WHERE p.initiative_id = i.id AND p.actor_id = $3 AND p.state = 'ACCEPTED'))
   ORDER BY i.title COLLATE "de-x-icu", i.id LIMIT 100`,
);
