import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { AUDIENCES, type Audience, type Id } from '@knotenpunkt/kernel';
import { UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import type { Facts } from '@knotenpunkt/platform/graph';
import { FactSources } from './fact-sources';
import { DatabaseListener } from './database-listener';
import { OUTBOX_CHANNEL } from './outbox';

/** Channel on which the number of a new fact row is told. */
export const FACT_CHANNEL = 'graph_fact';

/** A message that failed this often is set aside until the next one of its aggregate. */
const ATTEMPTS = 5;
const PROJECTOR_LOCK = 7_040_002;
/** Seconds between looks without a wake-up call: for messages that wait for their next attempt. */
const LOOK_AGAIN_MS = 1_000;

interface Pending {
  id: number;
  aggregate: string;
  aggregateId: Id;
  regionId: Id;
  attempts: number;
}

/** Who is told of a change. What has no facts is in talks among members: they learn an id, and read with their own rights. */
function broadestAudience(facts: Facts): Audience {
  const present = new Set([...facts.nodes, ...facts.edges].map((fact) => fact.audience));
  return AUDIENCES.find((audience) => present.has(audience)) ?? 'MEMBERS';
}

/** Turns outbox messages into rows of `graph_fact`. One process at a time, guarded by an advisory lock. */
@Injectable()
export class Projector implements OnApplicationShutdown {
  private readonly log = new Logger(Projector.name);
  private listener: DatabaseListener | null = null;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sources: FactSources,
    @Inject('DATABASE_URL') private readonly databaseUrl: string,
  ) {}

  /** Projects from now on, whenever a message arrives; in one process of the installation, the others stand by. */
  start(): void {
    this.listener = new DatabaseListener(this.databaseUrl, {
      channel: OUTBOX_CHANNEL,
      lock: PROJECTOR_LOCK,
      lookAgainMs: LOOK_AGAIN_MS,
      onWake: () => this.drain(),
    });
    this.listener.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.listener?.stop();
    await this.running.catch(() => undefined);
  }

  /** Projects all messages that are due; gives how many. Calls follow each other, never side by side. */
  drain(): Promise<number> {
    const next = this.running.catch(() => undefined).then(() => this.drainNow());
    this.running = next;
    return next;
  }

  private async drainNow(): Promise<number> {
    let projected = 0;
    for (;;) {
      const message = await this.unitOfWork.run((tx) => this.oldestDue(tx));
      if (!message) return projected;
      await this.project(message);
      projected += 1;
    }
  }

  private async oldestDue(tx: Tx): Promise<Pending | null> {
    const rows = (await tx.query(
      `SELECT id, aggregate, aggregate_id AS "aggregateId", region_id AS "regionId", attempts FROM outbox
       WHERE set_aside_at IS NULL AND due_at <= now() ORDER BY id LIMIT 1`,
    )) as Pending[];
    return rows[0] ?? null;
  }

  private async project(message: Pending): Promise<void> {
    try {
      await this.unitOfWork.run(async (tx) => {
        // The state read below covers every message seen here; one that arrives later is projected later.
        const covered = (await tx.query('SELECT id FROM outbox WHERE aggregate = $1 AND aggregate_id = $2 FOR UPDATE SKIP LOCKED', [
          message.aggregate,
          message.aggregateId,
        ])) as { id: number }[];
        const facts = (await this.sources.of(message.aggregate).factsOf(tx, message.aggregateId)) ?? { nodes: [], edges: [] };
        await this.write(tx, message, facts);
        await tx.query('DELETE FROM outbox WHERE id = ANY($1)', [covered.map((row) => row.id)]);
      });
    } catch (error) {
      await this.postpone(message, error);
    }
  }

  private async write(tx: Tx, message: Pending, facts: Facts): Promise<void> {
    const gone = facts.nodes.length === 0 && facts.edges.length === 0;
    const rows = (await tx.query(
      `INSERT INTO graph_fact (owner_type, owner_id, region_id, version, seq, facts, audience)
       VALUES ($1, $2, $3, 1, nextval('graph_seq'), $4, $5)
       ON CONFLICT (owner_type, owner_id) DO UPDATE SET region_id = excluded.region_id, version = graph_fact.version + 1, seq = excluded.seq, facts = excluded.facts,
         audience = CASE WHEN $6 THEN graph_fact.audience ELSE excluded.audience END
       RETURNING seq`,
      [message.aggregate, message.aggregateId, message.regionId, JSON.stringify(facts), broadestAudience(facts), gone],
    )) as { seq: number }[];
    await tx.query(`SELECT pg_notify('${FACT_CHANNEL}', $1)`, [String(rows[0]!.seq)]);
  }

  private async postpone(message: Pending, error: unknown): Promise<void> {
    const attempts = message.attempts + 1;
    const reason = error instanceof Error ? error.message : String(error);
    this.log.warn(`projection of ${message.aggregate} ${message.aggregateId} failed (attempt ${attempts}): ${reason}`);
    await this.unitOfWork.run((tx) =>
      tx.query(
        `UPDATE outbox SET attempts = $2, error = $3, due_at = now() + $4 * interval '100 milliseconds',
           set_aside_at = CASE WHEN $5 THEN now() END WHERE id = $1`,
        [message.id, attempts, reason.slice(0, 500), 2 ** attempts, attempts >= ATTEMPTS],
      ),
    );
  }
}
