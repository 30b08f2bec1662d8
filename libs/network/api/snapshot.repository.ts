import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';
import type { AnalysedOn, CommunityNaming } from '@knotenpunkt/network/domain';

/** What the public network of a region looked like at one version of the data. */
export interface NetworkSnapshot {
  seq: number;
  madeAt: Date;
  analysedOn: AnalysedOn;
  /** Equal for equal actors, ties and themes: nothing need be computed again. */
  fingerprint: string;
  /** One value an actor: its place, its finest community (empty: none), and how often it stands between others, 0 to 1. */
  positions: { ids: Id[]; x: number[]; y: number[]; community: string[]; broker?: number[] };
  /** `parent`: id of the one it is a part of. Older ones have neither that nor a level. */
  communities: { id: string; naming: CommunityNaming; parent?: string | null; level?: number }[];
}

/** The newest, whole: `NetworkSnapshot` of a region. */
export const newestSnapshot = query(
  'networkSnapshot.newest',
  `SELECT seq, made_at AS "madeAt", analysed_on AS "analysedOn", fingerprint, positions, communities
   FROM network_snapshot WHERE region_id = $1 ORDER BY seq DESC LIMIT 1`,
);
const newestSeq = query('networkSnapshot.newestSeq', 'SELECT max(seq) AS seq FROM network_snapshot WHERE region_id = $1');

/** Reads the places and communities that the worker keeps (`columns/columns-store.ts`). */
@Injectable()
export class SnapshotRepository {
  constructor(private readonly database: Database) {}

  newest(regionId: Id): Promise<NetworkSnapshot | null> {
    return this.database.readOne<NetworkSnapshot>(newestSnapshot, [regionId]);
  }

  /** Version of the data of the newest; null: there is none yet. */
  async newestSeq(regionId: Id): Promise<number | null> {
    return (await this.database.readOne<{ seq: number | null }>(newestSeq, [regionId]))!.seq;
  }
}
