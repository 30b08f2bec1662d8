import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@knotenpunkt/kernel';
import { CLOCK, unhurried } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { NetworkThread } from './columns/network-thread';

/** The day on which a region's ties are told: today, or the day its entries describe. */
export function dayOf(region: Region, clock: Clock): string {
  return region.asOf ?? clock.today(region.timeZone);
}

/** Has the networks of regions made, beside the thread that answers. */
@Injectable()
export class SnapshotService {
  private readonly underWay = new Map<string, Promise<void>>();
  /** Whether this process keeps the networks up to date; others make one only where it is small or missing. */
  keeps = false;

  constructor(
    private readonly thread: NetworkThread,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Makes what is missing of a region's network; `thorough`: with new places where a new snapshot is due, else only what is different. */
  bringUpToDate(region: Region, { thorough } = { thorough: true }): Promise<void> {
    const asOf = dayOf(region, this.clock);
    const key = [region.id, asOf, thorough].join(' ');
    // What changes after it has begun is seen by whoever asks then: the one who asks meanwhile waits for the same.
    const made =
      this.underWay.get(key) ??
      unhurried(() => this.thread.bringUpToDate({ regionId: region.id, asOf, thorough })).finally(() => this.underWay.delete(key));
    this.underWay.set(key, made);
    return made;
  }
}
