import { Inject, Injectable, Logger } from '@nestjs/common';
import { idFrom, type Clock } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { OutlinesService } from './outlines.service';
import { loadRegionSeeds } from './load-region-seeds';
import type { RegionSeed } from './region-seed';
import { RegionRepository } from './region.repository';
import { RegionService } from './region.service';

/** Held while a region is loaded; any constant will do, as long as every instance uses the same. */
const SEED_LOCK = 7_040_004;
const LOOK_AGAIN_MS = 300;

/** Loads one room's part of a region, within the transaction that sets the region up. */
export interface SeedLoader {
  room: string;
  load(tx: Tx, seed: RegionSeed, region: Region): Promise<void>;
}

/** Sets up the regions that came with the product. Rooms register what they load, in the order of the house. */
@Injectable()
export class RegionSeeds {
  private readonly log = new Logger(RegionSeeds.name);
  private readonly loaders: SeedLoader[] = [];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly regions: RegionRepository,
    private readonly service: RegionService,
    private readonly outlines: OutlinesService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  register(loader: SeedLoader): void {
    this.loaders.push(loader);
  }

  /** Loads every region that is not there yet, each in one transaction; invented ones only with `examples`. Gives the slugs loaded. */
  async loadMissing(options: { examples: boolean }): Promise<string[]> {
    const present = new Set((await this.regions.all()).map((region) => region.slug));
    const loaded: string[] = [];
    for (const seed of loadRegionSeeds(this.clock.today('Europe/Berlin'))) {
      if (present.has(seed.region.slug) || (seed.region.example && !options.examples)) continue;
      if (await this.setUpOnce(seed)) loaded.push(seed.region.slug);
    }
    this.service.forget();
    return loaded;
  }

  /** Sets one region up with all that rooms load into it, in one transaction. */
  async setUp(seed: RegionSeed): Promise<void> {
    await this.unitOfWork.run((tx) => this.load(tx, seed));
    this.log.log(`region ${seed.region.slug} is set up`);
  }

  /** The same where another instance that started at this moment may do so, too: waits for it, and is false if it did. */
  private async setUpOnce(seed: RegionSeed): Promise<boolean> {
    for (;;) {
      const outcome = await this.unitOfWork.run(async (tx) => {
        // Tried again rather than waited for: loading takes longer than one waits for an answer.
        const [lock] = (await tx.query('SELECT pg_try_advisory_xact_lock($1) AS held', [SEED_LOCK])) as { held: boolean }[];
        if (!lock!.held) return 'BUSY';
        const found = (await tx.query('SELECT 1 FROM region WHERE slug = $1', [seed.region.slug])) as unknown[];
        if (found.length > 0) return 'THERE';
        await this.load(tx, seed);
        return 'LOADED';
      });
      if (outcome === 'LOADED') this.log.log(`region ${seed.region.slug} is set up`);
      if (outcome !== 'BUSY') return outcome === 'LOADED';
      await new Promise((go) => setTimeout(go, LOOK_AGAIN_MS));
    }
  }

  private async load(tx: Tx, seed: RegionSeed): Promise<void> {
    const { slug, ...facts } = seed.region;
    const region: Region = { id: idFrom('region', slug), slug, ...facts };
    await tx.query('SET LOCAL statement_timeout = 60000');
    await this.regions.insert(tx, region);
    if (seed.outlines) await this.keepOutlines(tx, region, seed.outlines);
    for (const loader of this.loaders) await loader.load(tx, seed, region);
  }

  private async keepOutlines(tx: Tx, region: Region, given: object): Promise<void> {
    const kept = await this.outlines.keep(tx, region, given);
    if (!kept.ok) throw new Error(`outlines of ${region.slug}: ${kept.refusal.code} ${JSON.stringify(kept.refusal.params ?? {})}`);
  }
}
