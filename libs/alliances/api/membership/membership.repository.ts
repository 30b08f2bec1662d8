import { Injectable } from '@nestjs/common';
import type { Admission, Departure } from '@knotenpunkt/alliances/domain';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import { Database, query, updateVersioned, type Tx } from '@knotenpunkt/platform/database';

const COLUMNS = `d.id, d.alliance_id AS "allianceId", d.actor_id AS "actorId", d.bench, d.commitment, d.due_on AS "dueOn", d.reason,
  d.proposed_by_id AS "proposedById", d.state, d.asked_on AS "askedOn", d.decided_on AS "decidedOn", d.version`;

const openOf = query('admission.openOf', `SELECT ${COLUMNS} FROM alliance_admission d WHERE d.alliance_id = $1 AND d.state = 'OPEN'`);
const leaving = query(
  'departure.due',
  `SELECT DISTINCT d.alliance_id AS id FROM alliance_departure d JOIN alliance a ON a.id = d.alliance_id
   WHERE NOT d.done AND d.leaves_on <= $2 AND a.region_id = $1 AND a.state IN ('FORMED', 'ACTIVE') LIMIT 500`,
);

/** Who is to come, and who goes. */
@Injectable()
export class MembershipRepository {
  constructor(private readonly database: Database) {}

  /** The admission all are asked about now; null where nobody is. */
  openOf(allianceId: Id): Promise<Admission | null> {
    return this.database.readOne<Admission>(openOf, [allianceId]);
  }

  /** Alliances of a region that work and of which somebody is to have left by that day. */
  async withLeaving(regionId: Id, today: LocalDate): Promise<Id[]> {
    return (await this.database.read<{ id: Id }>(leaving, [regionId, today])).map(({ id }) => id);
  }

  async find(tx: Tx, id: Id): Promise<Admission | null> {
    const rows = (await tx.query(`SELECT ${COLUMNS} FROM alliance_admission d WHERE d.id = $1`, [id])) as Admission[];
    return rows[0] ?? null;
  }

  async findOpen(tx: Tx, allianceId: Id): Promise<Admission | null> {
    const found = `SELECT ${COLUMNS} FROM alliance_admission d WHERE d.alliance_id = $1 AND d.state = 'OPEN'`;
    return ((await tx.query(found, [allianceId])) as Admission[])[0] ?? null;
  }

  async insert(tx: Tx, admission: Admission): Promise<void> {
    const { id, allianceId, actorId, bench, commitment, dueOn, reason, proposedById, state, askedOn } = admission;
    await tx.query(
      `INSERT INTO alliance_admission (id, alliance_id, actor_id, bench, commitment, due_on, reason, proposed_by_id, state, asked_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, allianceId, actorId, bench, commitment, dueOn, reason, proposedById, state, askedOn],
    );
  }

  update(tx: Tx, { id, commitment, dueOn, reason, state, decidedOn }: Admission, expectedVersion: number) {
    const set = { commitment, due_on: dueOn, reason, state, decided_on: decidedOn };
    return updateVersioned(tx, { table: 'alliance_admission', id, expectedVersion, set });
  }

  async insertDeparture(tx: Tx, allianceId: Id, departure: Departure): Promise<void> {
    const { id, actorId, bench, commitment, since, leavesOn, reason, saidOn, done } = departure;
    await tx.query(
      `INSERT INTO alliance_departure (id, alliance_id, actor_id, bench, commitment, since, leaves_on, reason, said_on, done)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, allianceId, actorId, bench, commitment, since, leavesOn, reason, saidOn, done],
    );
  }

  async completeDepartures(tx: Tx, ids: readonly Id[]): Promise<void> {
    await tx.query('UPDATE alliance_departure SET done = true WHERE id = ANY($1::uuid[])', [ids]);
  }

  async removeDeparture(tx: Tx, id: Id): Promise<void> {
    await tx.query('DELETE FROM alliance_departure WHERE id = $1 AND NOT done', [id]);
  }
}
