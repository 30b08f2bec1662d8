import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import { challengeActions, type Challenge } from '@knotenpunkt/challenges/domain';
import { CurrentViewer, Permit, viewerOf } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { answer, KeptForVisitors, toConnection, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import {
  ChallengeConnection,
  ChallengePageArguments,
  ChallengeResult,
  ChallengeType,
  ChallengeVersionInput,
  ChangeChallengeInput,
  ProposeChallengeInput,
  RefuseChallengeInput,
} from './challenge.graphql';
import { ChallengeService } from './challenge.service';

@Resolver(() => ChallengeType)
export class ChallengeResolver {
  constructor(
    private readonly service: ChallengeService,
    private readonly actors: ActorLoader,
  ) {}

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => ChallengeConnection, { description: 'What waits for publication first, then what is asked, soonest needed first.' })
  async challenges(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args() { first, after, filter }: ChallengePageArguments,
  ): Promise<InstanceType<typeof ChallengeConnection>> {
    return toConnection(await this.service.page(viewer, region, filter ?? {}, { first, after }), (row: Challenge) => row);
  }

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => ChallengeType, { nullable: true })
  challenge(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region, @Args('slug') slug: string): Promise<ChallengeType | null> {
    return this.service.bySlug(viewer, region, slug);
  }

  @Permit('MEMBER')
  @Mutation(() => ChallengeResult, { description: 'Asks a question for an organisation. Coordinators publish or refuse it.' })
  async proposeChallenge(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ProposeChallengeInput,
  ): Promise<typeof ChallengeResult> {
    const wish = { ...input, untilOn: input.untilOn ?? null, askedById: input.askedById ?? null };
    return answer(await this.service.propose(viewer, region, wish));
  }

  @Permit('MEMBER')
  @Mutation(() => ChallengeResult, { description: 'Changes the words. A refused question is proposed again by it.' })
  async changeChallenge(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ChangeChallengeInput,
  ): Promise<typeof ChallengeResult> {
    return answer(await this.service.change(viewer, region, { ...input, untilOn: input.untilOn ?? null }));
  }

  @Permit('COORDINATOR')
  @Mutation(() => ChallengeResult, { description: 'Shows a question to everybody.' })
  async publishChallenge(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ChallengeVersionInput,
  ): Promise<typeof ChallengeResult> {
    return answer(await this.service.publish(viewer, region, input));
  }

  @Permit('COORDINATOR')
  @Mutation(() => ChallengeResult, { description: 'Does not publish a question, and says why.' })
  async refuseChallenge(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: RefuseChallengeInput,
  ): Promise<typeof ChallengeResult> {
    return answer(await this.service.refuse(viewer, region, input));
  }

  @Permit('COORDINATOR')
  @Mutation(() => ChallengeResult, { description: 'The question is answered or no longer asked. It stays readable.' })
  async closeChallenge(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ChallengeVersionInput,
  ): Promise<typeof ChallengeResult> {
    return answer(await this.service.close(viewer, region, input));
  }

  @ResolveField(() => ActorType, { nullable: true, description: 'Who asks; null for an editorial question.' })
  askedBy({ askedById }: ChallengeType, _: unknown, context: GraphqlContext): Promise<ActorType | null> | null {
    return askedById === null ? null : this.actors.byId(context).load(askedById);
  }

  @ResolveField(() => Boolean, { description: 'Taken out of sight by the coordination; shown to those who ask and the coordination.' })
  isHidden({ hidden }: Challenge): boolean {
    return hidden ?? false;
  }

  @ResolveField(() => [String], { description: 'What the viewer may do next, by the names of mutations.' })
  availableActions(challenge: Challenge, _: unknown, context: GraphqlContext): string[] {
    return challengeActions(viewerOf(context), challenge);
  }
}
