import { Injectable } from '@nestjs/common';
import type { ConfirmationLink, ConfirmationPeriod, ConfirmationRequest, EntriesStanding } from '@knotenpunkt/actors/domain';
import type { Addressee } from '@knotenpunkt/identity/domain';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

const REQUEST = `r.id, r.region_id AS "regionId", r.actor_id AS "actorId", r.asked_on AS "askedOn", r.until_on AS "untilOn", r.remind_on AS "remindOn", r.answer`;

/** Since when the oldest of an organisation's Steckbrief, offers and needs that hold stands unconfirmed; `a` an actor, `today` a day in SQL. */
export const oldestOn = (today: string) =>
  `least(coalesce(a.confirmed_on, a.created_at::date), (SELECT min(coalesce(e.confirmed_on, e.created_at::date)) FROM entry e
     WHERE e.actor_id = a.id AND e.state = 'OPEN' AND (e.until_on IS NULL OR e.until_on >= ${today})))`;

const byHash = query(
  'confirmation.byHash',
  `SELECT l.answer AS "linkAnswer", l.name, l.email, ${REQUEST} FROM confirmation_link l JOIN confirmation_request r ON r.id = l.request_id WHERE l.hash = $1`,
);
const STANDING = `SELECT a.archived, ${oldestOn('$2::date')} AS "oldestOn" FROM actor a WHERE a.id = $1`;
const period = query('confirmation.period', 'SELECT after_days AS "afterDays", version FROM confirmation_period WHERE region_id = $1');
const toRemind = query(
  'confirmation.toRemind',
  `SELECT ${REQUEST} FROM confirmation_request r WHERE r.region_id = $1 AND r.remind_on <= $2 ORDER BY r.remind_on, r.id LIMIT $3`,
);

interface LinkRow extends ConfirmationRequest {
  linkAnswer: ConfirmationLink['answer'];
  name: string;
  email: string;
}

/** Requests to organisations, the links that went out, and the period of each region. */
@Injectable()
export class ConfirmationRepository {
  constructor(private readonly database: Database) {}

  period(regionId: Id): Promise<ConfirmationPeriod | null> {
    return this.database.readOne<ConfirmationPeriod>(period, [regionId]);
  }

  /** The first choice of a region; false where it has chosen already. */
  async insertPeriod(tx: Tx, regionId: Id, afterDays: number): Promise<boolean> {
    const rows = (await tx.query(
      'INSERT INTO confirmation_period (region_id, after_days) VALUES ($1, $2) ON CONFLICT (region_id) DO NOTHING RETURNING 1',
      [regionId, afterDays],
    )) as unknown[];
    return rows.length > 0;
  }

  /** The new version; null where it has another than expected. A region is its own key here, so `updateVersioned` does not serve. */
  async changePeriod(tx: Tx, regionId: Id, afterDays: number, expectedVersion: number): Promise<number | null> {
    const [rows] = (await tx.query(
      'UPDATE confirmation_period SET after_days = $2, version = version + 1 WHERE region_id = $1 AND version = $3 RETURNING version',
      [regionId, afterDays, expectedVersion],
    )) as [{ version: number }[], number];
    return rows[0]?.version ?? null;
  }

  /** The link with this hash; null: there is none, or none any more. */
  async byHash(hash: Buffer): Promise<ConfirmationLink | null> {
    const row = await this.database.readOne<LinkRow>(byHash, [hash]);
    if (!row) return null;
    const { linkAnswer, name, email, ...request } = row;
    return { request, answer: linkAnswer, name, email };
  }

  /** Within the transaction that writes; who decides on the same organisation at the same time waits. */
  async lockStanding(tx: Tx, actorId: Id, today: LocalDate): Promise<EntriesStanding | null> {
    await tx.query('SELECT 1 FROM actor WHERE id = $1 FOR UPDATE', [actorId]);
    return ((await tx.query(STANDING, [actorId, today])) as EntriesStanding[])[0] ?? null;
  }

  async request(tx: Tx, id: Id): Promise<ConfirmationRequest | null> {
    return ((await tx.query(`SELECT ${REQUEST} FROM confirmation_request r WHERE r.id = $1`, [id])) as ConfirmationRequest[])[0] ?? null;
  }

  /** Requests of a region whose reminder is due, the longest due first. */
  toRemind(regionId: Id, today: LocalDate, limit: number): Promise<ConfirmationRequest[]> {
    return this.database.read<ConfirmationRequest>(toRemind, [regionId, today, limit]);
  }

  async insert(tx: Tx, { id, regionId, actorId, askedOn, untilOn, remindOn }: ConfirmationRequest): Promise<void> {
    await tx.query(
      'INSERT INTO confirmation_request (id, region_id, actor_id, asked_on, until_on, remind_on) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, regionId, actorId, askedOn, untilOn, remindOn],
    );
  }

  async insertLink(
    tx: Tx,
    { id, untilOn }: ConfirmationRequest,
    to: Addressee,
    link: { answer: ConfirmationLink['answer']; hash: Buffer },
  ): Promise<void> {
    await tx.query(
      'INSERT INTO confirmation_link (hash, request_id, answer, name, email, language, until_on) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [link.hash, id, link.answer, to.name, to.email, to.language, untilOn],
    );
  }

  /** Everybody whom a request went to. */
  async askedPeople(tx: Tx, requestId: Id): Promise<Addressee[]> {
    return (await tx.query(
      'SELECT DISTINCT ON (email) name, email, language FROM confirmation_link WHERE request_id = $1 ORDER BY email LIMIT 50',
      [requestId],
    )) as Addressee[];
  }

  async reminded(tx: Tx, id: Id): Promise<void> {
    await tx.query('UPDATE confirmation_request SET remind_on = NULL WHERE id = $1', [id]);
  }

  /** Notes what was answered by a link; null: the question is open again. */
  async answered(tx: Tx, id: Id, answer: ConfirmationRequest['answer'], on: LocalDate | null): Promise<void> {
    await tx.query('UPDATE confirmation_request SET answer = $2, answered_on = $3, remind_on = NULL WHERE id = $1', [id, answer, on]);
  }

  /** That a link took it out is no reason any more for another link to bring it back. */
  async forgetArchiving(tx: Tx, actorId: Id): Promise<void> {
    await tx.query(`UPDATE confirmation_request SET answer = NULL, answered_on = NULL WHERE actor_id = $1 AND answer = 'ARCHIVE'`, [
      actorId,
    ]);
  }

  /** Forgets to whom links went that have ended. */
  async forgetLinks(tx: Tx, regionId: Id, today: LocalDate): Promise<void> {
    await tx.query(
      'DELETE FROM confirmation_link l USING confirmation_request r WHERE r.id = l.request_id AND r.region_id = $1 AND r.until_on < $2',
      [regionId, today],
    );
  }
}
