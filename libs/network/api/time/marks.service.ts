import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@knotenpunkt/kernel';
import type { RegionMark } from '@knotenpunkt/network/domain';
import { CLOCK } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { dayOf } from '../snapshot.service';
import { MarksRepository } from './marks.repository';

/** What stands along the slider of the network's past. */
@Injectable()
export class MarksService {
  constructor(
    private readonly marks: MarksRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In order of their days. */
  async marksOf(region: Region): Promise<RegionMark[]> {
    const found = await this.marks.of(region.id, dayOf(region, this.clock));
    return found.sort((p, q) => (p.day < q.day ? -1 : p.day > q.day ? 1 : p.id < q.id ? -1 : 1));
  }
}
