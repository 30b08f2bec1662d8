import { Injectable } from '@nestjs/common';
import type { BarrierReport } from '@knotenpunkt/moderation/domain';
import type { CursorKey, Id, LocalDate, Result } from '@knotenpunkt/kernel';
import { Database, query, updateVersioned, type Tx } from '@knotenpunkt/platform/database';

const COLUMNS = `id, region_id AS "regionId", page_address AS "pageAddress", text, email, language, state, answer, answered_at AS "answeredAt",
  created_at AS "createdAt", erased_on AS "erasedOn", version`;

// To the millisecond, as cursors have it.
const page = query(
  'barrierReport.page',
  `SELECT ${COLUMNS} FROM barrier_report WHERE ($1::timestamptz IS NULL OR (created_at, id) < ($1, $2::uuid))
   ORDER BY created_at DESC, id DESC LIMIT $3`,
);

@Injectable()
export class BarrierReportRepository {
  constructor(private readonly database: Database) {}

  /** The newest first, of all regions. One row more than asked for tells whether there is more. */
  page(first: number, after: CursorKey | null): Promise<BarrierReport[]> {
    return this.database.read<BarrierReport>(page, [after?.[0] ?? null, after?.[1] ?? null, first + 1]);
  }

  /** Reports of one mail address since an instant; counted under a lock, so that many at once cannot pass together. */
  async countSince(tx: Tx, email: string, since: Date): Promise<number> {
    if (email === '') return 0;
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [email]);
    const rows = (await tx.query('SELECT count(*)::int AS count FROM barrier_report WHERE email = $1 AND created_at >= $2', [
      email,
      since,
    ])) as { count: number }[];
    return rows[0]!.count;
  }

  async find(tx: Tx, id: Id): Promise<BarrierReport | null> {
    const rows = (await tx.query(`SELECT ${COLUMNS} FROM barrier_report WHERE id = $1`, [id])) as BarrierReport[];
    return rows[0] ?? null;
  }

  async insert(tx: Tx, { id, regionId, pageAddress, text, email, language, createdAt }: BarrierReport): Promise<void> {
    await tx.query(
      `INSERT INTO barrier_report (id, region_id, page_address, text, email, language, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, regionId, pageAddress, text, email, language, createdAt],
    );
  }

  answer(tx: Tx, id: Id, expectedVersion: number, given: { answer: string; at: Date; personId: Id }): Promise<Result<number>> {
    const set = { state: 'ANSWERED', answer: given.answer, answered_at: given.at, answered_by: given.personId };
    return updateVersioned(tx, { table: 'barrier_report', id, expectedVersion, set });
  }

  /** Empties what was written before two days: what was answered, and what was sent at all. */
  async erase(
    tx: Tx,
    { answeredBefore, sentBefore }: { answeredBefore: LocalDate; sentBefore: LocalDate },
    today: LocalDate,
  ): Promise<void> {
    await tx.query(
      `UPDATE barrier_report SET page_address = '', text = '', email = '', answer = '', erased_on = $3, version = version + 1
       WHERE erased_on IS NULL AND (answered_at < $1::date OR created_at < $2::date)`,
      [answeredBefore, sentBefore, today],
    );
  }
}
