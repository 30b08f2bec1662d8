import { Injectable } from '@nestjs/common';
import type { Direction } from '@knotenpunkt/actors/domain';
import type { KnownEntry } from '@knotenpunkt/imports/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';

/** Offers and needs as they stand, by the views of their room. */
@Injectable()
export class KnownEntries {
  /** Entries of organisations, those they withdrew among them, by whose they are. */
  async of(tx: Tx, regionId: Id, about: { actorIds: readonly Id[]; direction: Direction }): Promise<Map<Id, KnownEntry[]>> {
    const rows = (await tx.query(
      `SELECT e.id, e.actor_id AS "actorId", e.title, e.text, e.themes, e.competences, e.from_on AS "fromOn", e.until_on AS "untilOn",
         e.confirmed_on AS "confirmedOn", e.state, e.version, a.name AS "actorName", a.slug AS "actorSlug"
       FROM listed_entry_v1 e JOIN listed_actor_v1 a ON a.id = e.actor_id
       WHERE e.region_id = $1 AND e.actor_id = ANY($2::uuid[]) AND e.direction = $3 ORDER BY e.id`,
      [regionId, about.actorIds, about.direction],
    )) as KnownEntry[];
    const byActor = new Map<Id, KnownEntry[]>();
    for (const row of rows) byActor.set(row.actorId, [...(byActor.get(row.actorId) ?? []), row]);
    return byActor;
  }

  /** How many entries that hold organisations have, offers and needs together. */
  async open(tx: Tx, actorIds: readonly Id[]): Promise<Map<Id, number>> {
    const rows = (await tx.query(
      `SELECT actor_id AS id, count(*)::int AS open FROM listed_entry_v1 WHERE actor_id = ANY($1::uuid[]) AND state = 'OPEN' GROUP BY actor_id`,
      [actorIds],
    )) as { id: Id; open: number }[];
    return new Map(rows.map(({ id, open }) => [id, open]));
  }

  /** Titles of entries that were added to organisations since, by `<actor>|<title in small letters>`; those of one table aside. */
  async addedSince(
    tx: Tx,
    regionId: Id,
    about: { actorIds: readonly Id[]; direction: Direction; since: Date; exceptBatchId: Id },
  ): Promise<Set<string>> {
    const rows = (await tx.query(
      `SELECT e.actor_id || '|' || lower(e.title) AS key FROM listed_entry_v1 e
       WHERE e.region_id = $1 AND e.actor_id = ANY($2::uuid[]) AND e.direction = $3 AND e.state = 'OPEN' AND e.created_at > $4
         AND NOT EXISTS (SELECT 1 FROM import_row r WHERE r.written_id = e.id AND r.batch_id = $5)`,
      [regionId, about.actorIds, about.direction, about.since, about.exceptBatchId],
    )) as { key: string }[];
    return new Set(rows.map(({ key }) => key));
  }

  async there(tx: Tx, regionId: Id, ids: readonly Id[]): Promise<Set<Id>> {
    const rows = (await tx.query('SELECT id FROM listed_entry_v1 WHERE region_id = $1 AND id = ANY($2::uuid[])', [regionId, ids])) as {
      id: Id;
    }[];
    return new Set(rows.map(({ id }) => id));
  }
}
