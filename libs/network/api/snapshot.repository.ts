import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, UnitOfWork } from '@knotenpunkt/platform/database';
import type { AnalysedOn, CommunityNaming } from '@knotenpunkt/network/domain';

/** What the public network of a region looked like at one version of the data. */
export interface NetworkSnapshot {
  seq: number;
  madeAt: Date;
  analysedOn: AnalysedOn;
  /** Equal for equal actors, ties and themes: nothing need be computed again. */
  fingerprint: string;
  positions: { ids: Id[]; x: number[]; y: number[]; community: string[] };
  communities: { id: string; naming: CommunityNaming }[];
}

const newest = query(
  'networkSnapshot.newest',
  `SELECT seq, made_at AS "madeAt", analysed_on AS "analysedOn", fingerprint, positions, communities
   FROM network_snapshot WHERE region_id = $1 ORDER BY seq DESC LIMIT 1`,
);
const newestSeq = query(
  'networkSnapshot.newestSeq',
  `SELECT seq, made_at AS "madeAt", analysed_on AS "analysedOn" FROM network_snapshot WHERE region_id = $1 ORDER BY seq DESC LIMIT 1`,
);

@Injectable()
export class SnapshotRepository {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  newest(regionId: Id): Promise<NetworkSnapshot | null> {
    return this.database.readOne<NetworkSnapshot>(newest, [regionId]);
  }

  /** The newest without its columns. */
  newestState(regionId: Id): Promise<Pick<NetworkSnapshot, 'seq' | 'madeAt' | 'analysedOn'> | null> {
    return this.database.readOne(newestSeq, [regionId]);
  }

  /** Keeps a snapshot and, of each earlier day, the last one: enough to show how the network changed. */
  async keep(regionId: Id, snapshot: Omit<NetworkSnapshot, 'madeAt'>): Promise<void> {
    const { seq, analysedOn, fingerprint, positions, communities } = snapshot;
    await this.unitOfWork.run(async (tx) => {
      await tx.query(
        `INSERT INTO network_snapshot (region_id, seq, analysed_on, fingerprint, positions, communities)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (region_id, seq) DO NOTHING`,
        [regionId, seq, analysedOn, fingerprint, JSON.stringify(positions), JSON.stringify(communities)],
      );
      await tx.query(
        `DELETE FROM network_snapshot old USING network_snapshot later
         WHERE old.region_id = $1 AND later.region_id = $1 AND later.seq > old.seq AND later.made_at::date = old.made_at::date`,
        [regionId],
      );
    });
  }
}
