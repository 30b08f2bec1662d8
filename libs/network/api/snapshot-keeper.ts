import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { ChangeFeed } from '@knotenpunkt/platform/outbox';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { SnapshotService } from './snapshot.service';

/** Changes that follow each other closely are computed together… */
const QUIET_MS = 1_000;
/** …but nobody waits longer than this. */
const LONGEST_MS = 8_000;
/** So long the end waits for what is under way. */
const LONGEST_GOODBYE_MS = 3_000;
/** Looked at again though nobody said anything: regions that are new, days that have passed. */
const LOOK_AGAIN_MS = 60_000;

/** Keeps the snapshots of all regions up to date. Runs in the processes that do background work. */
@Injectable()
export class SnapshotKeeper implements OnApplicationShutdown {
  private readonly log = new Logger(SnapshotKeeper.name);
  private readonly waiting = new Map<string, { timer: NodeJS.Timeout; since: number }>();
  private readonly following = new Map<string, AsyncIterableIterator<unknown>>();
  private running: Promise<unknown> = Promise.resolve();
  private looking: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly snapshots: SnapshotService,
    private readonly regions: RegionService,
    private readonly feed: ChangeFeed,
  ) {}

  /** Begins; does not wait for the first snapshots. */
  start(): void {
    this.snapshots.keeps = true;
    this.looking = setInterval(() => void this.look(), LOOK_AGAIN_MS);
    this.looking.unref();
    void this.look();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.looking) clearInterval(this.looking);
    for (const { timer } of this.waiting.values()) clearTimeout(timer);
    for (const changes of this.following.values()) await changes.return?.();
    // What a thread works on ends with the thread.
    await Promise.race([this.running.catch(() => undefined), new Promise((go) => setTimeout(go, LONGEST_GOODBYE_MS).unref())]);
  }

  private async look(): Promise<void> {
    try {
      for (const region of await this.regions.all()) {
        if (!this.following.has(region.id)) void this.follow(region);
        this.schedule(region);
      }
    } catch (error) {
      this.log.warn(`regions cannot be read: ${String(error)}`);
    }
  }

  private async follow(region: Region): Promise<void> {
    const changes = this.feed.follow(region.id, 'COORDINATORS');
    this.following.set(region.id, changes);
    for await (const change of changes) {
      void change;
      this.schedule(region);
    }
  }

  private schedule(region: Region): void {
    if (this.stopped) return;
    const before = this.waiting.get(region.id);
    if (before) clearTimeout(before.timer);
    const since = before?.since ?? Date.now();
    const wait = Math.max(0, Math.min(QUIET_MS, since + LONGEST_MS - Date.now()));
    const timer = setTimeout(() => {
      this.waiting.delete(region.id);
      // What is different is told at once; whole networks one after the other, since a layout keeps a core busy.
      const told = this.compute(region, { thorough: false });
      this.running = this.running.then(() => told).then(() => this.compute(region, { thorough: true }));
    }, wait);
    this.waiting.set(region.id, { timer, since });
  }

  private async compute(region: Region, { thorough }: { thorough: boolean }): Promise<void> {
    if (this.stopped) return;
    try {
      await this.snapshots.bringUpToDate(region, { thorough });
    } catch (error) {
      this.log.warn(`network of ${region.slug}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
