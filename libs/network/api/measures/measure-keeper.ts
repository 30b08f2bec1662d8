import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { MeasuringService } from './measuring.service';

/** Networks themselves come first: a page waits for them, and their thread reads the facts once for both. */
const FIRST_LOOK_MS = 5_000;
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
  private first: NodeJS.Timeout | null = null;
  private looking: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly measuring: MeasuringService,
    private readonly regions: RegionService,
  ) {}

  /** Begins; does not wait for the first measures. */
  start(): void {
    this.first = setTimeout(() => this.look(), FIRST_LOOK_MS).unref();
    this.looking = setInterval(() => this.look(), LOOK_AGAIN_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.first) clearTimeout(this.first);
    if (this.looking) clearInterval(this.looking);
    await this.running;
  }

  private look(): void {
    // One after the other: measuring keeps a core busy.
    this.running ??= this.measureAll().finally(() => (this.running = null));
  }

  private async measureAll(): Promise<void> {
    try {
      for (const region of await this.regions.all()) if (!this.stopped) await this.measure(region);
    } catch (error) {
      this.log.warn(`regions cannot be read: ${String(error)}`);
    }
  }

  private async measure(region: Region): Promise<void> {
    try {
      const isRested = Date.now() >= (this.restUntil.get(region.id) ?? 0);
      const tookMs = isRested ? await this.measuring.measureToday(region) : null;
      if (tookMs !== null) this.restUntil.set(region.id, Date.now() + Math.max(REST_MS, REST_PARTS * tookMs));
      for (let more = true; more && !this.stopped;) {
        const since = Date.now();
        more = await this.measuring.measurePast(region);
        // Whole networks take turns with this: they get as much time as was taken.
        if (more) await new Promise((go) => setTimeout(go, Date.now() - since).unref());
      }
    } catch (error) {
      this.log.warn(`measures of ${region.slug}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
