import { Injectable } from '@nestjs/common';
import type { ImportBatch, ImportKind, RowFate } from '@knotenpunkt/imports/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';

/** A batch with how far its job is. */
export interface StoredBatch extends ImportBatch {
  /** The line up to which it was done. */
  cursor: number;
}

export interface FateCount {
  fate: RowFate;
  count: number;
  /** How many of them wait for an answer. */
  unanswered: number;
}

/** What a table wrote, and what became of that. */
export interface Outcome {
  made: number;
  changed: number;
  left: number;
  takenBack: number;
  kept: number;
}

const COLUMNS = `id, region_id AS "regionId", kind, file_name AS "fileName", state, version, columns, fields,
  default_kind AS "defaultKind", source_note AS "sourceNote", rows, total, done, cursor, created_at AS "createdAt", committed_at AS "committedAt",
  undone_at AS "undoneAt"`;

const WRITABLE = {
  state: 'state',
  columns: 'columns',
  fields: 'fields',
  defaultKind: 'default_kind',
  sourceNote: 'source_note',
  rows: 'rows',
  total: 'total',
  done: 'done',
  cursor: 'cursor',
  committedAt: 'committed_at',
  undoneAt: 'undone_at',
} as const;

type Writable = Partial<Pick<StoredBatch, keyof typeof WRITABLE>>;

/** Tables that were sent. Rows of them have a repository of their own. */
@Injectable()
export class BatchRepository {
  async insert(tx: Tx, batch: Pick<StoredBatch, 'id' | 'regionId' | 'kind' | 'fileName' | 'createdAt'>): Promise<void> {
    await tx.query(
      `INSERT INTO import_batch (id, region_id, kind, file_name, state, created_at, attended_at) VALUES ($1, $2, $3, $4, 'READING', $5, $5)`,
      [batch.id, batch.regionId, batch.kind, batch.fileName, batch.createdAt],
    );
  }

  /** Locked, so that whoever else works on it waits. */
  async lock(tx: Tx, id: Id): Promise<StoredBatch | null> {
    const found = (await tx.query(`SELECT ${COLUMNS} FROM import_batch WHERE id = $1 FOR UPDATE`, [id])) as StoredBatch[];
    return found[0] ?? null;
  }

  async find(tx: Tx, regionId: Id, id: Id): Promise<StoredBatch | null> {
    const sql = `SELECT ${COLUMNS} FROM import_batch WHERE id = $1 AND region_id = $2 AND state <> 'READING'`;
    return ((await tx.query(sql, [id, regionId])) as StoredBatch[])[0] ?? null;
  }

  /** The newest first, without those that are still read. */
  async page(tx: Tx, regionId: Id, { limit, before }: { limit: number; before: [string, string] | null }): Promise<StoredBatch[]> {
    return (await tx.query(
      `SELECT ${COLUMNS} FROM import_batch WHERE region_id = $1 AND state <> 'READING'
         AND ($3::timestamptz IS NULL OR (created_at, id) < ($3::timestamptz, $4::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $2`,
      [regionId, limit, before?.[0] ?? null, before?.[1] ?? null],
    )) as StoredBatch[];
  }

  /** Writes parts of a batch that is locked. `steps`: how far its version goes on; a job at work leaves it. */
  async write(tx: Tx, id: Id, parts: Writable, { steps, at }: { steps: 0 | 1; at: Date }): Promise<void> {
    const keys = Object.keys(parts) as (keyof typeof WRITABLE)[];
    const values = keys.map((key) => (key === 'columns' || key === 'fields' ? JSON.stringify(parts[key]) : parts[key]));
    await tx.query(
      `UPDATE import_batch SET ${['version = version + $2', 'attended_at = $3', ...keys.map((key, index) => `${WRITABLE[key]} = $${index + 4}`)].join(', ')} WHERE id = $1`,
      [id, steps, at, ...values],
    );
  }

  /** Removes a table nothing has come of; one that somebody is faster with stays. */
  async remove(tx: Tx, id: Id): Promise<void> {
    await tx.query(`DELETE FROM import_batch WHERE id = $1 AND state IN ('READING', 'MATCHING', 'COMPARED')`, [id]);
  }

