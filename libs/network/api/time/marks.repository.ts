import { Injectable } from '@nestjs/common';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import type { RegionMark } from '@knotenpunkt/network/domain';
import { Database, query } from '@knotenpunkt/platform/database';

/** So many marks are told, those of most actors first. */
const MOST_MARKS = 100;
/** A Vorhaben of fewer actors is no mark of the whole region. */
const MANY = 5;

/** Only what everybody may read: no drafts, no proposals, also none of which nothing came; nothing announced or called off. */
const marks = query(
  'network.marks',
  `SELECT 'EVENT' AS kind, e.id, e.title, e.date_on AS day, e.date_precision AS precision, i.slug,
     (SELECT count(*)::int FROM event_participation_v1 p WHERE p.event_id = e.id) AS participants
   FROM event_v1 e LEFT JOIN initiative_v1 i ON i.id = e.initiative_id AND i.has_begun AND i.state <> 'DRAFT'
   WHERE e.region_id = $1 AND e.date_on <= $2 AND e.state = 'HELD' AND (e.initiative_id IS NULL OR i.id IS NOT NULL)
   UNION ALL
   SELECT 'ALLIANCE', a.id, a.title, a.formed_on, 'DAY', a.slug,
     (SELECT count(*)::int FROM alliance_member_v1 m WHERE m.alliance_id = a.id AND m.state = 'MEMBER')
   FROM alliance_v1 a WHERE a.region_id = $1 AND a.formed_on <= $2 AND a.state IN ('FORMED', 'ACTIVE', 'CONCLUDED')
   UNION ALL
   SELECT 'INITIATIVE', i.id, i.title, i.start_on, i.start_precision, i.slug, p.participants
   FROM initiative_v1 i JOIN (
     SELECT initiative_id, count(DISTINCT actor_id)::int AS participants FROM participation_v1 GROUP BY initiative_id HAVING count(DISTINCT actor_id) >= $3
   ) p ON p.initiative_id = i.id
   WHERE i.region_id = $1 AND i.start_on <= $2 AND i.has_begun AND i.state IN ('ACTIVE', 'FINISHED', 'ABANDONED')
   ORDER BY participants DESC, day DESC, id LIMIT $4`,
);

/** What happened in a region, from the views of the rooms that own it. */
@Injectable()
export class MarksRepository {
  constructor(private readonly database: Database) {}

  /** Until this day, those of most actors first. */
  of(regionId: Id, until: LocalDate): Promise<RegionMark[]> {
    return this.database.read<RegionMark>(marks, [regionId, until, MANY, MOST_MARKS]);
  }
}
