import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { AUDIENCES, OneByOne, type Audience, type Id } from '@knotenpunkt/kernel';
import { Database, DatabaseUnavailable, query, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import type { Facts } from '@knotenpunkt/platform/graph';
import { FactSources } from './fact-sources';
import { DatabaseListener } from './database-listener';
import { OUTBOX_CHANNEL } from './outbox';

/** Channel on which the number of a new fact row is told. */
export const FACT_CHANNEL = 'graph_fact';

/** A message that failed this often is set aside until the next one of its aggregate. */
const ATTEMPTS = 5;
const PROJECTOR_LOCK = 7_040_002;
/** So many aggregates are projected in one transaction; after a click it is one. */
const BATCH = 250;
/** What follows within this is projected together: a person sees no difference, and many writes cost far less. */
const GATHER_MS = 100;
/** Milliseconds between looks without a wake-up call: for messages that wait for their next attempt. */
const LOOK_AGAIN_MS = 1_000;

interface Pending {
  id: number;
  aggregate: string;
  aggregateId: Id;
  regionId: Id;
  attempts: number;
}

const oldestDue = query(
  'outbox.oldestDue',
  `SELECT id, aggregate, aggregate_id AS "aggregateId", region_id AS "regionId", attempts FROM outbox
   WHERE set_aside_at IS NULL AND due_at <= now() ORDER BY id LIMIT ${BATCH}`,
);

const ownerOf = ({ aggregate, aggregateId }: Pick<Pending, 'aggregate' | 'aggregateId'>) => `${aggregate} ${aggregateId}`;

/** Of each aggregate the first message; its state covers the others. */
function firstOfEach(due: readonly Pending[]): Pending[] {
  const first = new Map<string, Pending>();
  for (const message of due) if (!first.has(ownerOf(message))) first.set(ownerOf(message), message);
  return [...first.values()];
}

/** Who is told of a change. What has no facts is in talks among members: they learn an id, and read with their own rights. */
function broadestAudience(facts: Facts): Audience {
  const present = new Set([...facts.nodes, ...facts.edges, ...(facts.vectors ?? [])].map((fact) => fact.audience));
  return AUDIENCES.find((audience) => present.has(audience)) ?? 'MEMBERS';
}

/** Turns outbox messages into rows of `graph_fact`. One process at a time, guarded by an advisory lock. */
@Injectable()
export class Projector implements OnApplicationShutdown {
  private readonly log = new Logger(Projector.name);
  private listener: DatabaseListener | null = null;
  private readonly oneByOne = new OneByOne();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly sources: FactSources,
    @Inject('DATABASE_URL') private readonly databaseUrl: string,
  ) {}

  /** Projects from now on, whenever a message arrives; in one process of the installation, the others stand by. */
  start(): void {
    this.listener = new DatabaseListener(this.databaseUrl, {
      channel: OUTBOX_CHANNEL,
      lock: PROJECTOR_LOCK,
      lookAgainMs: LOOK_AGAIN_MS,
      gatherMs: GATHER_MS,
      onWake: () => this.drain(),
    });
    this.listener.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.listener?.stop();
    await this.oneByOne.end();
  }

  /** Projects all messages that are due; gives how many. Calls follow each other, never side by side. */
  drain(): Promise<number> {
    return this.oneByOne.take(() => this.drainNow());
  }

  private async drainNow(): Promise<number> {
    let projected = 0;
    for (;;) {
      const due = await this.database.read<Pending>(oldestDue);
      const messages = firstOfEach(due);
      if (messages.length > 0) await this.project(messages);
      projected += messages.length;
      if (due.length < BATCH) return projected;
    }
  }

  private async project(messages: readonly Pending[]): Promise<void> {
    try {
      await this.unitOfWork.run(async (tx) => {
        // The state read below covers every message seen here; one that arrives later is projected later.
        const covered = (await tx.query(
          `SELECT o.id FROM outbox o JOIN unnest($1::text[], $2::uuid[]) AS m (aggregate, id) ON o.aggregate = m.aggregate AND o.aggregate_id = m.id
           FOR UPDATE OF o SKIP LOCKED`,
          [messages.map(({ aggregate }) => aggregate), messages.map(({ aggregateId }) => aggregateId)],
        )) as { id: number }[];
        const seq = await this.write(tx, messages, await this.factsOf(tx, messages));
        await tx.query(`WITH done AS (DELETE FROM outbox WHERE id = ANY($1)) SELECT pg_notify('${FACT_CHANNEL}', $2)`, [
          covered.map((row) => row.id),
          String(seq),
        ]);
      });
    } catch (error) {
      // One that fails keeps no other from being projected.
      if (messages.length > 1) for (const message of messages) await this.project([message]);
      else await this.postpone(messages[0]!, error);
    }
  }

  private async factsOf(tx: Tx, messages: readonly Pending[]): Promise<Map<string, Facts>> {
    const found = new Map<string, Facts>();
    for (const aggregate of new Set(messages.map((message) => message.aggregate))) {
      const ids = messages.filter((message) => message.aggregate === aggregate).map(({ aggregateId }) => aggregateId);
      const facts = await this.sources.factsOf(tx, aggregate, ids);
      for (const [aggregateId, each] of facts) found.set(ownerOf({ aggregate, aggregateId }), each);
    }
    return found;
  }

  /** Gives the newest number. */
  private async write(tx: Tx, messages: readonly Pending[], found: ReadonlyMap<string, Facts>): Promise<number> {
    // Numbers are taken first: the rows get them in the order of the changes.
    const seqs = (await tx.query(`SELECT nextval('graph_seq') AS seq FROM generate_series(1, $1::int)`, [messages.length])) as {
      seq: number;
    }[];
    const rows = messages.map((message, at) => {
      const facts = found.get(ownerOf(message)) ?? { nodes: [], edges: [] };
      const gone = facts.nodes.length === 0 && facts.edges.length === 0 && !facts.vectors?.length;
      return { ...message, seq: seqs[at]!.seq, facts, audience: broadestAudience(facts), gone };
    });
    await tx.query(
      `INSERT INTO graph_fact (owner_type, owner_id, region_id, version, seq, facts, audience)
       SELECT owner_type, owner_id, region_id, 1, seq, facts, audience
       FROM unnest($1::text[], $2::uuid[], $3::uuid[], $4::bigint[], $5::jsonb[], $6::text[]) AS r (owner_type, owner_id, region_id, seq, facts, audience)
       ON CONFLICT (owner_type, owner_id) DO UPDATE SET region_id = excluded.region_id, version = graph_fact.version + 1, seq = excluded.seq, facts = excluded.facts,
         audience = CASE WHEN graph_fact.owner_id = ANY($7::uuid[]) THEN graph_fact.audience ELSE excluded.audience END`,
      [
        rows.map(({ aggregate }) => aggregate),
        rows.map(({ aggregateId }) => aggregateId),
        rows.map(({ regionId }) => regionId),
        rows.map(({ seq }) => seq),
        rows.map(({ facts }) => JSON.stringify(facts)),
        rows.map(({ audience }) => audience),
        // Who is gone is told to whoever knew of it.
        rows.flatMap(({ gone, aggregateId }) => (gone ? [aggregateId] : [])),
      ],
    );
    return rows.at(-1)!.seq;
  }

  private async postpone(message: Pending, error: unknown): Promise<void> {
    // A bad day of the database is no fault of the message: it is tried until that is over.
    const attempts = Math.min(message.attempts + 1, error instanceof DatabaseUnavailable ? ATTEMPTS - 1 : ATTEMPTS);
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
