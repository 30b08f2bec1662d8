import type { Id } from '@knotenpunkt/kernel';
import { query, type OwnConnection } from '@knotenpunkt/platform/database';
import { EmbeddedGraph, type FactRow } from '@knotenpunkt/platform/graph';

/** Rows read at once. */
const BATCH = 1_000;

// Vectors make no tie, and are most of what there is to read.
const factsAfter = query(
  'graphFact.follow',
  `SELECT owner_type AS "ownerType", owner_id AS "ownerId", seq, facts - 'vectors' AS facts FROM graph_fact WHERE seq > $1 ORDER BY seq LIMIT ${BATCH}`,
);
const ahead = query(
  'graphFact.ahead',
  `SELECT (SELECT coalesce(max(seq), 0) FROM graph_fact) AS newest, (SELECT count(*)::int FROM graph_fact WHERE seq > $1) AS rows`,
);

/**
 * A graph of one's own, filled from `graph_fact` over a connection of one's own: for work on whole networks in a worker thread, whichever
 * graph answers questions elsewhere.
 */
export class FactFollower {
  // Whoever walks through a whole network is done with that view, and one of 100,000 actors takes more than a hundred megabytes.
  readonly graph = new EmbeddedGraph({ notesTouched: true, mostViews: 2 });

  constructor(private readonly connection: OwnConnection) {}

  /** Reads what is newer than the graph has; gives the `seq` it stands at then. `told` hears how much of it is read, 0 to 1. */
  async follow(told: (part: number) => Promise<void> = () => Promise.resolve()): Promise<number> {
    let seq = await this.graph.seq();
    const { newest, rows: expected } = (await this.connection.readOne<{ newest: number; rows: number }>(ahead, [seq]))!;
    if (seq > newest) {
      // It remembers data from before a restore.
      await this.graph.clear();
      seq = 0;
    }
    for (let read = 0; ;) {
      const rows = await this.connection.read<FactRow & { ownerId: Id }>(factsAfter, [seq]);
      if (rows.length > 0) await this.graph.apply(rows);
      seq = rows.at(-1)?.seq ?? seq;
      if (rows.length < BATCH) return seq;
      read += rows.length;
      await told(Math.min(1, read / Math.max(1, expected)));
    }
  }
}
