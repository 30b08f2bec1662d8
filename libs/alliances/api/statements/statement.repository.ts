import { Injectable } from '@nestjs/common';
import type { Statement, TakenStand, Task } from '@knotenpunkt/alliances/domain';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import { Database, query, updateVersioned, type Tx } from '@knotenpunkt/platform/database';

const COLUMNS = `s.id, s.alliance_id AS "allianceId", s.kind, s.text, s.stated_on AS "on", s.concerns, s.evidence_url AS "evidenceUrl", s.audience,
  s.meeting, s.minutes_id AS "minutesId", s.replaces_id AS "replacesId", s.entered_by_id AS "enteredById", s.entered_on AS "enteredOn",
  s.confirmed_on AS "confirmedOn", s.withdrawn_on AS "withdrawnOn", s.version,
  (SELECT coalesce(json_agg(json_build_object('actorId', t.actor_id, 'stand', t.stand, 'note', t.note, 'saidOn', t.said_on) ORDER BY t.position), '[]')
   FROM alliance_stand t WHERE t.statement_id = s.id) AS stands`;
const OF_ALLIANCE = `SELECT ${COLUMNS} FROM alliance_statement s WHERE s.alliance_id = $1 ORDER BY s.stated_on DESC, s.id DESC LIMIT 250`;

const TASK_COLUMNS = `k.id, k.alliance_id AS "allianceId", k.text, k.due_on AS "dueOn", k.entered_by_id AS "enteredById", k.minutes_id AS "minutesId",
  k.given_back AS "givenBack", k.taken_by_id AS "takenById", k.dropped_on AS "droppedOn", k.version`;
const OPEN_TASKS = `SELECT ${TASK_COLUMNS} FROM alliance_task k
  WHERE k.alliance_id = $1 AND k.taken_by_id IS NULL AND k.dropped_on IS NULL ORDER BY k.due_on, k.id LIMIT 200`;

const ofAlliance = query('statement.ofAlliance', OF_ALLIANCE);
const openTasks = query('task.open', OPEN_TASKS);
/** As `isPublicStatement` says it of one. */
const published = query(
  'statement.published',
  `SELECT ${COLUMNS} FROM alliance_statement s
   WHERE s.alliance_id = ANY($1::uuid[]) AND s.kind IN ('RESULT', 'LESSON') AND s.audience = 'PUBLIC'
     AND s.confirmed_on IS NOT NULL AND s.withdrawn_on IS NULL
     AND NOT EXISTS (SELECT FROM alliance_statement r WHERE r.replaces_id = s.id AND r.confirmed_on IS NOT NULL)
   ORDER BY s.stated_on DESC, s.id DESC LIMIT 2000`,
);

const meetings = query(
  'statement.nextMeetings',
  `SELECT DISTINCT meeting->>'nextOn' AS "on" FROM alliance_statement
   WHERE alliance_id = $1 AND kind = 'MINUTES' AND withdrawn_on IS NULL AND meeting->>'nextOn' >= $2 ORDER BY 1 LIMIT 20`,
);

/** What alliances state, and the tasks nobody has taken on. */
@Injectable()
export class StatementRepository {
  constructor(private readonly database: Database) {}

  /** All of an alliance, the newest day first. */
  ofAlliance(allianceId: Id): Promise<Statement[]> {
    return this.database.read<Statement>(ofAlliance, [allianceId]);
  }

  /** Results and lessons of several that everybody reads, without what was replaced; the newest day first. */
  published(allianceIds: readonly Id[]): Promise<Statement[]> {
    return this.database.read<Statement>(published, [allianceIds]);
  }

  /** The days on which an alliance meets again; where and what about is not told. */
  async nextMeetings(allianceId: Id, today: LocalDate): Promise<LocalDate[]> {
    return (await this.database.read<{ on: LocalDate }>(meetings, [allianceId, today])).map(({ on }) => on);
  }

  openTasks(allianceId: Id): Promise<Task[]> {
    return this.database.read<Task>(openTasks, [allianceId]);
  }

  async within(tx: Tx, allianceId: Id): Promise<Statement[]> {
    return (await tx.query(OF_ALLIANCE, [allianceId])) as Statement[];
  }

  async insert(tx: Tx, statement: Statement): Promise<void> {
    const { meeting, stands } = statement;
    await tx.query(
      `INSERT INTO alliance_statement (id, alliance_id, kind, text, stated_on, concerns, evidence_url, audience, meeting, minutes_id, replaces_id,
         entered_by_id, entered_on, confirmed_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[statement.id, statement.allianceId, statement.kind, statement.text, statement.on, statement.concerns, statement.evidenceUrl],
        ...[statement.audience, meeting && JSON.stringify(meeting), statement.minutesId, statement.replacesId, statement.enteredById],
        ...[statement.enteredOn, statement.confirmedOn],
      ],
    );
    await tx.query(
      `INSERT INTO alliance_stand (statement_id, position, actor_id, stand, note, said_on)
       SELECT $1, part.position, part."actorId", part.stand, part.note, part."saidOn"
       FROM jsonb_to_recordset($2::jsonb) AS part(position int, "actorId" uuid, stand text, note text, "saidOn" date)`,
      [statement.id, JSON.stringify(stands.map((stand, position) => ({ ...stand, position })))],
    );
  }

  /** What became of it, under the version rule, and what one of them says. */
  async update(tx: Tx, { id, confirmedOn, withdrawnOn }: Statement, expectedVersion: number, said: TakenStand | null) {
    const set = { confirmed_on: confirmedOn, withdrawn_on: withdrawnOn };
    const written = await updateVersioned(tx, { table: 'alliance_statement', id, expectedVersion, set });
    if (written.ok && said) {
      await tx.query('UPDATE alliance_stand SET stand = $3, note = $4, said_on = $5 WHERE statement_id = $1 AND actor_id = $2', [
        ...[id, said.actorId, said.stand, said.note, said.saidOn],
      ]);
    }
    return written;
  }

  async tasksWithin(tx: Tx, allianceId: Id): Promise<Task[]> {
    return (await tx.query(OPEN_TASKS, [allianceId])) as Task[];
  }

  async findTask(tx: Tx, id: Id): Promise<Task | null> {
    return ((await tx.query(`SELECT ${TASK_COLUMNS} FROM alliance_task k WHERE k.id = $1`, [id])) as Task[])[0] ?? null;
  }

  async insertTask(tx: Tx, { id, allianceId, text, dueOn, enteredById, minutesId, givenBack }: Task): Promise<void> {
    await tx.query(
      `INSERT INTO alliance_task (id, alliance_id, text, due_on, entered_by_id, minutes_id, given_back) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, allianceId, text, dueOn, enteredById, minutesId, givenBack],
    );
  }

  updateTask(tx: Tx, { id, takenById, droppedOn }: Task, expectedVersion: number) {
    const set = { taken_by_id: takenById, dropped_on: droppedOn };
    return updateVersioned(tx, { table: 'alliance_task', id, expectedVersion, set });
  }
}
