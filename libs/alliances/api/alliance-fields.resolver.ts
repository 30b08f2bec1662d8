import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import { ConsentRoundType } from '@knotenpunkt/agreements/api';
import {
  allianceActions,
  emptyBenches,
  fillBenches,
  formationRefusal,
  isFormed,
  maySeeAnswers,
  shownMembers,
  type Alliance,
} from '@knotenpunkt/alliances/domain';
import { ChallengeLoader, ChallengeType } from '@knotenpunkt/challenges/api';
import { CurrentViewer } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { answer, Refused, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { AllianceMemberType, AllianceType, BenchFillType, WaitingAllianceAnswer } from './alliance.graphql';
import { AllianceLoader } from './alliance.loader';

/** Fields of an alliance that are read only when asked for, each for all alliances of an operation at once. */
@Resolver(() => AllianceType)
export class AllianceFieldsResolver {
  constructor(
    private readonly load: AllianceLoader,
    private readonly challenges: ChallengeLoader,
    private readonly actors: ActorLoader,
  ) {}

  /** The question was published when the alliance was drafted, and what was published stays readable. */
  @ResolveField(() => ChallengeType, { nullable: true, description: 'The question it answers.' })
  challenge(@Parent() { challengeId }: Alliance, @Context() context: GraphqlContext): Promise<ChallengeType | null> {
    return this.challenges.byId(context).load(challengeId);
  }

  @ResolveField(() => ActorType, { nullable: true })
  draftedBy(@Parent() { draftedById }: Alliance, @Context() context: GraphqlContext): Promise<ActorType | null> | null {
    return draftedById === null ? null : this.actors.byId(context).load(draftedById);
  }

  @ResolveField(() => [AllianceMemberType], { description: 'Who declined is shown to those who were asked and to coordinators only.' })
  members(@Parent() alliance: Alliance, @CurrentViewer() viewer: Viewer): AllianceMemberType[] {
    return shownMembers(viewer, alliance);
  }

  @ResolveField(() => [BenchFillType], { description: 'The benches its challenge wants, with how many sit on them.' })
  async benches(@Parent() alliance: Alliance, @Context() context: GraphqlContext): Promise<BenchFillType[]> {
    const challenge = await this.challenges.byId(context).load(alliance.challengeId);
    return fillBenches(challenge?.benches ?? [], alliance.members);
  }

  @ResolveField(() => [BenchFillType], { description: 'Those of them on which too few sit.' })
  async emptyBenches(@Parent() alliance: Alliance, @Context() context: GraphqlContext): Promise<BenchFillType[]> {
    return emptyBenches(await this.benches(alliance, context));
  }

  @ResolveField(() => ConsentRoundType, {
    nullable: true,
    description: 'The version all were asked about last; for those who were asked and coordinators.',
  })
  round(
    @Parent() alliance: Alliance,
    @CurrentViewer() viewer: Viewer,
    @Context() context: GraphqlContext,
  ): Promise<ConsentRoundType | null> | null {
    return maySeeAnswers(viewer, alliance) ? this.load.round(context).load(alliance.id) : null;
  }

  @ResolveField(() => [ConsentRoundType], { description: 'All versions, newest first; for those who were asked and coordinators.' })
  rounds(
    @Parent() alliance: Alliance,
    @CurrentViewer() viewer: Viewer,
    @Context() context: GraphqlContext,
  ): Promise<ConsentRoundType[]> | [] {
    return maySeeAnswers(viewer, alliance) ? this.load.rounds(context).load(alliance.id) : [];
  }

  @ResolveField(() => Refused, {
    nullable: true,
    description:
      'What still keeps it from being formed; null when nothing does, when it is formed, and for others than those who were asked.',
  })
  async formationRefusal(
    @Parent() alliance: Alliance,
    @CurrentViewer() viewer: Viewer,
    @Context() context: GraphqlContext,
  ): Promise<Refused | null> {
    if (isFormed(alliance) || !maySeeAnswers(viewer, alliance)) return null;
    const round = await this.load.round(context).load(alliance.id);
    const challenge = await this.challenges.byId(context).load(alliance.challengeId);
    const refusal = formationRefusal(alliance, round, challenge?.benches ?? []);
    return refusal && (answer({ ok: false, refusal }) as Refused);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do next, by the names of mutations.' })
  availableActions(@Parent() alliance: Alliance, @CurrentViewer() viewer: Viewer): string[] {
    return allianceActions(viewer, alliance);
  }
}

@Resolver(() => AllianceMemberType)
export class AllianceMemberResolver {
  constructor(private readonly actors: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true })
  actor(@Parent() member: AllianceMemberType, @Context() context: GraphqlContext): Promise<ActorType | null> {
    return this.actors.byId(context).load(member.actorId);
  }
}

@Resolver(() => WaitingAllianceAnswer)
export class WaitingAllianceAnswerResolver {
  constructor(
    private readonly load: AllianceLoader,
    private readonly actors: ActorLoader,
  ) {}

  @ResolveField(() => AllianceType, { nullable: true })
  alliance(@Parent() { allianceId }: WaitingAllianceAnswer, @Context() context: GraphqlContext): Promise<AllianceType | null> {
    return this.load.byId(context).load(allianceId);
  }

  @ResolveField(() => ActorType, { nullable: true, description: 'Who is asked.' })
  actor(@Parent() { actorId }: WaitingAllianceAnswer, @Context() context: GraphqlContext): Promise<ActorType | null> {
    return this.actors.byId(context).load(actorId);
  }
}
