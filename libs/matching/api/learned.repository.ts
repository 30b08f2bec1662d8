import { Injectable } from '@nestjs/common';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import type { Learned } from '@knotenpunkt/matching/domain';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

/** The newest of what a region learned. */
export interface LearnedRow {
  version: number;
  /** Null: it was thrown away, and what was shipped serves. */
  learned: Learned | null;
  learnedOn: LocalDate;
}

/** So many versions are kept, to be compared. */
const KEPT = 50;

const newest = query(
  'matchLearned.newest',
  'SELECT version, learned, learned_on AS "learnedOn" FROM match_learned WHERE region_id = $1 ORDER BY version DESC LIMIT 1',
);

/** What regions learned, version by version. */
@Injectable()
export class LearnedRepository {
  constructor(private readonly database: Database) {}

  newest(regionId: Id): Promise<LearnedRow | null> {
    return this.database.readOne<LearnedRow>(newest, [regionId]);
  }

  /** Keeps a new version; false: somebody else did, after the one that was read. */
  async keep(tx: Tx, regionId: Id, { version, learned, learnedOn }: LearnedRow): Promise<boolean> {
    const kept = (await tx.query(
      `INSERT INTO match_learned (region_id, version, learned, learned_on) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING version`,
      [regionId, version, learned && JSON.stringify(learned), learnedOn],
    )) as unknown[];
    if (kept.length === 0) return false;
    await tx.query('DELETE FROM match_learned WHERE region_id = $1 AND version <= $2', [regionId, version - KEPT]);
    return true;
  }
}
