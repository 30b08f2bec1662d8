import { Inject, Injectable, Logger } from '@nestjs/common';
import { idFrom, type Clock } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { loadRegionSeeds } from './load-region-seeds';
import type { RegionSeed } from './region-seed';
import { RegionRepository } from './region.repository';
import { RegionService } from './region.service';

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
      await this.setUp(seed);
      loaded.push(seed.region.slug);
    }
    this.service.forget();
    return loaded;
  }

  /** Sets one region up with all that rooms load into it, in one transaction. */
  async setUp(seed: RegionSeed): Promise<void> {
    const { slug, ...facts } = seed.region;
    const region: Region = { id: idFrom('region', slug), slug, ...facts };
    await this.unitOfWork.run(async (tx) => {
      await tx.query('SET LOCAL statement_timeout = 60000');
      await this.regions.insert(tx, region);
      for (const loader of this.loaders) await loader.load(tx, seed, region);
    });
    this.log.log(`region ${slug} is set up`);
  }
}
