import { Injectable } from '@nestjs/common';
import type { CounterOffer, OfferState } from '@knotenpunkt/alliances/domain';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

const COLUMNS = `o.id, o.alliance_id AS "allianceId", o.actor_id AS "actorId", o.person_id AS "personId", o.round_version AS "roundVersion", o.state,
  o.former, o.offered, o.offered_on AS "offeredOn", o.made_version AS "madeVersion"`;

/** A member has at most two of which a version came, and one that waits; those that were overtaken may be more. */
const MOST = 100;

const ofAlliances = query(
  'allianceOffer.ofAlliances',
  `SELECT found.* FROM unnest($1::uuid[]) AS s (id) CROSS JOIN LATERAL (
     SELECT ${COLUMNS} FROM alliance_offer o WHERE o.alliance_id = s.id AND o.state <> 'DROPPED' ORDER BY o.offered_on DESC, o.id DESC LIMIT ${MOST}) found`,
);

/** What members offered instead of what they were asked for; under the lock of their alliance. */
@Injectable()
export class AllianceOfferRepository {
  constructor(private readonly database: Database) {}

  /** Those of several alliances that were not overtaken, the newest first. */
  ofAlliances(ids: readonly Id[]): Promise<CounterOffer[]> {
    return this.database.read<CounterOffer>(ofAlliances, [ids]);
  }

  async of(tx: Tx, allianceId: Id): Promise<CounterOffer[]> {
    return (await tx.query(
      `SELECT ${COLUMNS} FROM alliance_offer o WHERE o.alliance_id = $1 AND o.state <> 'DROPPED' ORDER BY o.offered_on DESC, o.id DESC LIMIT ${MOST}`,
      [allianceId],
    )) as CounterOffer[];
  }

  async insert(tx: Tx, offer: CounterOffer): Promise<void> {
    await tx.query(
      `INSERT INTO alliance_offer (id, alliance_id, actor_id, person_id, round_version, state, former, offered, offered_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[offer.id, offer.allianceId, offer.actorId, offer.personId, offer.roundVersion, offer.state],
        ...[JSON.stringify(offer.former), JSON.stringify(offer.offered), offer.offeredOn],
      ],
    );
  }

  /** What became of an offer, and the version that came of it. */
  async settle(tx: Tx, { id, state, madeVersion }: { id: Id; state: OfferState; madeVersion: number | null }): Promise<void> {
    await tx.query('UPDATE alliance_offer SET state = $2, made_version = $3 WHERE id = $1', [id, state, madeVersion]);
  }

  /** Those that wait are overtaken: all of an alliance, or one member's. */
  async drop(tx: Tx, allianceId: Id, actorId: Id | null = null): Promise<void> {
    await tx.query(
      `UPDATE alliance_offer SET state = 'DROPPED' WHERE alliance_id = $1 AND state = 'WAITING' AND ($2::uuid IS NULL OR actor_id = $2)`,
      [allianceId, actorId],
    );
  }
}
