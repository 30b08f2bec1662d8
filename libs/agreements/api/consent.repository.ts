import { Injectable } from '@nestjs/common';
import type { ConsentRound, Party } from '@knotenpunkt/agreements/domain';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';
import type { Signature, StoredRound, Subject, WaitingAnswer } from './stored-round';

type Row = Omit<StoredRound, 'subject'> & { subjectType: string; subjectId: Id };

const ROUND = `SELECT r.id, r.subject_type AS "subjectType", r.subject_id AS "subjectId", r.version, r.text, r.deadline_on AS "deadlineOn",
    r.on_decline AS "onDecline", r.state,
    (SELECT p.text FROM consent_round p WHERE p.subject_type = r.subject_type AND p.subject_id = r.subject_id AND p.version = r.version - 1) AS "previousText",
    (SELECT coalesce(json_agg(json_build_object('actorId', a.actor_id, 'answer', a.answer, 'change', a.change, 'reservedUntil', a.reserved_until,
       'answeredOn', a.answered_on) ORDER BY a.position), '[]') FROM consent_answer a WHERE a.round_id = r.id) AS parties
  FROM consent_round r`;

const latest = query(
  'consent.latest',
  `${ROUND} WHERE r.subject_type = $1 AND r.subject_id = ANY($2)
     AND r.version = (SELECT max(m.version) FROM consent_round m WHERE m.subject_type = r.subject_type AND m.subject_id = r.subject_id)`,
);
const all = query(
  'consent.all',
  `SELECT found.* FROM unnest($2::uuid[]) AS s (id) CROSS JOIN LATERAL (
     ${ROUND} WHERE r.subject_type = $1 AND r.subject_id = s.id ORDER BY r.version DESC LIMIT 50) found`,
);
const waiting = query(
  'consent.waiting',
  `SELECT r.subject_id AS "subjectId", a.actor_id AS "actorId", a.answer, r.deadline_on AS "deadlineOn", a.reserved_until AS "reservedUntil"
   FROM consent_answer a JOIN consent_round r ON r.id = a.round_id
   WHERE a.actor_id = ANY($1) AND r.subject_type = $2 AND r.region_id = $3 AND r.state = 'OPEN' AND (a.answer IS NULL OR a.answer = 'RESERVED')
   ORDER BY r.deadline_on, r.id LIMIT 100`,
);

const signatures = query(
  'consent.signatures',
  `SELECT r.subject_id AS "subjectId", a.actor_id AS "actorId", a.person_id AS "personId", a.answered_on AS "agreedOn"
   FROM consent_round r JOIN consent_answer a ON a.round_id = r.id
   WHERE r.subject_type = $1 AND r.subject_id = ANY($2) AND r.state = 'AGREED' AND a.answer = 'YES' ORDER BY r.subject_id, a.position LIMIT 20000`,
);
const unanswered = query(
  'consent.unanswered',
  `${ROUND} WHERE r.region_id = $2 AND r.state = 'OPEN'
     AND EXISTS (SELECT FROM consent_answer a WHERE a.round_id = r.id AND a.actor_id = ANY($1) AND (a.answer IS NULL OR a.answer = 'RESERVED'))
   ORDER BY r.deadline_on, r.id LIMIT 100`,
);

function stored({ subjectType, subjectId, ...row }: Row): StoredRound {
  return { ...row, subject: { type: subjectType, id: subjectId } };
}

@Injectable()
export class ConsentRepository {
  constructor(private readonly database: Database) {}

  /** The newest round of each subject. */
  async latest(type: string, ids: readonly Id[]): Promise<StoredRound[]> {
    return (await this.database.read<Row>(latest, [type, ids])).map(stored);
  }

  /** All rounds of each subject, its newest first. */
  async all(type: string, ids: readonly Id[]): Promise<StoredRound[]> {
    return (await this.database.read<Row>(all, [type, ids])).map(stored);
  }

  /** Who has agreed to the version that was agreed on, in the order in which all are named. */
  signatures(type: string, ids: readonly Id[]): Promise<Signature[]> {
    return this.database.read<Signature>(signatures, [type, ids]);
  }

  waiting(actorIds: readonly Id[], type: string, regionId: Id): Promise<WaitingAnswer[]> {
    return this.database.read<WaitingAnswer>(waiting, [actorIds, type, regionId]);
  }

  /** Open rounds in which one of the actors is silent or has a reservation, most urgent first. */
  async unanswered(actorIds: readonly Id[], regionId: Id): Promise<StoredRound[]> {
    return (await this.database.read<Row>(unanswered, [actorIds, regionId])).map(stored);
  }

  /** The newest round of a subject, locked: two answers at once follow each other. */
  async lock(tx: Tx, subject: Subject): Promise<StoredRound | null> {
    await tx.query(`SELECT id FROM consent_round WHERE subject_type = $1 AND subject_id = $2 AND state = 'OPEN' FOR UPDATE`, [
      subject.type,
      subject.id,
    ]);
    const rows = (await tx.query(`${ROUND} WHERE r.subject_type = $1 AND r.subject_id = $2 ORDER BY r.version DESC LIMIT 1`, [
      subject.type,
      subject.id,
    ])) as Row[];
    return rows[0] ? stored(rows[0]) : null;
  }

  async insert(
    tx: Tx,
    round: { id: Id; regionId: Id; subject: Subject } & ConsentRound,
    personOf: (actorId: Id) => Id | null,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO consent_round (id, region_id, subject_type, subject_id, version, text, deadline_on, on_decline, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        round.id,
        round.regionId,
        round.subject.type,
        round.subject.id,
        round.version,
        round.text,
        round.deadlineOn,
        round.onDecline,
        round.state,
      ],
    );
    for (const [position, party] of round.parties.entries()) {
      await tx.query(
        `INSERT INTO consent_answer (round_id, actor_id, position, answer, change, reserved_until, person_id, answered_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          round.id,
          party.actorId,
          position,
          party.answer,
          party.change,
          party.reservedUntil,
          party.answer === null ? null : personOf(party.actorId),
          party.answeredOn,
        ],
      );
    }
  }

  async saveAnswer(tx: Tx, roundId: Id, party: Party, personId: Id | null): Promise<void> {
    await tx.query(
      `UPDATE consent_answer SET answer = $3, change = $4, reserved_until = $5, person_id = $6, answered_on = $7 WHERE round_id = $1 AND actor_id = $2`,
      [roundId, party.actorId, party.answer, party.change, party.reservedUntil, personId, party.answeredOn],
    );
  }

  async saveState(tx: Tx, roundId: Id, state: ConsentRound['state']): Promise<void> {
    await tx.query('UPDATE consent_round SET state = $2 WHERE id = $1', [roundId, state]);
  }
}
