import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import type { FollowType } from '@knotenpunkt/notices/domain';
import { answer, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import type { FollowTarget } from './followables';
import { FollowedType, FollowInput, FollowResult, News } from './following.graphql';
import { FollowingService } from './following.service';

const typeOf = ({ id, ...target }: FollowTarget): FollowedType => ({ ...target, targetId: id });
const wishOf = ({ type, targetId }: FollowInput) => ({ type: type as FollowType, id: targetId });

@Resolver(() => FollowedType)
export class FollowingResolver {
  constructor(private readonly service: FollowingService) {}

  @Permit('SIGNED_IN')
  @Query(() => [FollowedType], { description: 'What the viewer follows in the region, the newest first.' })
  async followed(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Context() { language }: GraphqlContext,
  ): Promise<FollowedType[]> {
    return (await this.service.followed(viewer, region, language)).map(typeOf);
  }

  @Permit('SIGNED_IN')
  @Query(() => News, { description: 'What happened since the visit before this one, without what own organisations did.' })
  news(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region): Promise<News> {
    return this.service.news(viewer, region);
  }

  @Permit('SIGNED_IN')
  @Query(() => Boolean, { description: 'Whether the viewer wants the weekly mail.' })
  weeklyMail(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region): Promise<boolean> {
    return this.service.digest(viewer, region);
  }

  @Permit('SIGNED_IN')
  @Mutation(() => FollowResult, { description: 'Follows something public.' })
  async follow(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Context() { language }: GraphqlContext,
    @Args('input') input: FollowInput,
  ): Promise<typeof FollowResult> {
    const result = await this.service.follow(viewer, region, wishOf(input), language);
    return answer(result.ok ? { ok: true, value: typeOf(result.value) } : result);
  }

  @Permit('SIGNED_IN')
  @Mutation(() => FollowResult, { description: 'Follows it no more; of something that is not followed nothing changes.' })
  async unfollow(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: FollowInput,
  ): Promise<typeof FollowResult> {
    const result = await this.service.unfollow(viewer, region, wishOf(input));
    return answer(result.ok ? { ok: true, value: typeOf(result.value) } : result);
  }

  @Permit('SIGNED_IN')
  @Mutation(() => Boolean, { description: 'Notes that the viewer looks now, so that later it can be told what is new.' })
  async lookAround(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region): Promise<boolean> {
    await this.service.look(viewer, region);
    return true;
  }

  @Permit('SIGNED_IN')
  @Mutation(() => Boolean, { description: 'Wants the weekly mail, or does not.' })
  setWeeklyMail(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region, @Args('wanted') wanted: boolean): Promise<boolean> {
    return this.service.setDigest(viewer, region, wanted);
  }

  @Permit('ANYONE')
  @Mutation(() => Boolean, { description: 'Ends the weekly mail by the link in it; false where the link is unknown.' })
  endWeeklyMail(@CurrentRegion() region: Region, @Args('token') token: string): Promise<boolean> {
    return this.service.endDigest(region, token);
  }
}
