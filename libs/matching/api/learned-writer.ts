import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@knotenpunkt/kernel';
import type { Learned } from '@knotenpunkt/matching/domain';
import { CLOCK, UnitOfWork } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { LEARNING, LearnedKeeper } from './learned-keeper';
import { LearnedRepository, type LearnedRow } from './learned.repository';

/** Writes what a region learned, and tells of it. */
@Injectable()
export class LearnedWriter {
  constructor(
    private readonly repository: LearnedRepository,
    private readonly keeper: LearnedKeeper,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  newest(region: Region): Promise<LearnedRow | null> {
    return this.repository.newest(region.id);
  }

  /** A new version after one that was read; null: what was shipped. */
  async write(region: Region, after: number, learned: Learned | null): Promise<Result<number>> {
    const version = after + 1;
    const current = (await this.newest(region))?.version ?? 0;
    if (current !== after) return refuse('STALE_VERSION', { params: { current } });
    const written = await this.unitOfWork.run(async (tx): Promise<Result<number>> => {
      const learnedOn = this.clock.today(region.timeZone);
      if (!(await this.repository.keep(tx, region.id, { version, learned, learnedOn })))
        return refuse('STALE_VERSION', { params: { current: version } });
      await this.outbox.append(tx, { aggregate: LEARNING, id: region.id, regionId: region.id });
      return ok(version);
    });
    this.keeper.forget(region.id);
    return written;
  }
}
