import { Injectable } from '@nestjs/common';
import type { ThreadCorrection } from '@knotenpunkt/coordination/domain';
import { ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

const COLUMNS = `thread_id AS "threadId", actor_id AS "actorId", text, written_on AS "writtenOn", noted_on AS "notedOn", version`;

const ofThreads = query(
  'threadCorrection.ofThreads',
  `SELECT ${COLUMNS} FROM thread_correction WHERE thread_id = ANY($1::uuid[]) ORDER BY thread_id, noted_on IS NOT NULL, written_on, actor_id`,
);

const ofActor = query(
  'threadCorrection.ofActor',
  `SELECT ${COLUMNS} FROM thread_correction WHERE actor_id = $1 AND thread_id = ANY($2::uuid[])`,
);

/** What organisations say of threads that name them. */
@Injectable()
export class ThreadCorrectionRepository {
  constructor(private readonly database: Database) {}

  /** Those nobody has noted first. */
  ofThreads(ids: readonly Id[]): Promise<ThreadCorrection[]> {
    return this.database.read<ThreadCorrection>(ofThreads, [ids]);
  }

  /** What one organisation says. */
  ofActor(actorId: Id, ids: readonly Id[]): Promise<ThreadCorrection[]> {
    return this.database.read<ThreadCorrection>(ofActor, [actorId, ids]);
  }

  async lock(tx: Tx, threadId: Id, actorId: Id): Promise<ThreadCorrection | null> {
    const sql = `SELECT ${COLUMNS} FROM thread_correction WHERE thread_id = $1 AND actor_id = $2 FOR UPDATE`;
    return ((await tx.query(sql, [threadId, actorId])) as ThreadCorrection[])[0] ?? null;
  }

  /** Replaces what the organisation said before; whether that changed anything. The same words a second time change nothing. */
  async put(tx: Tx, { threadId, actorId, text, writtenOn }: Omit<ThreadCorrection, 'version'>): Promise<boolean> {
    const rows = (await tx.query(
      `INSERT INTO thread_correction AS c (thread_id, actor_id, text, written_on) VALUES ($1, $2, $3, $4)
       ON CONFLICT (thread_id, actor_id) DO UPDATE SET text = $3, written_on = $4, noted_on = NULL, version = c.version + 1
       WHERE c.text <> $3 RETURNING version`,
      [threadId, actorId, text, writtenOn],
    )) as unknown[];
    return rows.length > 0;
  }

  async note(tx: Tx, { threadId, actorId, notedOn }: ThreadCorrection, expectedVersion: number): Promise<Result<number, 'STALE_VERSION'>> {
    const [rows] = (await tx.query(
      `UPDATE thread_correction SET noted_on = $3, version = version + 1 WHERE thread_id = $1 AND actor_id = $2 AND version = $4 RETURNING version`,
      [threadId, actorId, notedOn satisfies LocalDate | null, expectedVersion],
    )) as [{ version: number }[], number];
    if (rows[0]) return ok(rows[0].version);
    return refuse('STALE_VERSION', { params: { current: (await this.lock(tx, threadId, actorId))?.version ?? 0 } });
  }
}
