import { Inject, Injectable } from '@nestjs/common';
import { ActorMerging } from '@knotenpunkt/actors/api';
import { actorsOf, passes, type Viewer } from '@knotenpunkt/identity/domain';
import { partiesOf, readsSuccession, type ToldSuccession } from '@knotenpunkt/imports/domain';
import {
  decodeCursor,
  encodeCursor,
  isId,
  LARGEST_PAGE,
  type Clock,
  type Id,
  type LocalDate,
  type Page,
  type PageRequest,
} from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import type { KindCount } from '../merging/moving';
import { ReferenceMoving } from '../merging/moving';
import { SuccessionRepository } from './succession.repository';

/** What somebody sees of organisations that become part of others. */
@Injectable()
export class SuccessionReading {
  constructor(
    private readonly successions: SuccessionRepository,
    private readonly actors: ActorMerging,
    private readonly moving: ReferenceMoving,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The coordination's: all of the region; others': those of the organisations they act for. The latest first. */
  async page(viewer: Viewer, region: Region, { first, after }: PageRequest): Promise<Page<ToldSuccession>> {
    const limit = Math.min(Math.max(1, Math.trunc(first)), LARGEST_PAGE);
    const key = after ? decodeCursor(after) : null;
    const before = key && isId(key[1]) && /^\d{4}-\d{2}-\d{2}$/.test(key[0]) ? key : null;
    const ids = passes(viewer, 'COORDINATOR') ? null : actorsOf(viewer, 'EDITOR');
    const read = ids?.length === 0 ? [] : await this.successions.page(region.id, ids, limit + 1, before);
    return {
      rows: read.slice(0, limit),
      hasNext: read.length > limit,
      cursorOf: ({ proposedOn, id }) => encodeCursor([proposedOn, id]),
    };
  }

  async find(viewer: Viewer, region: Region, id: Id): Promise<ToldSuccession | null> {
    const found = isId(id) ? await this.successions.find(region.id, id) : null;
    return found && readsSuccession(viewer, found) ? found : null;
  }

  /** What would go over from one organisation to another; null for those who may not propose it. */
  async preview(
    viewer: Viewer,
    region: Region,
    asked: { predecessorId: Id; successorId: Id; sinceOn: LocalDate | null },
  ): Promise<KindCount[] | null> {
    const { predecessorId, successorId, sinceOn } = asked;
    if (!isId(predecessorId) || !isId(successorId) || predecessorId === successorId) return null;
    if (partiesOf(viewer, asked).length === 0 && !passes(viewer, 'COORDINATOR')) return null;
    const since = sinceOn ?? this.clock.today(region.timeZone);
    return this.unitOfWork.run(async (tx) => {
      const both = await this.actors.find(tx, region, [predecessorId, successorId]);
      return both && !both.some(({ archived }) => archived) ? this.moving.count(tx, { from: predecessorId, to: successorId, since }) : null;
    });
  }
}
