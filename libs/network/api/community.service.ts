import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import { SnapshotRepository } from './snapshot.repository';

/** Which group an actor works with most, as the last snapshot of the public network has it. */
@Injectable()
export class CommunityService {
  constructor(private readonly snapshots: SnapshotRepository) {}

  /** Whoever belongs to no community is left out; empty before the first snapshot. */
  async of(regionId: Id): Promise<Map<Id, string>> {
    const snapshot = await this.snapshots.newest(regionId);
    const { ids, community } = snapshot?.positions ?? { ids: [], community: [] };
    return new Map(ids.flatMap((id, at): [Id, string][] => (community[at] ? [[id, community[at]]] : [])));
  }
}
