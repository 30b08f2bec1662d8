import { Injectable } from '@nestjs/common';
import { INVITATION_KEPT_DAYS, type MandateInvitation } from '@knotenpunkt/identity/domain';
import { addDays, type Id, type LocalDate } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

const COLUMNS = `id, region_id AS "regionId", actor_id AS "actorId", name, email, role, from_on AS "fromOn", until_on AS "untilOn",
  hands_over AS "handsOver", keeps, invited_by AS "invitedBy", invited_on AS "invitedOn", ends_on AS "endsOn", state, version`;

const open = query(
  'mandateInvitation.open',
  `SELECT ${COLUMNS} FROM mandate_invitation WHERE actor_id = $1 AND region_id = $2 AND state = 'OPEN' AND ends_on >= $3 ORDER BY invited_on DESC, id LIMIT 100`,
);
const byId = query('mandateInvitation.byId', `SELECT ${COLUMNS} FROM mandate_invitation WHERE id = $1`);

/** Who was asked by mail to act for an organisation, as rows. */
@Injectable()
export class MandateInvitationRepository {
  constructor(private readonly database: Database) {}

  /** Those of an organisation that can still be answered, the newest first. */
  open(actorId: Id, regionId: Id, today: LocalDate): Promise<MandateInvitation[]> {
    return this.database.read<MandateInvitation>(open, [actorId, regionId, today]);
  }

  byId(id: Id): Promise<MandateInvitation | null> {
    return this.database.readOne<MandateInvitation>(byId, [id]);
  }

  /** Locked: of two who answer at once one comes too late. */
  async lock(tx: Tx, id: Id): Promise<MandateInvitation | null> {
    const rows = (await tx.query(`${byId.text} FOR UPDATE`, [id])) as MandateInvitation[];
    return rows[0] ?? null;
  }

  /** Adds it in the place of earlier ones to the same address, and forgets what ended long ago. */
  async put(tx: Tx, one: MandateInvitation): Promise<void> {
    await tx.query('DELETE FROM mandate_invitation WHERE ends_on < $1', [addDays(one.invitedOn, -INVITATION_KEPT_DAYS)]);
    await tx.query(
      `UPDATE mandate_invitation SET state = 'WITHDRAWN', version = version + 1 WHERE actor_id = $1 AND email = $2 AND state = 'OPEN'`,
      [one.actorId, one.email],
    );
    await tx.query(
      `INSERT INTO mandate_invitation (id, region_id, actor_id, name, email, role, from_on, until_on, hands_over, keeps, invited_by, invited_on, ends_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, (SELECT id FROM auth."user" WHERE id = $11), $12, $13)`,
      [
        ...[one.id, one.regionId, one.actorId, one.name, one.email, one.role, one.fromOn, one.untilOn],
        ...[one.handsOver, one.keeps, one.invitedBy, one.invitedOn, one.endsOn],
      ],
    );
  }

  /** Those to act for an organisation that is no more. */
  async withdrawAllOf(tx: Tx, actorId: Id): Promise<void> {
    await tx.query(`UPDATE mandate_invitation SET state = 'WITHDRAWN', version = version + 1 WHERE actor_id = $1 AND state = 'OPEN'`, [
      actorId,
    ]);
  }

  async withdraw(tx: Tx, ids: readonly Id[]): Promise<void> {
    await tx.query(
      `UPDATE mandate_invitation SET state = 'WITHDRAWN', version = version + 1 WHERE id = ANY($1::uuid[]) AND state = 'OPEN'`,
      [ids],
    );
  }

  async close(tx: Tx, id: Id, state: 'ACCEPTED' | 'DECLINED'): Promise<void> {
    await tx.query(`UPDATE mandate_invitation SET state = $2, version = version + 1 WHERE id = $1`, [id, state]);
  }
}
