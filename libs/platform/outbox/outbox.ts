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
  async append(tx: Tx, message: OutboxMessage): Promise<void> {
    await tx.query('INSERT INTO outbox (aggregate, aggregate_id, region_id) VALUES ($1, $2, $3)', [
      message.aggregate,
      message.id,
      message.regionId,
    ]);
    await tx.query(`SELECT pg_notify('${OUTBOX_CHANNEL}', '')`);
  }
}
