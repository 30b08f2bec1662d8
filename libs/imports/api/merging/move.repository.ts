import { Injectable } from '@nestjs/common';
import type { ReferenceKind } from '@knotenpunkt/identity/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { TableShape } from './moving-sql';

type Row = Record<string, unknown>;

/** A row that went over, with what stood in it; or one that was set aside, as it was. */
export interface NotedMove {
  place: number;
  table: string;
  kind: ReferenceKind;
  key: Row | null;
  before: Row | null;
  after: Row | null;
  setAside: Row | null;
}

async function rowsOf<Found>(tx: Tx, sql: string, parameters: unknown[]): Promise<Found[]> {
  return (await tx.query(sql, parameters)) as Found[];
}

/** What a merging moved, and what is the same for every table. Names of tables come from the rooms they belong to. */
@Injectable()
export class MoveRepository {
  async shapeOf(tx: Tx, table: string): Promise<TableShape> {
    const columns = await rowsOf<{ name: string; type: string; key: boolean }>(
      tx,
      `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, COALESCE(a.attnum = ANY(k.indkey), false) AS key
       FROM pg_attribute a LEFT JOIN pg_index k ON k.indrelid = a.attrelid AND k.indisprimary
       WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
      [`"${table}"`],
    );
    const key = columns.filter((column) => column.key).map(({ name }) => name);
    if (key.length === 0) throw new Error(`${table}: rows without a key cannot be moved`);
    return { key, types: new Map(columns.map(({ name, type }) => [name, type])) };
  }

  /** After what is noted already. */
  async note(tx: Tx, mergeId: Id, moves: readonly NotedMove[]): Promise<void> {
    await tx.query(
      `INSERT INTO actor_merge_move (merge_id, place, table_name, kind, row_key, before, after, set_aside, person_id)
       SELECT $1, place + (SELECT count(*) FROM actor_merge_move m WHERE m.merge_id = $1), "table", kind, nullif(key, 'null'), nullif(before, 'null'), nullif(after, 'null'), nullif("setAside", 'null'),
         COALESCE("setAside" ->> 'person_id', key ->> 'person_id')::uuid
       FROM jsonb_to_recordset($2::jsonb) AS r (place integer, "table" text, kind text, key jsonb, before jsonb, after jsonb, "setAside" jsonb)`,
      [mergeId, JSON.stringify(moves)],
    );
  }

  noted(tx: Tx, mergeId: Id): Promise<NotedMove[]> {
    return rowsOf(
      tx,
      `SELECT place, table_name AS "table", kind, row_key AS key, before, after, set_aside AS "setAside" FROM actor_merge_move WHERE merge_id = $1 ORDER BY place`,
      [mergeId],
    );
  }

  async forget(tx: Tx, mergeId: Id): Promise<void> {
    await tx.query('DELETE FROM actor_merge_move WHERE merge_id = $1', [mergeId]);
  }

  async countOn(tx: Tx, table: string, ids: readonly Id[]): Promise<void> {
    await tx.query(`UPDATE "${table}" SET version = version + 1 WHERE id = ANY($1::uuid[])`, [ids]);
  }

  regionsOf(tx: Tx, table: string, ids: readonly Id[]): Promise<{ id: Id; regionId: Id }[]> {
    return rowsOf(tx, `SELECT id, region_id AS "regionId" FROM "${table}" WHERE id = ANY($1::uuid[]) ORDER BY id`, [ids]);
  }
}
