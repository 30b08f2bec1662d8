import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  keyOf,
  namesInList,
  rowKey,
  subjectsInList,
  type KnownActor,
  type KnownCoordinator,
  type KnownSubject,
  type KnownThread,
  type ListRow,
  type ReadList,
} from '@knotenpunkt/coordination/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';

/** A list as it was read from a file. */
export interface StoredList extends ReadList {
  id: Id;
  /** How many threads came of it; null: it is not taken over yet. */
  opened: number | null;
}

/** More organisations than this are not called alike in one list. */
const MOST_NAMED = 5_000;

/** The id of the thread that a row of a region's lists becomes, always the same: a UUIDv8 (RFC 9562) of its SHA-256. */
export function threadIdOf(regionId: Id, key: string): Id {
  const bytes = createHash('sha256').update(`thread-list\n${regionId}\n${key}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

async function rowsOf<Row>(tx: Tx, sql: string, parameters: unknown[]): Promise<Row[]> {
  return (await tx.query(sql, parameters)) as Row[];
}

/** Lists until they are taken over, and what there is in the region of all that they name; each by one statement. */
@Injectable()
export class ThreadListRepository {
  async insert(tx: Tx, regionId: Id, list: StoredList, readAt: Date): Promise<void> {
    await tx.query('INSERT INTO thread_list (id, region_id, rows, missing, ignored, read_at) VALUES ($1, $2, $3, $4, $5, $6)', [
      list.id,
      regionId,
      JSON.stringify(list.rows),
      list.missing,
      list.ignored,
      readAt,
    ]);
  }

  /** Locked, where it is to be taken over. */
  async find(tx: Tx, regionId: Id, id: Id, { lock = false } = {}): Promise<StoredList | null> {
    const sql = `SELECT id, rows, missing, ignored, opened FROM thread_list WHERE id = $1 AND region_id = $2${lock ? ' FOR UPDATE' : ''}`;
    return (await rowsOf<StoredList>(tx, sql, [id, regionId]))[0] ?? null;
  }

  /** What was read has done its duty; how many came of it stays for whoever asks again. */
  async markTaken(tx: Tx, id: Id, opened: number): Promise<void> {
    await tx.query(`UPDATE thread_list SET opened = $2, rows = '[]' WHERE id = $1`, [id, opened]);
  }

  async forgetBefore(tx: Tx, before: Date): Promise<void> {
    await tx.query('DELETE FROM thread_list WHERE read_at < $1', [before]);
  }

  /** Two that take over lists of one region wait for each other. */
  async takeTurns(tx: Tx, regionId: Id): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`thread-list ${regionId}`]);
  }

  async addNotes(tx: Tx, notes: readonly { id: Id; text: string }[]): Promise<void> {
    await tx.query(
      'INSERT INTO thread_note (thread_id, text) SELECT n.id, n.text FROM jsonb_to_recordset($1::jsonb) AS n(id uuid, text text)',
      [JSON.stringify(notes)],
    );
  }

  /** Organisations by the names in a list, and those that were chosen. */
  actors(tx: Tx, regionId: Id, rows: readonly ListRow[], chosen: readonly Id[]): Promise<KnownActor[]> {
    return rowsOf(
      tx,
      `SELECT id, name, short_name AS "shortName", slug FROM actor_v1 WHERE region_id = $1 AND NOT archived
         AND (lower(name) = ANY($2) OR lower(short_name) = ANY($2) OR slug = ANY($2) OR id = ANY($3::uuid[]))
       ORDER BY id LIMIT ${MOST_NAMED}`,
      [regionId, namesInList(rows), chosen],
    );
  }

  subjects(tx: Tx, regionId: Id, rows: readonly ListRow[]): Promise<KnownSubject[]> {
    const from = (type: string, view: string, title: string, and = '') =>
      `SELECT '${type}' AS type, id, ${title} AS title, slug FROM ${view} WHERE region_id = $1 AND (lower(${title}) = ANY($2) OR slug = ANY($2))${and}`;
    return rowsOf(
      tx,
      `${from('ALLIANCE', 'alliance_v1', 'title')} UNION ALL ${from('INITIATIVE', 'initiative_v1', 'title')}
       UNION ALL ${from('CHALLENGE', 'challenge_v1', 'question')} UNION ALL ${from('ACTOR', 'actor_v1', 'name', ' AND NOT archived')}
       ORDER BY id LIMIT ${MOST_NAMED}`,
      [regionId, subjectsInList(rows)],
    );
  }

  coordinators(tx: Tx, regionId: Id): Promise<KnownCoordinator[]> {
    return rowsOf(tx, 'SELECT person_id AS id, name FROM coordinator_v1 WHERE region_id = $1 ORDER BY name LIMIT 100', [regionId]);
  }

  /** Threads that rows have become before, and open ones with the same title. */
  threads(tx: Tx, regionId: Id, rows: readonly ListRow[]): Promise<KnownThread[]> {
    return rowsOf(
      tx,
      `SELECT id, title, state, next_step AS "nextStep", follow_up_on AS "followUpOn" FROM thread
       WHERE region_id = $1 AND (id = ANY($2::uuid[]) OR (state = 'OPEN' AND lower(title) = ANY($3))) ORDER BY id`,
      [regionId, rows.map((row) => threadIdOf(regionId, rowKey(row))), rows.map(({ cells }) => keyOf(cells.title))],
    );
  }
}
