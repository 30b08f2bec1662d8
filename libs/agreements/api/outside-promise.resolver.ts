import { Args, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import { outsideActions, type OutsidePromise } from '@knotenpunkt/agreements/domain';
import { CurrentViewer, Permit, viewerOf } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { answer, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion, regionOf } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { CommitmentPurpose } from './agreements.graphql';
import {
  EnterOutsidePromiseInput,
  ObjectToOutsidePromiseInput,
  OutsideActionEnum,
  OutsidePromiseArguments,
  OutsidePromiseInput,
  OutsidePromiseResult,
  OutsidePromiseType,
} from './outside-promise.graphql';
import { OutsidePromiseService } from './outside-promise.service';

type Answered = Promise<typeof OutsidePromiseResult>;

@Resolver(() => OutsidePromiseType)
export class OutsidePromiseResolver {
  constructor(
    private readonly service: OutsidePromiseService,
    private readonly load: ActorLoader,
  ) {}

  @Permit('MEMBER')
  @Query(() => [OutsidePromiseType], {
    description:
      'What was promised elsewhere: all of it for coordinators; for others what concerns their organisations and, asked about one purpose in which they take part, what waits there. At most 100, what waits first.',
  })
  outsidePromises(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args() { purposeId, actorId }: OutsidePromiseArguments,
  ): Promise<OutsidePromiseType[]> {
    return this.service.list(viewer, region, { purposeId: purposeId ?? null, actorId: actorId ?? null });
  }

  @Permit('COORDINATOR')
  @Query(() => [CommitmentPurpose], { description: 'For what an organisation can have promised something: in what it takes part.' })
  outsidePurposes(@CurrentRegion() region: Region, @Args('actorId', { type: () => ID }) actorId: string): Promise<CommitmentPurpose[]> {
    return this.service.purposesOf(region, actorId);
  }

  @Permit('COORDINATOR')
  @Mutation(() => OutsidePromiseResult, {
    description: 'Enters what an organisation promised elsewhere, and asks it by mail. It counts for nothing until it confirms.',
  })
  async enterOutsidePromise(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: EnterOutsidePromiseInput,
  ): Answered {
    return answer(await this.service.enter(viewer, region, input));
  }

  @Permit('COORDINATOR')
  @Mutation(() => OutsidePromiseResult, { description: 'Asks once more by mail, and only once.' })
  async remindOfOutsidePromise(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: OutsidePromiseInput,
  ): Answered {
    return answer(await this.service.remind(viewer, region, input));
  }

  @Permit('COORDINATOR')
  @Mutation(() => OutsidePromiseResult, { description: 'Takes back what was entered. Nobody is asked any more.' })
  async withdrawOutsidePromise(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: OutsidePromiseInput,
  ): Answered {
    return answer(await this.service.withdraw(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => OutsidePromiseResult, { description: 'The organisation says that it has promised this: it becomes a commitment.' })
  async confirmOutsidePromise(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: OutsidePromiseInput,
  ): Answered {
    return answer(await this.service.confirm(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => OutsidePromiseResult, { description: 'The organisation says that it has not promised this.' })
  async objectToOutsidePromise(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ObjectToOutsidePromiseInput,
  ): Answered {
    return answer(await this.service.object(viewer, region, { ...input, objection: input.objection ?? '' }));
  }

  @ResolveField(() => ActorType, { nullable: true, description: 'Who is said to have promised.' })
  actor({ actorId }: OutsidePromiseType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.load.byId(context).load(actorId);
  }

  @ResolveField(() => [OutsideActionEnum])
  availableActions(promise: OutsidePromise, _: unknown, context: GraphqlContext): string[] {
    return outsideActions(viewerOf(context), promise, this.service.today(regionOf(context)));
  }
}
