import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { MeasuringService } from './measuring.service';

/** So often it is looked whether a day has passed or data has changed. */
const LOOK_AGAIN_MS = 30_000;
/** Changes within a day are measured so often at most… */
const REST_MS = 5 * 60_000;
/** …and so many times longer than measuring takes it is left alone: a large network takes a part of the machine, never much of it. */
const REST_PARTS = 50;

/** Measures every region each day, after changes, and its past when it is new. Runs in the processes that do background work. */
@Injectable()
export class MeasureKeeper implements OnApplicationShutdown {
  private readonly log = new Logger(MeasureKeeper.name);
  private readonly restUntil = new Map<string, number>();
  private running: Promise<void> | null = null;
  private looking: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly measuring: MeasuringService,
    private readonly regions: RegionService,
  ) {}

  /** Begins; does not wait for the first measures. */
  start(): void {
    this.looking = setInterval(() => this.look(), LOOK_AGAIN_MS);
    this.looking.unref();
    this.look();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.looking) clearInterval(this.looking);
    await this.running;
  }

  private look(): void {
    // One after the other: measuring keeps a core busy.
    this.running ??= this.measureAll().finally(() => (this.running = null));
  }

  private async measureAll(): Promise<void> {
    try {
      for (const region of await this.regions.all()) await this.measure(region);
    } catch (error) {
      this.log.warn(`regions cannot be read: ${String(error)}`);
    }
  }

  private async measure(region: Region): Promise<void> {
    try {
      const began = Date.now();
      if (began >= (this.restUntil.get(region.id) ?? 0) && (await this.measuring.measureToday(region)))
        this.restUntil.set(region.id, Date.now() + Math.max(REST_MS, REST_PARTS * (Date.now() - began)));
      for (let more = true; more && !this.stopped;) {
        const since = Date.now();
        more = await this.measuring.measurePast(region);
        // The thread that answers gets as much time as was taken.
        if (more) await new Promise((go) => setTimeout(go, Date.now() - since).unref());
      }
    } catch (error) {
      this.log.warn(`measures of ${region.slug}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
