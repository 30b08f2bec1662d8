import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import { audienceOf, type Viewer } from '@knotenpunkt/identity/domain';
import { KeptForVisitors } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { CommonGroundType } from './common-ground.graphql';
import { CommonGroundService } from './common-ground.service';
import { TieFilterArguments } from './tie-filters.graphql';

@ArgsType()
class CommonGroundArguments extends TieFilterArguments {
  @Field(() => [ID], { description: 'Two to eight actors; more are passed over.' })
  actorIds!: string[];
}

/** What several actors have in common, on the graph of the viewer's audience. */
@Resolver()
export class CommonGroundResolver {
  constructor(private readonly service: CommonGroundService) {}

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => CommonGroundType, {
    description: 'What two actors or more share, whom they are all tied to, which themes they have in common.',
  })
  commonGround(
    @CurrentRegion() region: Region,
    @CurrentViewer() viewer: Viewer,
    @Args() wish: CommonGroundArguments,
  ): Promise<CommonGroundType> {
    return this.service.of(region, audienceOf(viewer), wish);
  }
}
