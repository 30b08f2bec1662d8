import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';

/** Says that an aggregate changed; its facts are read again from its current state. */
export interface OutboxMessage {
  /** Logical name of the aggregate's type, `initiative`; a room registers a fact source for it. */
  aggregate: string;
  id: Id;
  regionId: Id;
}

/** Channel on which a committed message wakes the projector. */
export const OUTBOX_CHANNEL = 'outbox';

@Injectable()
export class Outbox {
  /** Adds a message to the transaction of the change it tells of: both are there, or neither. */
  append(tx: Tx, message: OutboxMessage): Promise<void> {
    return this.appendAll(tx, [message]);
  }

  /** Adds many at once, in their order. */
  async appendAll(tx: Tx, messages: readonly OutboxMessage[]): Promise<void> {
    if (messages.length === 0) return;
    await tx.query(
      `WITH added AS (INSERT INTO outbox (aggregate, aggregate_id, region_id)
         SELECT m.aggregate, m.id, m.region_id FROM unnest($1::text[], $2::uuid[], $3::uuid[]) WITH ORDINALITY AS m (aggregate, id, region_id, at) ORDER BY m.at)
       SELECT pg_notify('${OUTBOX_CHANNEL}', '')`,
      [messages.map(({ aggregate }) => aggregate), messages.map(({ id }) => id), messages.map(({ regionId }) => regionId)],
    );
  }
}
