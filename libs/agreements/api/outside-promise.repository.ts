import { Injectable } from '@nestjs/common';
import type { OutsidePromise } from '@knotenpunkt/agreements/domain';
import type { Id, LocalDate, Result } from '@knotenpunkt/kernel';
import { Database, query, updateVersioned, type Tx } from '@knotenpunkt/platform/database';

const COLUMNS = `p.id, p.region_id AS "regionId", p.actor_id AS "actorId",
  json_build_object('type', p.purpose_type, 'id', p.purpose_id, 'title', p.purpose_title, 'slug', p.purpose_slug) AS purpose, p.text,
  p.due_on AS "dueOn", p.way, p.said_on AS "saidOn", p.said_by AS "saidBy", p.proof, p.state, p.entered_on AS "enteredOn",
  p.answer_by AS "answerBy", p.reminded_on AS "remindedOn", p.decided_on AS "decidedOn", p.objection, p.version`;

const list = query(
  'outsidePromise.list',
  `SELECT ${COLUMNS} FROM outside_promise p
   WHERE p.region_id = $1 AND ($2::uuid[] IS NULL OR p.actor_id = ANY($2) OR (p.state = 'WAITING' AND p.purpose_id = ANY($3::uuid[])))
     AND ($4::uuid IS NULL OR p.purpose_id = $4) AND ($5::uuid IS NULL OR p.actor_id = $5)
   ORDER BY p.state <> 'WAITING', coalesce(DATE '9999-12-31' - p.decided_on, 0), p.answer_by, p.id LIMIT 100`,
);
const one = query('outsidePromise.one', `SELECT ${COLUMNS} FROM outside_promise p WHERE p.id = $1 AND p.region_id = $2`);
const actorName = query('outsidePromise.actorName', 'SELECT name FROM actor_v1 WHERE id = $1');

/** Which of them are shown, and to whom. */
export interface OutsideFilter {
  /** All of these organisations; null: of everybody, for the coordination. */
  actorIds: readonly Id[] | null;
  /** Those that wait, of everybody who takes part in this. */
  sharedPurposeIds: readonly Id[];
  purposeId: Id | null;
  actorId: Id | null;
}

@Injectable()
export class OutsidePromiseRepository {
  constructor(private readonly database: Database) {}

  /** What waits first, the most urgent on top; then what was decided last. */
  list(regionId: Id, { actorIds, sharedPurposeIds, purposeId, actorId }: OutsideFilter): Promise<OutsidePromise[]> {
    return this.database.read<OutsidePromise>(list, [regionId, actorIds, sharedPurposeIds, purposeId, actorId]);
  }

  find(id: Id, regionId: Id): Promise<OutsidePromise | null> {
    return this.database.readOne<OutsidePromise>(one, [id, regionId]);
  }

  async actorName(id: Id): Promise<string> {
    return (await this.database.readOne<{ name: string }>(actorName, [id]))?.name ?? '';
  }

  /** Locked until the transaction ends: two answers at once follow each other. */
  async lock(tx: Tx, id: Id, regionId: Id): Promise<OutsidePromise | null> {
    const sql = `SELECT ${COLUMNS} FROM outside_promise p WHERE p.id = $1 AND p.region_id = $2 FOR UPDATE`;
    return ((await tx.query(sql, [id, regionId])) as OutsidePromise[])[0] ?? null;
  }

  /** What is waiting after its last day, locked. */
  async overdue(tx: Tx, regionId: Id, today: LocalDate): Promise<OutsidePromise[]> {
    return (await tx.query(
      `SELECT ${COLUMNS} FROM outside_promise p WHERE p.region_id = $1 AND p.state = 'WAITING' AND p.answer_by < $2
       ORDER BY p.id LIMIT 500 FOR UPDATE`,
      [regionId, today],
    )) as OutsidePromise[];
  }

  /** Adds one; whether it was new. */
  async insert(tx: Tx, promise: OutsidePromise): Promise<boolean> {
    const rows = (await tx.query(
      `INSERT INTO outside_promise (id, region_id, actor_id, purpose_type, purpose_id, purpose_title, purpose_slug, text, due_on, way, said_on,
         said_by, proof, entered_on, answer_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [
        ...[promise.id, promise.regionId, promise.actorId, promise.purpose.type, promise.purpose.id, promise.purpose.title],
        ...[promise.purpose.slug, promise.text, promise.dueOn, promise.way, promise.saidOn, promise.saidBy, promise.proof],
        ...[promise.enteredOn, promise.answerBy],
      ],
    )) as unknown[];
    return rows.length > 0;
  }

  update(tx: Tx, promise: OutsidePromise, expectedVersion: number): Promise<Result<number, 'STALE_VERSION'>> {
    return updateVersioned(tx, {
      table: 'outside_promise',
      id: promise.id,
      expectedVersion,
      set: {
        state: promise.state,
        said_by: promise.saidBy,
        proof: promise.proof,
        reminded_on: promise.remindedOn,
        decided_on: promise.decidedOn,
        objection: promise.objection,
      },
    });
  }

  /** Forgets what was decided before a day; the Zusage that came of it stays. */
  async forget(tx: Tx, regionId: Id, before: LocalDate): Promise<void> {
    await tx.query('DELETE FROM outside_promise WHERE region_id = $1 AND decided_on < $2', [regionId, before]);
  }
}
