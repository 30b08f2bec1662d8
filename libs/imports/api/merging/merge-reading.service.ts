import { Injectable } from '@nestjs/common';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { imports, type ActorMerge } from '@knotenpunkt/imports/domain';
import { decodeCursor, encodeCursor, isId, LARGEST_PAGE, type Id, type Page, type PageRequest } from '@knotenpunkt/kernel';
import type { Region } from '@knotenpunkt/regions/domain';
import { MergeRepository } from './merge.repository';

/** What coordinators see of entries that became one. */
@Injectable()
export class MergeReading {
  constructor(private readonly merges: MergeRepository) {}

  /** The latest first. */
  async page(viewer: Viewer, region: Region, { first, after }: PageRequest): Promise<Page<ActorMerge>> {
    const limit = Math.min(Math.max(1, Math.trunc(first)), LARGEST_PAGE);
    const key = after ? decodeCursor(after) : null;
    const before = key && isId(key[1]) && !Number.isNaN(Date.parse(key[0])) ? key : null;
    const read = imports(viewer) ? await this.merges.page(region.id, limit + 1, before) : [];
    return {
      rows: read.slice(0, limit),
      hasNext: read.length > limit,
      cursorOf: ({ mergedAt, id }) => encodeCursor([mergedAt.toISOString(), id]),
    };
  }

  async find(viewer: Viewer, region: Region, id: Id): Promise<ActorMerge | null> {
    return imports(viewer) ? this.merges.find(region.id, id) : null;
  }
}
