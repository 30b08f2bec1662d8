import { Injectable } from '@nestjs/common';
import type {
  Candidate,
  CellProblem,
  Change,
  Choice,
  Judgement,
  KeptReason,
  Refers,
  RowDecision,
  RowFate,
} from '@knotenpunkt/imports/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';

/** A row as it was read, with what was decided on it. */
export interface ReadRow {
  line: number;
  cells: string[];
  decision: RowDecision | null;
  decidedId: Id | null;
  /** Words that fit several, with what was chosen. */
  choices: readonly Choice[];
}

/** A row with what becomes of it. */
export interface ShownRow {
  line: number;
  label: string;
  fate: RowFate;
  problems: CellProblem[];
  changes: Change[];
  candidates: Candidate[];
  choices: Choice[];
  refers: Refers | null;
  decision: RowDecision | null;
  kept: KeptReason | null;
  writtenId: Id | null;
  takenBack: boolean;
}

/** A row that is to be written. */
export interface WritableRow extends ReadRow {
  fate: 'NEW' | 'CHANGED';
  changes: Change[];
  targetId: Id | null;
  targetVersion: number | null;
  refers: Refers | null;
}

/** A row that was written. */
export interface WrittenRow {
  line: number;
  writtenId: Id;
  writtenVersion: number;
  beforeVersion: number | null;
  before: Record<string, Change['before']> | null;
}

/** Which rows are shown. */
export interface RowsAsked {
  fate: RowFate | null;
  /** Only those that were not written, or not taken back. */
  kept: boolean;
  after: number;
  limit: number;
}

const SHOWN = `line, label, fate, COALESCE(problems, '[]') AS problems, COALESCE(changes, '[]') AS changes, COALESCE(candidates, '[]') AS candidates,
  COALESCE(choices, '[]') AS choices, refers, decision, kept, written_id AS "writtenId", taken_back AS "takenBack"`;

const READ = `line, cells, decision, decided_id AS "decidedId", COALESCE(choices, '[]') AS choices`;

async function rowsOf<Row>(tx: Tx, sql: string, parameters: unknown[]): Promise<Row[]> {
  return (await tx.query(sql, parameters)) as Row[];
}

/** Rows of tables, some hundred at a time. */
@Injectable()
export class RowRepository {
  async insert(tx: Tx, batchId: Id, rows: readonly { number: number; cells: string[] }[]): Promise<void> {
    await tx.query(
      `INSERT INTO import_row (batch_id, line, cells)
       SELECT $1, r.number, ARRAY(SELECT jsonb_array_elements_text(r.cells)) FROM jsonb_to_recordset($2::jsonb) AS r (number integer, cells jsonb)`,
      [batchId, JSON.stringify(rows)],
    );
  }

  next(tx: Tx, batchId: Id, after: number, limit: number): Promise<ReadRow[]> {
    return rowsOf(tx, `SELECT ${READ} FROM import_row WHERE batch_id = $1 AND line > $2 ORDER BY line LIMIT $3`, [batchId, after, limit]);
  }

  among(tx: Tx, batchId: Id, lines: readonly number[], fate: RowFate): Promise<ReadRow[]> {
    return rowsOf(
      tx,
      `SELECT ${READ} FROM import_row WHERE batch_id = $1 AND line = ANY($2::int[])
         AND (fate = $3 OR decision IS NOT NULL) ORDER BY line`,
      [batchId, lines, fate],
    );
  }

  /** Those of these rows whose words offer a choice. */
  choosing(tx: Tx, batchId: Id, lines: readonly number[], { field, words }: Pick<Choice, 'field' | 'words'>): Promise<ReadRow[]> {
    return rowsOf(
      tx,
      `SELECT ${READ} FROM import_row WHERE batch_id = $1 AND line = ANY($2::int[]) AND choices @> $3::jsonb ORDER BY line`,
      [batchId, lines, JSON.stringify([{ field, words }])],
    );
  }

