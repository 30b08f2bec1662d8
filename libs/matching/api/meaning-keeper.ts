import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import { Jobs } from '@knotenpunkt/platform/jobs';
import { ChangeFeed } from '@knotenpunkt/platform/outbox';
import { RegionService } from '@knotenpunkt/regions/api';
import { MeaningService, READ_TEXTS } from './meaning.service';

/** Changes that follow each other closely are read together. */
const GATHER_MS = 1_000;
/** Regions that are new are found after this. */
const LOOK_AGAIN_MS = 60_000;

/** Sends the job that reads texts whenever organisations changed. Runs in the processes that do background work. */
@Injectable()
export class MeaningKeeper implements OnApplicationShutdown {
  private readonly log = new Logger(MeaningKeeper.name);
  private readonly following = new Map<Id, AsyncIterableIterator<unknown>>();
  private gathering: NodeJS.Timeout | null = null;
  private looking: NodeJS.Timeout | null = null;

  constructor(
    private readonly meaning: MeaningService,
    private readonly regions: RegionService,
    private readonly feed: ChangeFeed,
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Begins, with a job for what changed while nobody looked. Without a model there is nothing to do. */
  start(): void {
    if (!this.meaning.configured) return;
    this.looking = setInterval(() => void this.followNewRegions(), LOOK_AGAIN_MS);
    this.looking.unref();
    void this.followNewRegions();
    this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.gathering) clearTimeout(this.gathering);
    if (this.looking) clearInterval(this.looking);
    for (const changes of this.following.values()) await changes.return?.();
  }

  private async followNewRegions(): Promise<void> {
    try {
      for (const { id } of await this.regions.all()) if (!this.following.has(id)) void this.follow(id);
    } catch (error) {
      this.log.warn(`regions cannot be read: ${String(error)}`);
    }
  }

  private async follow(regionId: Id): Promise<void> {
    const changes = this.feed.follow(regionId, 'COORDINATORS');
    this.following.set(regionId, changes);
    for await (const { owners } of changes) if (owners.some(({ type }) => type === 'actor')) this.schedule();
  }

  private schedule(): void {
    this.gathering ??= setTimeout(() => {
      this.gathering = null;
      this.unitOfWork
        .run((tx) => this.jobs.send(tx, READ_TEXTS, {}))
        .catch((error: unknown) => this.log.warn(`texts wait to be read: ${String(error)}`));
    }, GATHER_MS);
  }
}
