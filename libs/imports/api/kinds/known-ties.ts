import { Injectable } from '@nestjs/common';
import { pairOf } from '@knotenpunkt/actors/domain';
import type { KnownTie } from '@knotenpunkt/imports/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';

/** Declared ties as they stand, by the views of their room. */
@Injectable()
export class KnownTies {
  /** The tie of each pair that has one. */
  async between(tx: Tx, regionId: Id, pairs: readonly { fromId: Id; toId: Id }[]): Promise<Map<string, KnownTie>> {
    const rows = (await tx.query(
      `SELECT DISTINCT t.id, t.from_id AS "fromId", t.to_id AS "toId", t.label, t.since_on AS "sinceOn", t.confirmed, t.source_note AS "sourceNote",
         t.version, a.name AS "fromName"
       FROM jsonb_to_recordset($2::jsonb) AS p ("fromId" uuid, "toId" uuid)
       JOIN listed_tie_v1 t ON (t.from_id, t.to_id) IN ((p."fromId", p."toId"), (p."toId", p."fromId"))
       JOIN listed_actor_v1 a ON a.id = t.from_id
       WHERE t.region_id = $1`,
      [regionId, JSON.stringify(pairs)],
    )) as KnownTie[];
    return new Map(rows.map((tie) => [pairOf(tie), tie]));
  }

  async there(tx: Tx, regionId: Id, ids: readonly Id[]): Promise<Set<Id>> {
    const rows = (await tx.query('SELECT id FROM listed_tie_v1 WHERE region_id = $1 AND id = ANY($2::uuid[])', [regionId, ids])) as {
      id: Id;
    }[];
    return new Set(rows.map(({ id }) => id));
  }
}
