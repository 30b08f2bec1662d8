import { Injectable } from '@nestjs/common';
import type { DuplicatePair } from '@knotenpunkt/imports/domain';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

const COLUMNS = `p.first_id AS "firstId", p.second_id AS "secondId", p.reasons, p.rejected_on IS NOT NULL AS rejected, p.rank`;

const page = query(
  'pair.page',
  // An entry that is given up or was erased has no pairs any more.
  `SELECT ${COLUMNS} FROM duplicate_pair p
   WHERE p.region_id = $1 AND (p.rejected_on IS NOT NULL) = $2 AND ($4::int IS NULL OR (p.rank, p.first_id, p.second_id) > ($4, $5::uuid, $6::uuid))
     AND (SELECT count(*) FROM listed_actor_v1 a WHERE a.id IN (p.first_id, p.second_id) AND NOT a.archived) = 2
   ORDER BY p.rank, p.first_id, p.second_id LIMIT $3`,
);
const waiting = query(
  'pair.waiting',
  `SELECT count(*)::int AS count FROM (SELECT FROM duplicate_pair p WHERE p.region_id = $1 AND p.rejected_on IS NULL
     AND (SELECT count(*) FROM listed_actor_v1 a WHERE a.id IN (p.first_id, p.second_id) AND NOT a.archived) = 2 LIMIT 100) waiting`,
);

export interface PairRow extends DuplicatePair {
  rank: number;
}

/** Pairs of entries that may be the same organisation. */
@Injectable()
export class PairRepository {
  constructor(private readonly database: Database) {}

  page(
    regionId: Id,
    { rejected, limit, after }: { rejected: boolean; limit: number; after: { rank: number; first: Id; second: Id } | null },
  ): Promise<PairRow[]> {
    return this.database.read<PairRow>(page, [regionId, rejected, limit, after?.rank ?? null, after?.first ?? null, after?.second ?? null]);
  }

  /** How many wait for an answer; 100 stands for more. */
  async waiting(regionId: Id): Promise<number> {
    return (await this.database.readOne<{ count: number }>(waiting, [regionId]))?.count ?? 0;
  }

  /** Entries of a region that were not compared since they changed. */
  async uncompared(tx: Tx, regionId: Id, limit: number): Promise<Id[]> {
    const rows = (await tx.query(
      `SELECT id FROM import_trait WHERE region_id = $1 AND NOT archived AND compared IS DISTINCT FROM version ORDER BY id LIMIT $2`,
      [regionId, limit],
    )) as { id: Id }[];
    return rows.map(({ id }) => id);
  }

  /** What was found of these entries replaces what was known of them; what somebody rejected stays so. */
  async replace(tx: Tx, regionId: Id, ids: readonly Id[], pairs: readonly Omit<PairRow, 'rejected'>[]): Promise<void> {
    await tx.query(`DELETE FROM duplicate_pair WHERE rejected_on IS NULL AND (first_id = ANY($1::uuid[]) OR second_id = ANY($1::uuid[]))`, [
      ids,
    ]);
    // A part of an organisation, or its council, is called like it and is another one.
    await tx.query(
      `INSERT INTO duplicate_pair (region_id, first_id, second_id, reasons, rank)
       SELECT $1, r."firstId", r."secondId", r.reasons, r.rank FROM jsonb_to_recordset($2::jsonb) AS r ("firstId" uuid, "secondId" uuid, reasons text[], rank integer)
       WHERE NOT EXISTS (SELECT FROM actor_part_v1 part WHERE (part.actor_id, part.parent_id) IN ((r."firstId", r."secondId"), (r."secondId", r."firstId")))
         AND NOT EXISTS (SELECT FROM council_v1 c WHERE (c.actor_id, c.employer_id) IN ((r."firstId", r."secondId"), (r."secondId", r."firstId")))
       ON CONFLICT (first_id, second_id) DO UPDATE SET reasons = excluded.reasons, rank = excluded.rank`,
      [regionId, JSON.stringify(pairs)],
    );
    await tx.query('UPDATE import_trait SET compared = version WHERE id = ANY($1::uuid[])', [ids]);
  }

  /** Says that two are two, or takes it back; the pair as it is then, null where there is none. */
  async reject(tx: Tx, regionId: Id, [first, second]: readonly [Id, Id], on: LocalDate | null): Promise<PairRow | null> {
    const [rows] = (await tx.query(
      `UPDATE duplicate_pair p SET rejected_on = $4 WHERE p.region_id = $1 AND p.first_id = $2 AND p.second_id = $3 RETURNING ${COLUMNS}`,
      [regionId, first, second, on],
    )) as [PairRow[], number];
    return rows[0] ?? null;
  }
}