  /** How many rows name organisations as those whose they are, and would be new; some rows aside, and those after a line. */
  async coming(tx: Tx, batchId: Id, about: { actorIds: readonly Id[]; upTo: number; except: readonly number[] }): Promise<Map<Id, number>> {
    const rows = await rowsOf<{ id: Id; count: number }>(
      tx,
      `SELECT refers->>'actor' AS id, count(*)::int AS count FROM import_row
       WHERE batch_id = $1 AND refers->>'actor' = ANY($2) AND fate = 'NEW' AND line <= $3 AND line <> ALL($4::int[]) GROUP BY 1`,
      [batchId, about.actorIds, about.upTo, about.except],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  shown(tx: Tx, batchId: Id, { fate, kept, after, limit }: RowsAsked): Promise<ShownRow[]> {
    return rowsOf(
      tx,
      `SELECT ${SHOWN} FROM import_row WHERE batch_id = $1 AND fate IS NOT NULL AND line > $2 AND ($3::text IS NULL OR fate = $3) AND (NOT $4 OR kept IS NOT NULL)
       ORDER BY line LIMIT $5`,
      [batchId, after, fate, kept, limit],
    );
  }

  /** The first lines before one that mean the same as these. */
  earlier(
    tx: Tx,
    batchId: Id,
    about: { before: number; identities: readonly string[]; targets: readonly Id[] },
  ): Promise<{ key: string; line: number }[]> {
    return rowsOf(
      tx,
      `SELECT identity AS key, min(line)::int AS line FROM import_row WHERE batch_id = $1 AND line < $2 AND identity = ANY($3) GROUP BY identity
       UNION ALL SELECT target_id::text, min(line)::int FROM import_row WHERE batch_id = $1 AND line < $2 AND target_id = ANY($4::uuid[]) GROUP BY target_id`,
      [batchId, about.before, about.identities, about.targets],
    );
  }

  async judge(
    tx: Tx,
    batchId: Id,
    judged: readonly (Judgement & { line: number; label: string; identity: string | null })[],
  ): Promise<void> {
    await tx.query(
      `UPDATE import_row i SET label = r.label, fate = r.fate, problems = r.problems, changes = r.changes, candidates = r.candidates,
         choices = NULLIF(r.choices, '[]'), identity = r.identity, target_id = r."targetId", target_version = r."targetVersion", refers = r.refers
       FROM jsonb_to_recordset($2::jsonb) AS r (line integer, label text, fate text, problems jsonb, changes jsonb, candidates jsonb, choices jsonb, identity text,
         "targetId" uuid, "targetVersion" integer, refers jsonb)
       WHERE i.batch_id = $1 AND i.line = r.line`,
      [batchId, JSON.stringify(judged)],
    );
  }

  async decide(tx: Tx, batchId: Id, lines: readonly number[], said: { decision: RowDecision | null; targetId: Id | null }): Promise<void> {
    await tx.query('UPDATE import_row SET decision = $3, decided_id = $4 WHERE batch_id = $1 AND line = ANY($2::int[])', [
      batchId,
      lines,
      said.decision,
      said.targetId,
    ]);
  }

  /** What was said of rows when the columns meant something else; what was decided of them is asked again. */
  async forgetJudgements(tx: Tx, batchId: Id, lines: readonly number[]): Promise<void> {
    await tx.query(
      `UPDATE import_row SET fate = NULL, identity = NULL, target_id = NULL, choices = NULL, decision = NULL, decided_id = NULL
       WHERE batch_id = $1 AND line = ANY($2::int[]) AND fate IS NOT NULL`,
      [batchId, lines],
    );
  }

  writable(tx: Tx, batchId: Id, after: number, limit: number): Promise<WritableRow[]> {
    return rowsOf(
      tx,
      `SELECT ${READ}, fate, COALESCE(changes, '[]') AS changes, target_id AS "targetId", target_version AS "targetVersion", refers
       FROM import_row WHERE batch_id = $1 AND line > $2 AND fate IN ('NEW', 'CHANGED') AND written_id IS NULL ORDER BY line LIMIT $3`,
      [batchId, after, limit],
    );
  }

  async written(tx: Tx, batchId: Id, rows: readonly WrittenRow[]): Promise<void> {
    await tx.query(
      `UPDATE import_row i SET written_id = r."writtenId", written_version = r."writtenVersion", before_version = r."beforeVersion", before = r.before,
         kept = NULL, cells = '{}', candidates = NULL, choices = NULL
       FROM jsonb_to_recordset($2::jsonb) AS r (line integer, "writtenId" uuid, "writtenVersion" integer, "beforeVersion" integer, before jsonb)
       WHERE i.batch_id = $1 AND i.line = r.line`,
      [batchId, JSON.stringify(rows)],
    );
  }

  async keep(tx: Tx, batchId: Id, kept: readonly { line: number; reason: KeptReason }[]): Promise<void> {
    if (kept.length === 0) return;
    await tx.query(
      `UPDATE import_row i SET kept = r.reason FROM jsonb_to_recordset($2::jsonb) AS r (line integer, reason text) WHERE i.batch_id = $1 AND i.line = r.line`,
      [batchId, JSON.stringify(kept)],
    );
  }

  /** Forgets what some rows said that is not needed any more: it may name people, also where it tells what is wrong with a cell. How many there were. */
  async forgetSaid(tx: Tx, batchId: Id, limit: number): Promise<number> {
    const [, count] = (await tx.query(
      `UPDATE import_row SET cells = '{}', candidates = NULL, choices = NULL, problems = NULL WHERE batch_id = $1
         AND line IN (SELECT line FROM import_row WHERE batch_id = $1 AND cells <> '{}' LIMIT $2)`,
      [batchId, limit],
    )) as [unknown, number];
    return count;
  }

  /** Rows that are to be taken back, the last first. */
  undoable(tx: Tx, batchId: Id, before: number, limit: number): Promise<WrittenRow[]> {
    return rowsOf(
      tx,
      `SELECT line, written_id AS "writtenId", written_version AS "writtenVersion", before_version AS "beforeVersion", before FROM import_row
       WHERE batch_id = $1 AND line < $2 AND written_id IS NOT NULL AND NOT taken_back ORDER BY line DESC LIMIT $3`,
      [batchId, before, limit],
    );
  }

  async takeBack(tx: Tx, batchId: Id, lines: readonly number[]): Promise<void> {
    await tx.query('UPDATE import_row SET taken_back = true, kept = NULL WHERE batch_id = $1 AND line = ANY($2::int[])', [batchId, lines]);
  }

  /** An earlier table wrote what now stands there again: it can be taken back as well. */
  async standsAgain(tx: Tx, restored: readonly { id: Id; beforeVersion: number; version: number }[]): Promise<void> {
    if (restored.length === 0) return;
    await tx.query(
      `UPDATE import_row i SET written_version = r.version FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "beforeVersion" integer, version integer)
       WHERE i.written_id = r.id AND i.written_version = r."beforeVersion" AND NOT i.taken_back`,
      [JSON.stringify(restored)],
    );
  }
}
