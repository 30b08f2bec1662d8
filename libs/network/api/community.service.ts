import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import { SnapshotRepository } from './snapshot.repository';

/** Which group an actor works with most, as the last snapshot of the public network has it. */
@Injectable()
export class CommunityService {
  /** Those of the last snapshot of each region: of a large one they are dear to read. */
  private readonly known = new Map<Id, { seq: number; of: Map<Id, string> }>();

  constructor(private readonly snapshots: SnapshotRepository) {}

  /** Whoever belongs to no community is left out; empty before the first snapshot. */
  async of(regionId: Id): Promise<Map<Id, string>> {
    const seq = await this.snapshots.newestSeq(regionId);
    if (seq === null) return new Map();
    const known = this.known.get(regionId);
    if (known?.seq === seq) return known.of;
    const { ids, community } = (await this.snapshots.newest(regionId))?.positions ?? { ids: [], community: [] };
    const of = new Map(ids.flatMap((id, at): [Id, string][] => (community[at] ? [[id, community[at]]] : [])));
    this.known.set(regionId, { seq, of });
    return of;
  }
}
