import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { OneByOne, type Audience, type Id } from '@knotenpunkt/kernel';
import { Database, query, unhurried } from '@knotenpunkt/platform/database';
import { EmbeddedGraph, GRAPH, type FactRow, type Facts, type GraphPort } from '@knotenpunkt/platform/graph';
import { ChangeFeed } from './change-feed';
import { DatabaseListener } from './database-listener';
import { FACT_CHANNEL } from './projector';

/** What this process does for the graph: bring it up to date, or wait until another process has. */
export type KeeperRole = 'apply' | 'follow';

const BATCH = 500;
const LOOK_AGAIN_MS = 2_000;

interface StoredFact {
  ownerType: string;
  ownerId: Id;
  regionId: Id;
  seq: number;
  facts: Facts;
  audience: Audience;
}

const factsAfter = query(
  'graphFact.after',
  `SELECT owner_type AS "ownerType", owner_id AS "ownerId", region_id AS "regionId", seq, facts, audience
   FROM graph_fact WHERE seq > $1 ORDER BY seq LIMIT ${BATCH}`,
);
const rowsAfter = query('graphFact.rowsAfter', 'SELECT count(*)::int AS behind FROM graph_fact WHERE seq > $1');
const newestSeq = query('graphFact.newest', 'SELECT coalesce(max(seq), 0) AS seq FROM graph_fact');

/** Keeps the graph equal to `graph_fact` and tells what has arrived in it. */
@Injectable()
export class GraphKeeper implements OnApplicationShutdown {
  private readonly log = new Logger(GraphKeeper.name);
  private listener: DatabaseListener | null = null;
  private readonly oneByOne = new OneByOne();

  constructor(
    private readonly database: Database,
    private readonly feed: ChangeFeed,
    @Inject(GRAPH) private readonly graph: GraphPort,
    @Inject('DATABASE_URL') private readonly databaseUrl: string,
  ) {}

  /** Brings the graph up to date, then keeps it so. A graph that is away is tried again; the start does not wait for it. */
  async start(role: KeeperRole): Promise<void> {
    this.feed.beginAt(await this.newestSeq());
    if (role === 'apply')
      await this.catchUp().catch((error: unknown) => this.log.warn(`the graph is not up to date yet: ${String(error)}`));
    this.listener = new DatabaseListener(this.databaseUrl, {
      channel: FACT_CHANNEL,
      lookAgainMs: LOOK_AGAIN_MS,
      onWake: async () => {
        if (role === 'apply') await this.catchUp();
        await this.tell();
      },
    });
    this.listener.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.listener?.stop();
    await this.oneByOne.end();
  }

  /** Applies every row the graph does not have yet; gives the `seq` it stands at. */
  catchUp(): Promise<number> {
    return this.afterwards(() => this.catchUpNow());
  }

  /** One at a time: a catching up in the middle of which the graph is emptied would leave out what it had done before. */
  private afterwards<Result>(work: () => Promise<Result>): Promise<Result> {
    return unhurried(() => this.oneByOne.take(work));
  }

  private async catchUpNow(): Promise<number> {
    let seq = await this.graph.seq();
    for (;;) {
      const rows = await this.database.read<StoredFact>(factsAfter, [seq]);
      if (rows.length > 0) {
        await this.graph.apply(rows);
        seq = rows.at(-1)!.seq;
        if (rows.length < BATCH) return seq;
        continue;
      }
      const newest = await this.newestSeq();
      if (seq <= newest) return seq;
      // A graph that knows more than Postgres remembers data from before a restore.
      this.log.warn(`the graph is at ${seq}, Postgres at ${newest}: it is filled anew`);
      await this.graph.clear();
      seq = 0;
    }
  }

  /** Tells subscribers what the graph knows by now and they were not told yet. */
  private async tell(): Promise<void> {
    const known = await this.graph.seq();
    while (this.feed.version < known) {
      const rows = (await this.database.read<StoredFact>(factsAfter, [this.feed.version])).filter((row) => row.seq <= known);
      if (rows.length === 0) {
        this.feed.beginAt(known);
        return;
      }
      this.feed.publish({
        seq: rows.at(-1)!.seq,
        owners: rows.map((row) => ({ type: row.ownerType, id: row.ownerId, regionId: row.regionId, audience: row.audience })),
      });
    }
  }

  /** How far the graph is behind `graph_fact`. Rejects with `GraphUnavailable` when it does not answer. */
  async lag(): Promise<{ kind: 'EMBEDDED' | 'NEO4J'; seq: number; behind: number }> {
    const seq = await this.graph.seq();
    const { behind } = (await this.database.readOne<{ behind: number }>(rowsAfter, [seq]))!;
    return { kind: this.kind, seq, behind };
  }

  /** Which graph this process holds or asks. */
  get kind(): 'EMBEDDED' | 'NEO4J' {
    return this.graph instanceof EmbeddedGraph ? 'EMBEDDED' : 'NEO4J';
  }

  /** The newest version of the data in Postgres. */
  async newestSeq(): Promise<number> {
    return (await this.database.readOne<{ seq: number }>(newestSeq))!.seq;
  }

  /** Empties the graph and fills it from `graph_fact` again. */
  rebuild(): Promise<number> {
    return this.afterwards(async () => {
      await this.graph.clear();
      return this.catchUpNow();
    });
  }

  /** Whether the graph holds exactly the facts of `graph_fact`, compared by hash with a fresh embedded graph. */
  verify(): Promise<{ equal: boolean; seq: number; newestSeq: number }> {
    return unhurried(() => this.verifyNow());
  }

  private async verifyNow(): Promise<{ equal: boolean; seq: number; newestSeq: number }> {
    const expected = new EmbeddedGraph();
    let seq = 0;
    for (;;) {
      const rows: FactRow[] = await this.database.read<StoredFact>(factsAfter, [seq]);
      if (rows.length === 0) break;
      await expected.apply(rows);
      seq = rows.at(-1)!.seq;
    }
    const [actual, wanted] = await Promise.all([this.graph.fingerprint(null), expected.fingerprint(null)]);
    return { equal: actual === wanted, seq: await this.graph.seq(), newestSeq: seq };
  }
}
