import { Inject, Injectable } from '@nestjs/common';
import { seesThreads, STALL_LIMITS, stallsOf, type Stall } from '@knotenpunkt/coordination/domain';
import type { Viewer } from '@knotenpunkt/identity/domain';
import type { Clock } from '@knotenpunkt/kernel';
import { CLOCK } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { ChairsRepository, type EmptyChairs } from './chairs.repository';
import { WaitingRepository } from './waiting.repository';

/** What the desk of the coordination tells beside its threads. */
@Injectable()
export class DeskService {
  constructor(
    private readonly waiting: WaitingRepository,
    private readonly chairs: ChairsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What stalls, the most urgent first. One question after the other: a desk takes one connection, not seven. */
  async stalls(viewer: Viewer, region: Region): Promise<Stall[]> {
    if (!seesThreads(viewer)) return [];
    const today = this.clock.today(region.timeZone);
    const waiting = await this.waiting.items(region, today);
    const alliances = await this.waiting.alliancesAtWork(region);
    const initiatives = await this.waiting.initiativesBeyondEnd(region, today);
    const unmet = await this.waiting.introductionsUnmet(region);
    return stallsOf({ waiting, alliances, initiatives, unmet, today }).slice(0, STALL_LIMITS.most);
  }

  emptyChairs(viewer: Viewer, region: Region): Promise<EmptyChairs> {
    return seesThreads(viewer) ? this.chairs.empty(region) : Promise.resolve({ alliances: 0, benches: [] });
  }
}
