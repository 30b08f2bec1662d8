import { Injectable } from '@nestjs/common';
import type { KnownInitiative } from '@knotenpunkt/imports/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';

const COLUMNS = `i.id, i.slug, i.title, i.kind, i.summary, i.description, i.themes, i.start_on AS "startOn", i.start_precision AS "startPrecision",
  i.end_on AS "endOn", i.end_precision AS "endPrecision", i.next_step AS "nextStep", i.lead_id AS "leadId", i.lead_certainty AS "leadCertainty",
  i.source_note AS "sourceNote", i.version, a.name AS "leadName",
  i.version > 1 AND NOT EXISTS (SELECT 1 FROM import_row r WHERE r.written_id = i.id AND i.version = r.written_version + r.taken_back::int) AS "changedHere"`;
/** Of one lead, and of one title. */
const MOST = 200;

/** Vorhaben as they stand, by the views of their room; what is not public is not among them. */
@Injectable()
export class KnownInitiatives {
  /** Those of these leads, and those of these titles whoever leads them. */
  async near(tx: Tx, regionId: Id, about: { leadIds: readonly Id[]; titles: readonly string[] }): Promise<KnownInitiative[]> {
    return (await tx.query(
      `SELECT DISTINCT ON (i.id) ${COLUMNS} FROM (
         (SELECT f.* FROM unnest($2::uuid[]) AS l (id) CROSS JOIN LATERAL (
           SELECT * FROM listed_initiative_v1 o WHERE o.region_id = $1 AND o.lead_id = l.id ORDER BY o.id DESC LIMIT ${MOST}) f)
         UNION ALL
         (SELECT f.* FROM unnest($3::text[]) AS t (title) CROSS JOIN LATERAL (
           SELECT * FROM listed_initiative_v1 o WHERE o.region_id = $1 AND lower(o.title) = t.title ORDER BY o.id LIMIT ${MOST}) f)
       ) i JOIN listed_actor_v1 a ON a.id = i.lead_id ORDER BY i.id`,
      [regionId, about.leadIds, about.titles.map((title) => title.toLowerCase())],
    )) as KnownInitiative[];
  }

  /** Titles of Vorhaben that were entered since, by `<lead>|<title in small letters>`; those of one table aside. */
  async enteredSince(tx: Tx, regionId: Id, about: { titles: readonly string[]; since: Date; exceptBatchId: Id }): Promise<Set<string>> {
    const rows = (await tx.query(
      `SELECT i.lead_id || '|' || lower(i.title) AS key FROM listed_initiative_v1 i
       WHERE i.region_id = $1 AND lower(i.title) = ANY($2) AND i.created_at > $3
         AND NOT EXISTS (SELECT 1 FROM import_row r WHERE r.written_id = i.id AND r.batch_id = $4)`,
      [regionId, about.titles.map((title) => title.toLowerCase()), about.since, about.exceptBatchId],
    )) as { key: string }[];
    return new Set(rows.map(({ key }) => key));
  }

  async there(tx: Tx, regionId: Id, ids: readonly Id[]): Promise<Set<Id>> {
    const rows = (await tx.query('SELECT id FROM listed_initiative_v1 WHERE region_id = $1 AND id = ANY($2::uuid[])', [regionId, ids])) as {
      id: Id;
    }[];
    return new Set(rows.map(({ id }) => id));
  }
}
