import { Injectable } from '@nestjs/common';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import type { MailQuestion } from '@knotenpunkt/notices/domain';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

const COLUMNS = `q.id, q.region_id AS "regionId", q.kind, q.subject_id AS "subjectId", q.subject_version AS "subjectVersion", q.actor_id AS "actorId",
  q.name, q.email, q.language, q.asked_on AS "askedOn", q.until_on AS "untilOn", q.remind_on AS "remindOn", q.ended`;

const byToken = query('mailQuestion.byToken', `SELECT ${COLUMNS} FROM mail_question q WHERE q.token_hashes @> ARRAY[$1::bytea]`);
const due = query(
  'mailQuestion.due',
  `SELECT ${COLUMNS} FROM mail_question q WHERE q.region_id = $1 AND q.ended IS NULL AND q.remind_on <= $2 ORDER BY q.remind_on, q.id LIMIT $3`,
);

/** What is asked about, of whom. */
export interface Asked {
  kind: string;
  subjectId: Id;
  actorId: Id;
  /** Only what was asked about this version and earlier ones; left out: about all. */
  subjectVersion?: number;
}

/** A question with the day on which it went out. */
export interface KeptQuestion extends MailQuestion {
  askedOn: LocalDate;
}

@Injectable()
export class MailQuestionRepository {
  constructor(private readonly database: Database) {}

  byToken(hash: Buffer): Promise<KeptQuestion | null> {
    return this.database.readOne<KeptQuestion>(byToken, [hash]);
  }

  /** Questions of a region whose reminder is due, the longest due first. */
  due(regionId: Id, today: LocalDate, limit: number): Promise<KeptQuestion[]> {
    return this.database.read<KeptQuestion>(due, [regionId, today, limit]);
  }

  /** To whom a question put to an organisation is open. */
  async open(tx: Tx, { kind, subjectId, actorId }: Asked): Promise<KeptQuestion[]> {
    return (await tx.query(
      `SELECT ${COLUMNS} FROM mail_question q WHERE q.kind = $1 AND q.subject_id = $2 AND q.actor_id = $3 AND q.ended IS NULL ORDER BY q.id`,
      [kind, subjectId, actorId],
    )) as KeptQuestion[];
  }

  async insert(tx: Tx, question: MailQuestion, asked: { on: LocalDate; hash: Buffer }): Promise<void> {
    await tx.query(
      `INSERT INTO mail_question (id, region_id, kind, subject_id, subject_version, actor_id, name, email, language, asked_on, until_on, remind_on, token_hashes)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, ARRAY[$13::bytea])`,
      [
        ...[question.id, question.regionId, question.kind, question.subjectId, question.subjectVersion, question.actorId],
        ...[question.name, question.email, question.language, asked.on, question.untilOn, question.remindOn, asked.hash],
      ],
    );
  }

  /** Another link to the same question; the earlier one keeps working. */
  async addLink(tx: Tx, id: Id, hash: Buffer): Promise<void> {
    await tx.query('UPDATE mail_question SET token_hashes = token_hashes || $2::bytea WHERE id = $1', [id, hash]);
  }

  async setReminder(tx: Tx, id: Id, on: LocalDate | null): Promise<void> {
    await tx.query('UPDATE mail_question SET remind_on = $2 WHERE id = $1', [id, on]);
  }

  /** Reminds all whom an organisation's question went to on another day; null: no more. */
  async postpone(tx: Tx, { kind, subjectId, actorId }: Asked, on: LocalDate | null): Promise<void> {
    await tx.query('UPDATE mail_question SET remind_on = $4 WHERE kind = $1 AND subject_id = $2 AND actor_id = $3 AND ended IS NULL', [
      kind,
      subjectId,
      actorId,
      on,
    ]);
  }

  /** Ends all links to a question put to an organisation, to whomever they went. */
  async end(tx: Tx, { kind, subjectId, actorId, subjectVersion }: Asked, how: NonNullable<MailQuestion['ended']>): Promise<void> {
    await tx.query(
      `UPDATE mail_question SET ended = $4, remind_on = NULL
       WHERE kind = $1 AND subject_id = $2 AND actor_id = $3 AND ended IS NULL AND ($5::int IS NULL OR subject_version <= $5)`,
      [kind, subjectId, actorId, how, subjectVersion ?? null],
    );
  }

  /** Forgets whom was written to about what ended before a day. */
  async forget(tx: Tx, regionId: Id, before: LocalDate): Promise<void> {
    await tx.query('DELETE FROM mail_question WHERE region_id = $1 AND until_on < $2', [regionId, before]);
  }
}
