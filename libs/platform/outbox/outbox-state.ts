import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';
import { OUTBOX_CHANNEL } from './outbox';

/** How many messages wait for the projector, and how many it has given up. */
export interface OutboxBacklog {
  waiting: number;
  setAside: number;
  /** When the oldest waiting one was written; null: none waits. */
  oldestAt: Date | null;
}

/** A message that kept failing. Its aggregate stays in the graph as it was before. */
export interface SetAsideMessage {
  /** Of the message; messages are numbered. */
  id: number;
  aggregate: string;
  aggregateId: Id;
  regionId: Id;
  createdAt: Date;
  setAsideAt: Date;
  attempts: number;
  /** What the fault said; it may repeat what people entered and is shown to nobody. */
  error: string;
}

const backlog = query(
  'outbox.backlog',
  `SELECT count(*) FILTER (WHERE set_aside_at IS NULL)::int AS waiting, count(*) FILTER (WHERE set_aside_at IS NOT NULL)::int AS "setAside",
     min(created_at) FILTER (WHERE set_aside_at IS NULL) AS "oldestAt" FROM outbox`,
);
const setAside = query(
  'outbox.setAside',
  `SELECT id, aggregate, aggregate_id AS "aggregateId", region_id AS "regionId", created_at AS "createdAt",
     set_aside_at AS "setAsideAt", attempts, coalesce(error, '') AS error
   FROM outbox WHERE set_aside_at IS NOT NULL ORDER BY set_aside_at DESC, id DESC LIMIT $1`,
);

/** What became of messages that are not projected yet. */
@Injectable()
export class OutboxState {
  constructor(private readonly database: Database) {}

  async backlog(): Promise<OutboxBacklog> {
    return (await this.database.readOne<OutboxBacklog>(backlog))!;
  }

  /** Messages that were set aside, the latest first. */
  setAside(limit: number): Promise<SetAsideMessage[]> {
    return this.database.read<SetAsideMessage>(setAside, [limit]);
  }

  /** Gives a message that was set aside all its attempts again; false where there is none of this number. */
  async tryAgain(tx: Tx, id: number): Promise<boolean> {
    const [rows] = (await tx.query(
      `UPDATE outbox SET attempts = 0, set_aside_at = NULL, due_at = now() WHERE id = $1 AND set_aside_at IS NOT NULL RETURNING id`,
      [id],
    )) as [unknown[], number];
    if (rows.length === 0) return false;
    await tx.query(`SELECT pg_notify('${OUTBOX_CHANNEL}', '')`);
    return true;
  }
}
