import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ActorKindEnum } from '@knotenpunkt/actors/api';
import {
  ALLIANCE_STATES,
  EMPLOYEES_SIDES,
  MEMBER_STATES,
  OFFER_STATES,
  REVIEW_DECISIONS,
  type AllianceState,
  type MemberState,
  type OfferState,
  type ReviewDecision,
} from '@knotenpunkt/alliances/domain';
import { Connection, enumOf, LocalDateType, resultUnion } from '@knotenpunkt/platform/graphql';
import { ContributionType } from '@knotenpunkt/themes/api';
import type { ActorKind } from '@knotenpunkt/themes/domain';
import { DepartureType } from './membership/membership.graphql';

export const AllianceStateEnum = enumOf(
  ALLIANCE_STATES,
  'AllianceState',
  'DRAFT: seen by those who lead it. INVITING, CALLED_OFF: by those who are or were asked too. FORMED, ACTIVE, CONCLUDED: by everybody.',
);
export const AllianceMemberStateEnum = enumOf(MEMBER_STATES, 'AllianceMemberState', 'MEMBER from the day it is formed.');

export const OfferStateEnum = enumOf(
  OFFER_STATES,
  'AllianceOfferState',
  'WAITING: for the answers of the others. TAKEN: a version was made with it. UNDONE: the former text came back.',
);

export const EmployeesSideEnum = enumOf(
  EMPLOYEES_SIDES,
  'EmployeesSide',
  'INVOLVED: a union, works or staff council is a member. ASKED: one is or was asked. NOT_ASKED: none was.',
);

export const ReviewDecisionEnum = enumOf(REVIEW_DECISIONS, 'AllianceReviewDecision', 'What was decided when it was looked back on.');

@ObjectType('BenchFill', { description: 'A wanted bench with how many sit on it.' })
export class BenchFillType {
  @Field(() => ActorKindEnum)
  kind!: ActorKind;

  @Field(() => Int)
  minimum!: number;

  @Field(() => Int)
  filled!: number;
}

@ObjectType('AllianceMember', { description: 'Who belongs to it or is asked, and what it brings: a declaration of intent.' })
export class AllianceMemberType extends ContributionType {
  @Field(() => ID)
  actorId!: string;

  @Field(() => ActorKindEnum)
  bench!: ActorKind;

  @Field(() => AllianceMemberStateEnum)
  state!: MemberState;

  @Field({ description: 'What it holds that the common text does not say ("Abweichende Haltung"); empty: nothing.' })
  stance!: string;

  @Field(() => LocalDateType, {
    nullable: true,
    description: 'Since when, for one that came after it was formed; null: from the beginning.',
  })
  joinedOn!: string | null;
}

@ObjectType('AllianceOffer', { description: 'What a member would bring instead of what it was asked for.' })
export class AllianceOfferType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  actorId!: string;

  @Field(() => OfferStateEnum)
  state!: OfferState;

  @Field(() => ContributionType, { description: 'What it was asked for.' })
  former!: ContributionType;

  @Field(() => ContributionType)
  offered!: ContributionType;

  @Field(() => LocalDateType)
  offeredOn!: string;

  @Field(() => Int, { nullable: true, description: 'The version that came of it; null: none (yet).' })
  madeVersion!: number | null;
}

@ObjectType('AllianceSignatory', { description: 'Who has agreed to the charter, and when.' })
export class AllianceSignatoryType {
  @Field(() => ID)
  actorId!: string;

  @Field(() => LocalDateType)
  agreedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Who said so for the organisation; for those who were asked and coordinators, and null where it is not known.',
  })
  personName!: string | null;

  @Field({ description: 'What it holds that the common text does not say; empty: nothing.' })
  stance!: string;
}

@ObjectType('AllianceCharter', { description: 'The text that all members have agreed to, with who did so when.' })
export class AllianceCharterType {
  @Field(() => Int)
  version!: number;

  @Field()
  text!: string;

  @Field(() => [AllianceSignatoryType])
  signatories!: AllianceSignatoryType[];
}

@ObjectType('AllianceMilestone')
export class MilestoneType {
  @Field(() => ID)
  id!: string;

  @Field()
  text!: string;

  @Field(() => LocalDateType)
  dueOn!: string;

  @Field(() => LocalDateType, { nullable: true })
  reachedOn!: string | null;
}

@ObjectType('AllianceReview', { description: 'A look back after a year.' })
export class ReviewType {
  @Field(() => ID)
  id!: string;

  @Field(() => LocalDateType)
  on!: string;

  @Field(() => ReviewDecisionEnum)
  decision!: ReviewDecision;

  @Field({ description: 'What was seen, and what changes.' })
  summary!: string;
}

@ObjectType('Alliance', { description: 'A Transformationsallianz: several actors who answer one challenge together.' })
export class AllianceType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'Part of the address `/allianzen/<slug>`; stays when the title changes.' })
  slug!: string;

  @Field(() => ID)
  challengeId!: string;

  @Field()
  title!: string;

  @Field({ description: 'What is to be reached.' })
  purpose!: string;

  @Field(() => AllianceStateEnum)
  state!: AllianceState;

  @Field(() => ID, { nullable: true, description: 'The organisation that drafted it; null: the coordination.' })
  draftedById!: string | null;

  @Field(() => [MilestoneType], { description: 'Soonest due first.' })
  milestones!: MilestoneType[];

  @Field(() => [ReviewType], { description: 'The oldest first.' })
  reviews!: ReviewType[];

  @Field(() => [DepartureType], { description: 'Who has left or says that it will, the first one first.' })
  departures!: DepartureType[];

  @Field(() => [BenchFillType], { description: 'Benches on which too few sat when it was formed nonetheless, as they were that day.' })
  namedGaps!: BenchFillType[];

  @Field({ description: 'What is said about the gaps; empty otherwise.' })
  gapsNote!: string;

  @Field({ description: "Why the employees' side was not asked although the question touches it; empty otherwise." })
  employeesNote!: string;

  @Field(() => LocalDateType, { nullable: true })
  formedOn!: string | null;

  @Field(() => LocalDateType, { nullable: true })
  activatedOn!: string | null;

  @Field(() => LocalDateType, { nullable: true })
  concludedOn!: string | null;

  @Field(() => LocalDateType, { nullable: true })
  calledOffOn!: string | null;

  @Field({ description: 'Why it was called off; empty otherwise.' })
  callOffReason!: string;

  @Field({ description: 'What came of it; empty before its end.' })
  effect!: string;

  @Field(() => Int)
  version!: number;
}

@ObjectType({ description: "What one of the viewer's organisations still has to say." })
export class WaitingAllianceAnswer {
  allianceId!: string;
  actorId!: string;

  @Field({ description: 'Already answered, but unter Vorbehalt.' })
  reserved!: boolean;

  @Field(() => LocalDateType)
  deadlineOn!: string;

  @Field(() => LocalDateType, { nullable: true })
  reservedUntil!: string | null;
}

export const AllianceConnection = Connection('Alliance', AllianceType);
export const AllianceResult = resultUnion('AllianceResult', AllianceType);
