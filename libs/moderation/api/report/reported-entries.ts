import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { ReportedType } from '@knotenpunkt/moderation/domain';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

/** A public entry as it is now. */
export interface ReportedEntry {
  title: string;
  slug: string;
}

// $1 region, $2 id. Only what everybody may read can be reported by everybody; a proposal of which nothing came never was public.
const ENTRY: Record<ReportedType, string> = {
  ACTOR: 'SELECT name AS title, slug FROM actor_v1 WHERE region_id = $1 AND id = $2 AND NOT archived',
  INITIATIVE: `SELECT title, slug FROM initiative_v1 WHERE region_id = $1 AND id = $2 AND has_begun AND state <> 'DRAFT'`,
  CHALLENGE: `SELECT question AS title, slug FROM challenge_v1 WHERE region_id = $1 AND id = $2 AND state IN ('PUBLISHED', 'CLOSED')`,
  ALLIANCE: `SELECT title, slug FROM alliance_v1 WHERE region_id = $1 AND id = $2 AND state IN ('FORMED', 'ACTIVE', 'CONCLUDED')`,
};

// $1 id. Who answers for what it says: its members for an alliance; nobody for a question of the coordination itself.
const AUTHORS: Record<ReportedType, string> = {
  ACTOR: 'SELECT id AS "actorId" FROM actor_v1 WHERE id = $1',
  INITIATIVE: 'SELECT actor_id AS "actorId" FROM initiative_author_v1 WHERE id = $1',
  CHALLENGE: 'SELECT actor_id AS "actorId" FROM challenge_author_v1 WHERE id = $1',
  ALLIANCE: 'SELECT actor_id AS "actorId" FROM alliance_author_v1 WHERE id = $1 ORDER BY actor_id LIMIT 50',
};

const ownOnes = query(
  'reportedEntry.ownOnes',
  `SELECT id FROM actor_v1 WHERE id = ANY($1::uuid[]) AND id = ANY($2::uuid[])
   UNION SELECT id FROM initiative_author_v1 WHERE id = ANY($1::uuid[]) AND actor_id = ANY($2::uuid[])
   UNION SELECT id FROM challenge_author_v1 WHERE id = ANY($1::uuid[]) AND actor_id = ANY($2::uuid[])
   UNION SELECT id FROM alliance_author_v1 WHERE id = ANY($1::uuid[]) AND actor_id = ANY($2::uuid[])`,
);

/** Entries of other rooms that can be reported, read through their views. */
@Injectable()
export class ReportedEntries {
  constructor(private readonly database: Database) {}

  /** Which of these entries one of the organisations answers for. */
  async answeredForBy(actorIds: readonly Id[], entryIds: readonly Id[]): Promise<Set<Id>> {
    if (actorIds.length === 0 || entryIds.length === 0) return new Set();
    const rows = await this.database.read<{ id: Id }>(ownOnes, [entryIds, actorIds]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Null: there is none, or it is not public. */
  async find(tx: Tx, regionId: Id, type: ReportedType, id: Id): Promise<ReportedEntry | null> {
    const rows = (await tx.query(ENTRY[type], [regionId, id])) as ReportedEntry[];
    return rows[0] ?? null;
  }

  /** The organisations that answer for an entry. */
  async authorsOf(tx: Tx, type: ReportedType, id: Id): Promise<Id[]> {
    return ((await tx.query(AUTHORS[type], [id])) as { actorId: Id }[]).map(({ actorId }) => actorId);
  }
}
