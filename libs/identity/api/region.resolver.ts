import { Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Inject } from '@nestjs/common';
import type { Clock } from '@knotenpunkt/kernel';
import { CLOCK } from '@knotenpunkt/platform/database';
import type { GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion, OutlinesService, RegionService, RegionType } from '@knotenpunkt/regions/api';
import { regionName, type Region } from '@knotenpunkt/regions/domain';
import { Permit } from './permit';

/** Stands here and not in regions, because every query declares its permission and permissions are this room's. */
@Resolver(() => RegionType)
export class RegionResolver {
  constructor(
    private readonly service: RegionService,
    private readonly outlines: OutlinesService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Permit('ANYONE')
  @Query(() => RegionType, { description: 'The region the request names by the header `x-region`, else the default one.' })
  region(@CurrentRegion() region: Region, @Context() context: GraphqlContext): RegionType {
    return this.shown(region, context);
  }

  @Permit('ANYONE')
  @Query(() => [RegionType], { description: 'All regions of this installation, by name.' })
  async regions(@Context() context: GraphqlContext): Promise<RegionType[]> {
    return (await this.service.all()).map((region) => this.shown(region, context));
  }

  @ResolveField(() => String, { nullable: true })
  outlinesAddress(@Parent() region: RegionType): Promise<string | null> {
    return this.outlines.addressOf(region);
  }

  private shown(region: Region, context: GraphqlContext): RegionType {
    return { ...region, name: regionName(region, context.language), today: this.clock.today(region.timeZone) };
  }
}
