import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import { wordDifference } from '@knotenpunkt/actors/domain';
import { commitmentActions, standingOf, type Commitment, type CommitmentStanding } from '@knotenpunkt/agreements/domain';
import { CurrentViewer, Permit, viewerOf } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { answer, KeptForVisitors, toConnection, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion, regionOf } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import {
  CommitmentActionEnum,
  CommitmentConnection,
  CommitmentCountType,
  CommitmentFilterInput,
  CommitmentPageArguments,
  CommitmentResult,
  CommitmentType,
  ConsentAnswerType,
  ConsentRoundType,
  KeepCommitmentInput,
  NoteNextStepInput,
  RescheduleCommitmentInput,
  StandingEnum,
  TextPartType,
  WithdrawCommitmentInput,
} from './agreements.graphql';
import { CommitmentService } from './commitment.service';
import { ConsentService } from './consent.service';

@Resolver(() => CommitmentType)
export class CommitmentResolver {
  constructor(
    private readonly service: CommitmentService,
    private readonly load: ActorLoader,
  ) {}

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => CommitmentConnection, { description: 'Overdue first, then what is due next, then what was decided last.' })
  async commitments(
    @CurrentRegion() region: Region,
    @Args() { first, after, filter }: CommitmentPageArguments,
  ): Promise<InstanceType<typeof CommitmentConnection>> {
    return toConnection(await this.service.page(region, filter ?? {}, { first, after }), (row: Commitment) => row);
  }

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => [CommitmentCountType], { description: 'How many there are, to be added up as one likes.' })
  commitmentCounts(
    @CurrentRegion() region: Region,
    @Args('filter', { type: () => CommitmentFilterInput, nullable: true }) filter: CommitmentFilterInput | null,
  ): Promise<CommitmentCountType[]> {
    return this.service.counts(region, filter ?? {});
  }

  @Permit('MEMBER')
  @Mutation(() => CommitmentResult, { description: 'Says that a commitment was kept, and what shows it.' })
  async keepCommitment(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: KeepCommitmentInput,
  ): Promise<typeof CommitmentResult> {
    return answer(await this.service.keep(viewer, region, { ...input, evidenceUrl: input.evidenceUrl ?? '' }));
  }

  @Permit('MEMBER')
  @Mutation(() => CommitmentResult, { description: 'Says what is done next.' })
  async noteNextStep(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: NoteNextStepInput,
  ): Promise<typeof CommitmentResult> {
    return answer(await this.service.noteNextStep(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => CommitmentResult, { description: 'Takes a commitment back, with the reason. It stays on the list.' })
  async withdrawCommitment(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: WithdrawCommitmentInput,
  ): Promise<typeof CommitmentResult> {
    return answer(await this.service.withdraw(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => CommitmentResult, { description: 'Names a new day, with the reason. The day first promised stays visible.' })
  async rescheduleCommitment(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: RescheduleCommitmentInput,
  ): Promise<typeof CommitmentResult> {
    return answer(await this.service.reschedule(viewer, region, input));
  }

  @ResolveField(() => StandingEnum)
  standing(commitment: CommitmentType, _: unknown, context: GraphqlContext): CommitmentStanding {
    return standingOf(commitment, this.service.today(regionOf(context)));
  }

  @ResolveField(() => ActorType, { nullable: true, description: 'Who promised.' })
  actor(commitment: CommitmentType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.load.byId(context).load(commitment.actorId);
  }

  @ResolveField(() => ActorType, { nullable: true, description: 'To whom in particular; null: to all who take part.' })
  toActor({ toActorId }: CommitmentType, _: unknown, context: GraphqlContext): Promise<ActorType | null> | null {
    return toActorId === null ? null : this.load.byId(context).load(toActorId);
  }

  @ResolveField(() => [CommitmentActionEnum])
  availableActions(commitment: CommitmentType, _: unknown, context: GraphqlContext): string[] {
    return commitmentActions(viewerOf(context), commitment);
  }
}

@Resolver(() => ConsentRoundType)
export class ConsentRoundResolver {
  constructor(private readonly consent: ConsentService) {}

  @Permit('MEMBER')
  @Query(() => [ConsentRoundType], { description: "What the viewer's organisations were asked and have not agreed to yet." })
  unansweredConsentRounds(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region): Promise<ConsentRoundType[]> {
    return this.consent.unansweredBy(viewer, region);
  }

  @ResolveField(() => [TextPartType], { nullable: true, description: 'What differs from the version before; null for the first.' })
  difference(round: ConsentRoundType): TextPartType[] | null {
    return round.previousText === null ? null : wordDifference(round.previousText, round.text);
  }
}

@Resolver(() => ConsentAnswerType)
export class ConsentAnswerResolver {
  constructor(private readonly load: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true })
  actor(party: ConsentAnswerType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.load.byId(context).load(party.actorId);
  }
}
