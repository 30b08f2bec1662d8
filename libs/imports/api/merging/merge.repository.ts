import { Injectable } from '@nestjs/common';
import type { ActorMerge, LeftOver } from '@knotenpunkt/imports/domain';
import type { CursorKey, Id, LocalDate } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

const COLUMNS = `m.id, m.region_id AS "regionId", m.kept_id AS "keptId", m.merged_id AS "mergedId", m.kept_name AS "keptName", m.merged_name AS "mergedName",
  m.takes, m.change, m.moved, m.merged_at AS "mergedAt", m.undone_at AS "undoneAt", m.left_over AS "leftOver", m.version`;

/** Two entries of one organisation; those of two are told by successions. */
const OF_ONE = 'm.since_on IS NULL';

const page = query(
  'merge.page',
  `SELECT ${COLUMNS} FROM actor_merge m WHERE ${OF_ONE} AND m.region_id = $1 AND ($3::timestamptz IS NULL OR (m.merged_at, m.id) < ($3, $4::uuid))
   ORDER BY m.merged_at DESC, m.id DESC LIMIT $2`,
);
const one = query('merge.one', `SELECT ${COLUMNS} FROM actor_merge m WHERE ${OF_ONE} AND m.region_id = $1 AND m.id = $2`);
const into = query(
  'merge.into',
  `SELECT m.kept_id AS "keptId", m.merged_name AS name, m.merged_at AS "mergedAt" FROM actor_merge m
   WHERE ${OF_ONE} AND m.kept_id = ANY($1::uuid[]) AND m.undone_at IS NULL ORDER BY m.merged_at DESC, m.id DESC LIMIT 200`,
);

/** An entry that became part of another. */
export interface MergedEntry {
  keptId: Id;
  name: string;
  mergedAt: Date;
}

/** Which entries became one, and what was moved. */
@Injectable()
export class MergeRepository {
  constructor(private readonly database: Database) {}

  page(regionId: Id, limit: number, before: CursorKey | null): Promise<ActorMerge[]> {
    return this.database.read<ActorMerge>(page, [regionId, limit, before?.[0] ?? null, before?.[1] ?? null]);
  }

  find(regionId: Id, id: Id): Promise<ActorMerge | null> {
    return this.database.readOne<ActorMerge>(one, [regionId, id]);
  }

  /** Entries that became part of these and still are. */
  into(keptIds: readonly Id[]): Promise<MergedEntry[]> {
    return this.database.read<MergedEntry>(into, [keptIds]);
  }

  /** Locked until the transaction ends. */
  async lock(tx: Tx, regionId: Id, id: Id): Promise<ActorMerge | null> {
    const rows = (await tx.query(`${one.text} FOR UPDATE`, [regionId, id])) as ActorMerge[];
    return rows[0] ?? null;
  }

  /** `sinceOn`: the day since which one organisation continues the other; null: two entries of one. */
  async insert(tx: Tx, merge: ActorMerge, sinceOn: LocalDate | null = null): Promise<void> {
    await tx.query(
      `INSERT INTO actor_merge (id, region_id, kept_id, merged_id, kept_name, merged_name, takes, change, moved, merged_at, since_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[merge.id, merge.regionId, merge.keptId, merge.mergedId, merge.keptName, merge.mergedName, merge.takes],
        ...[JSON.stringify(merge.change), JSON.stringify(merge.moved), merge.mergedAt, sinceOn],
      ],
    );
  }

  async noteMoved(tx: Tx, { id, moved }: Pick<ActorMerge, 'id' | 'moved'>): Promise<void> {
    await tx.query('UPDATE actor_merge SET moved = $2 WHERE id = $1', [id, JSON.stringify(moved)]);
  }

  async noteUndone(tx: Tx, id: Id, undone: { at: Date; left: LeftOver }): Promise<void> {
    await tx.query('UPDATE actor_merge SET undone_at = $2, left_over = $3, version = version + 1 WHERE id = $1', [
      id,
      undone.at,
      JSON.stringify(undone.left),
    ]);
  }
}