  /** How many rows of these tables there are of each fate, and how many of these wait for an answer. */
  async counts(tx: Tx, ids: readonly Id[]): Promise<(FateCount & { id: Id })[]> {
    return (await tx.query(
      `SELECT r.batch_id AS id, r.fate, count(*)::int AS count, CASE r.fate WHEN 'DUPLICATE' THEN count(*)
         WHEN 'CONFLICT' THEN (SELECT count(*) FROM import_row c WHERE c.batch_id = r.batch_id AND c.fate = 'CONFLICT' AND c.choices @> '[{"chosenId": null}]')
         ELSE 0 END::int AS unanswered
       FROM import_row r WHERE r.batch_id = ANY($1::uuid[]) AND r.fate IS NOT NULL GROUP BY r.batch_id, r.fate ORDER BY r.batch_id, r.fate`,
      [ids],
    )) as (FateCount & { id: Id })[];
  }

  /** What these tables wrote, and what became of that. */
  async outcomes(tx: Tx, ids: readonly Id[]): Promise<(Outcome & { id: Id })[]> {
    return (await tx.query(
      `SELECT batch_id AS id, count(*) FILTER (WHERE written_id IS NOT NULL AND before_version IS NULL)::int AS made,
         count(*) FILTER (WHERE written_id IS NOT NULL AND before_version IS NOT NULL)::int AS changed,
         count(*) FILTER (WHERE written_id IS NULL AND kept IS NOT NULL)::int AS left,
         count(*) FILTER (WHERE taken_back)::int AS "takenBack",
         count(*) FILTER (WHERE written_id IS NOT NULL AND kept IS NOT NULL)::int AS kept
       FROM import_row WHERE batch_id = ANY($1::uuid[]) AND (written_id IS NOT NULL OR kept IS NOT NULL) GROUP BY batch_id`,
      [ids],
    )) as (Outcome & { id: Id })[];
  }

  /** Those a job should work on and nobody has attended to since. */
  async abandoned(tx: Tx, since: Date): Promise<Id[]> {
    const rows = (await tx.query(
      `SELECT id FROM import_batch WHERE state IN ('COMPARING', 'COMMITTING', 'UNDOING') AND attended_at < $1 ORDER BY attended_at LIMIT 20`,
      [since],
    )) as { id: Id }[];
    return rows.map(({ id }) => id);
  }

  /** Tables nothing came of, and those whose reading was cut off. */
  async forgettable(tx: Tx, { unusedBefore, unreadBefore }: { unusedBefore: Date; unreadBefore: Date }): Promise<Id[]> {
    const rows = (await tx.query(
      `SELECT id FROM import_batch WHERE (state IN ('MATCHING', 'COMPARED') AND attended_at < $1) OR (state = 'READING' AND attended_at < $2)
       ORDER BY attended_at LIMIT 200`,
      [unusedBefore, unreadBefore],
    )) as { id: Id }[];
    return rows.map(({ id }) => id);
  }

  async remember(
    tx: Tx,
    about: { regionId: Id; kind: ImportKind; headings: string },
    meant: { fields: (string | null)[]; defaultKind: string; at: Date },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO import_memory (region_id, kind, headings, fields, default_kind, remembered_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (region_id, kind, headings) DO UPDATE SET fields = excluded.fields, default_kind = excluded.default_kind, remembered_at = excluded.remembered_at`,
      [about.regionId, about.kind, about.headings, JSON.stringify(meant.fields), meant.defaultKind, meant.at],
    );
  }

  async remembered(
    tx: Tx,
    about: { regionId: Id; kind: ImportKind; headings: string },
  ): Promise<{ fields: (string | null)[]; defaultKind: string } | null> {
    const rows = (await tx.query(
      'SELECT fields, default_kind AS "defaultKind" FROM import_memory WHERE region_id = $1 AND kind = $2 AND headings = $3',
      [about.regionId, about.kind, about.headings],
    )) as { fields: (string | null)[]; defaultKind: string }[];
    return rows[0] ?? null;
  }
}
