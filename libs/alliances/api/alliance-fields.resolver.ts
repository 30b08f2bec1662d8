import { ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import { ConsentRoundType } from '@knotenpunkt/agreements/api';
import {
  allianceActions,
  demandsOf,
  emptyBenches,
  employeesSideOf,
  fillBenches,
  formationRefusal,
  isFormed,
  maySeeAnswers,
  nextReviewOn,
  shownMembers,
  type Alliance,
  type EmployeesSide,
} from '@knotenpunkt/alliances/domain';
import { ChallengeLoader, ChallengeType } from '@knotenpunkt/challenges/api';
import { maySee as maySeeChallenge } from '@knotenpunkt/challenges/domain';
import { viewerOf } from '@knotenpunkt/identity/api';
import { answer, LocalDateType, Refused, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { AllianceMemberType, AllianceType, BenchFillType, EmployeesSideEnum, WaitingAllianceAnswer } from './alliance.graphql';
import { AllianceLoader } from './alliance.loader';

/** Fields of an alliance that are read only when asked for, each for all alliances of an operation at once. */
@Resolver(() => AllianceType)
export class AllianceFieldsResolver {
  constructor(
    private readonly load: AllianceLoader,
    private readonly challenges: ChallengeLoader,
    private readonly actors: ActorLoader,
  ) {}

  /** The question was published when the alliance was drafted, and what was published stays readable unless it is hidden. */
  @ResolveField(() => ChallengeType, { nullable: true, description: 'The question it answers.' })
  async challenge({ challengeId }: Alliance, _: unknown, context: GraphqlContext): Promise<ChallengeType | null> {
    const challenge = await this.challenges.byId(context).load(challengeId);
    return challenge?.hidden && !maySeeChallenge(viewerOf(context), challenge) ? null : challenge;
  }

  @ResolveField(() => Boolean, { description: 'Taken out of sight by the coordination; shown to its members and the coordination.' })
  isHidden({ hidden }: Alliance): boolean {
    return hidden ?? false;
  }

  @ResolveField(() => ActorType, { nullable: true })
  draftedBy({ draftedById }: Alliance, _: unknown, context: GraphqlContext): Promise<ActorType | null> | null {
    return draftedById === null ? null : this.actors.byId(context).load(draftedById);
  }

  @ResolveField(() => [AllianceMemberType], { description: 'Who declined is shown to those who were asked and to coordinators only.' })
  members(alliance: Alliance, _: unknown, context: GraphqlContext): AllianceMemberType[] {
    return shownMembers(viewerOf(context), alliance);
  }

  @ResolveField(() => [BenchFillType], { description: 'The benches its challenge wants, with how many sit on them.' })
  async benches(alliance: Alliance, _: unknown, context: GraphqlContext): Promise<BenchFillType[]> {
    const challenge = await this.challenges.byId(context).load(alliance.challengeId);
    return fillBenches(challenge?.benches ?? [], alliance.members);
  }

  @ResolveField(() => [BenchFillType], { description: 'Those of them on which too few sit.' })
  async emptyBenches(alliance: Alliance, _: unknown, context: GraphqlContext): Promise<BenchFillType[]> {
    return emptyBenches(await this.benches(alliance, _, context));
  }

  @ResolveField(() => LocalDateType, {
    nullable: true,
    description: 'A year after the last look back; null before it is formed and after its end.',
  })
  nextReviewOn(alliance: Alliance): string | null {
    return nextReviewOn(alliance);
  }

  @ResolveField(() => EmployeesSideEnum, {
    nullable: true,
    description:
      'Whether somebody speaks for the employees; null where the question does not touch what they decide on together with their employer.',
  })
  async employeesSide(alliance: Alliance, _: unknown, context: GraphqlContext): Promise<EmployeesSide | null> {
    const challenge = await this.challenges.byId(context).load(alliance.challengeId);
    return demandsOf(challenge).concernsEmployees ? employeesSideOf(alliance) : null;
  }

  @ResolveField(() => ConsentRoundType, {
    nullable: true,
    description: 'The version all were asked about last; for those who were asked and coordinators.',
  })
  round(alliance: Alliance, _: unknown, context: GraphqlContext): Promise<ConsentRoundType | null> | null {
    return maySeeAnswers(viewerOf(context), alliance) ? this.load.round(context).load(alliance.id) : null;
  }

  @ResolveField(() => [ConsentRoundType], { description: 'All versions, newest first; for those who were asked and coordinators.' })
  rounds(alliance: Alliance, _: unknown, context: GraphqlContext): Promise<ConsentRoundType[]> | [] {
    return maySeeAnswers(viewerOf(context), alliance) ? this.load.rounds(context).load(alliance.id) : [];
  }

  @ResolveField(() => Refused, {
    nullable: true,
    description:
      'What still keeps it from being formed; null when nothing does, when it is formed, and for others than those who were asked.',
  })
  async formationRefusal(alliance: Alliance, _: unknown, context: GraphqlContext): Promise<Refused | null> {
    if (alliance.state === 'CALLED_OFF' || isFormed(alliance) || !maySeeAnswers(viewerOf(context), alliance)) return null;
    const round = await this.load.round(context).load(alliance.id);
    const challenge = await this.challenges.byId(context).load(alliance.challengeId);
    const refusal = formationRefusal(alliance, round, demandsOf(challenge));
    return refusal && (answer({ ok: false, refusal }) as Refused);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do next, by the names of mutations.' })
  availableActions(alliance: Alliance, _: unknown, context: GraphqlContext): string[] {
    return allianceActions(viewerOf(context), alliance);
  }
}

@Resolver(() => AllianceMemberType)
export class AllianceMemberResolver {
  constructor(private readonly actors: ActorLoader) {}

  @ResolveField(() => ActorType, { nullable: true })
  actor(member: AllianceMemberType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
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
  alliance({ allianceId }: WaitingAllianceAnswer, _: unknown, context: GraphqlContext): Promise<AllianceType | null> {
    return this.load.byId(context).load(allianceId);
  }

  @ResolveField(() => ActorType, { nullable: true, description: 'Who is asked.' })
  actor({ actorId }: WaitingAllianceAnswer, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.actors.byId(context).load(actorId);
  }
}
