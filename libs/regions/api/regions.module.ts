import { Global, Module, type DynamicModule } from '@nestjs/common';
import { ContextContributions } from '@knotenpunkt/platform/graphql';
import { OutlinesController } from './outlines.controller';
import { OutlinesRepository } from './outlines.repository';
import { OutlinesService } from './outlines.service';
import { RegionRepository } from './region.repository';
import { RegionSeeds } from './region-seeds';
import { DEFAULT_REGION, RegionService } from './region.service';

@Global()
@Module({})
export class RegionsModule {
  constructor(contributions: ContextContributions, regions: RegionService) {
    contributions.add(async (context) => {
      const wanted = context.headers['x-region'];
      context.region = (await regions.choose(typeof wanted === 'string' ? wanted : undefined)) ?? undefined;
    });
  }

  static forRoot(defaultRegion: string): DynamicModule {
    return {
      module: RegionsModule,
      controllers: [OutlinesController],
      providers: [
        OutlinesRepository,
        OutlinesService,
        RegionRepository,
        RegionService,
        RegionSeeds,
        { provide: DEFAULT_REGION, useValue: defaultRegion },
      ],
      exports: [OutlinesService, RegionService, RegionSeeds],
    };
  }
}
