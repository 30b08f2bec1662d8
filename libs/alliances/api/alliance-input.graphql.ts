import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { ActorKindEnum } from '@knotenpunkt/actors/api';
import { ConsentAnswerEnum, OnDeclineEnum, PromiseInput } from '@knotenpunkt/agreements/api';
import type { ConsentAnswer, OnDecline } from '@knotenpunkt/agreements/domain';
import type { AllianceState, ReviewDecision } from '@knotenpunkt/alliances/domain';
import { DayPeriodInput, LocalDateType, PageArguments } from '@knotenpunkt/platform/graphql';
import { ContributionInput } from '@knotenpunkt/themes/api';
import { AllianceStateEnum, ReviewDecisionEnum } from './alliance.graphql';

@InputType()
export class AllianceFilterInput {
  @Field(() => [AllianceStateEnum], { nullable: true })
  states?: AllianceState[] | null;

  @Field(() => ID, { nullable: true })
  challengeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'With this organisation among the members.' })
  actorId?: string | null;

  @Field(() => DayPeriodInput, { nullable: true, description: 'Formed within these days.' })
  formed?: DayPeriodInput | null;

  @Field(() => DayPeriodInput, { nullable: true, description: 'Concluded within these days.' })
  concluded?: DayPeriodInput | null;

  @Field(() => DayPeriodInput, { nullable: true, description: 'Called off within these days, before it was formed.' })
  calledOff?: DayPeriodInput | null;

  @Field(() => Boolean, { nullable: true, description: 'True: with a bench on which too few sit; false: without.' })
  benchMissing?: boolean | null;

  @Field(() => ActorKindEnum, { nullable: true, description: 'Not ended, with too few on this bench.' })
  benchShort?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Of formed ones: true where two members worked together before, false where none did.',
  })
  acquainted?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'True: with results or lessons that everybody reads; false: without.' })
  withOutcomes?: boolean | null;
}

@ArgsType()
export class AlliancePageArguments extends PageArguments {
  @Field(() => AllianceFilterInput, { nullable: true })
  filter?: AllianceFilterInput | null;
}

@InputType({ description: 'What it brings may be empty or incomplete in a draft.' })
export class AllianceMemberInput extends ContributionInput {
  @Field(() => ID)
  actorId!: string;
}

@InputType()
class AllianceTextInput {
  @Field()
  title!: string;

  @Field()
  purpose!: string;

  @Field(() => [AllianceMemberInput], { description: 'All members; who is left out belongs to it no longer.' })
  members!: AllianceMemberInput[];
}

@InputType()
export class DraftAllianceInput extends AllianceTextInput {
  @Field(() => ID, { description: 'UUID made by the client, so that a repeated request does nothing twice.' })
  id!: string;

  @Field(() => ID)
  challengeId!: string;

  @Field(() => ID, { nullable: true, description: 'The member the viewer drafts it for; null for coordinators.' })
  draftedById?: string | null;
}

@InputType()
export class ChangeAllianceDraftInput extends AllianceTextInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class ReviseAllianceInput extends ChangeAllianceDraftInput {
  @Field(() => LocalDateType, { description: 'Last day for an answer to the new version.' })
  deadlineOn!: string;
}

@InputType()
export class AllianceVersionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class InviteToAllianceInput extends AllianceVersionInput {
  @Field(() => LocalDateType, { description: 'Last day for an answer.' })
  deadlineOn!: string;

  @Field(() => OnDeclineEnum)
  onDecline!: OnDecline;
}

@InputType()
export class CallOffAllianceInput extends AllianceVersionInput {
  @Field({ description: 'Why; read by those who were asked.' })
  reason!: string;
}

@InputType()
export class ReplaceAllianceMemberInput extends AllianceVersionInput {
  @Field(() => ID, { description: 'Who leaves.' })
  actorId!: string;

  @Field(() => AllianceMemberInput, { description: 'Who takes the place.' })
  by!: AllianceMemberInput;

  @Field(() => LocalDateType, { description: 'Last day for an answer to the new version.' })
  deadlineOn!: string;
}

@InputType()
export class UndoAllianceOfferInput extends AllianceVersionInput {
  @Field(() => ID, { description: 'The counter-offer that made a version.' })
  offerId!: string;

  @Field(() => LocalDateType, { description: 'Last day for an answer to the new version.' })
  deadlineOn!: string;
}

@InputType()
export class AnswerAllianceInvitationInput {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { description: 'The organisation that answers.' })
  actorId!: string;

  @Field(() => Int, { description: 'The version of the round that was read.' })
  roundVersion!: number;

  @Field(() => ConsentAnswerEnum)
  answer!: ConsentAnswer;

  @Field(() => String, { nullable: true, description: 'For YES_BUT: the change asked for.' })
  change?: string | null;

  @Field(() => ContributionInput, {
    nullable: true,
    description: 'For YES_BUT: what it would bring instead. A new version comes of it, and everybody else is asked again.',
  })
  offer?: ContributionInput | null;

  @Field(() => LocalDateType, { nullable: true, description: 'For RESERVED: until when the decision is there.' })
  reservedUntil?: string | null;
}

@InputType()
export class ConfirmAllianceReservationInput {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  actorId!: string;
}

@InputType()
export class FormAllianceInput extends AllianceVersionInput {
  @Field({ defaultValue: false, description: 'Forms it although a bench is empty, and says so where everybody can read it.' })
  nameGaps!: boolean;

  @Field({ defaultValue: '', description: 'What is said about the gaps.' })
  gapsNote!: string;

  @Field({ defaultValue: '', description: "Why the employees' side was not asked, where the question touches it." })
  employeesNote!: string;
}

@InputType()
export class ConcludeAllianceInput extends AllianceVersionInput {
  @Field({ description: 'What came of it.' })
  effect!: string;
}

@InputType()
export class AddAllianceMilestoneInput extends AllianceVersionInput {
  @Field(() => ID, { description: 'UUID made by the client.' })
  milestoneId!: string;

  @Field()
  text!: string;

  @Field(() => LocalDateType)
  dueOn!: string;
}

@InputType()
export class ReviewAllianceInput extends AllianceVersionInput {
  @Field(() => ID, { description: 'UUID made by the client.' })
  reviewId!: string;

  @Field(() => ReviewDecisionEnum)
  decision!: ReviewDecision;

  @Field({ description: 'What was seen, and what changes.' })
  summary!: string;
}

@InputType()
export class StateAllianceStanceInput {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { description: 'The one that holds something else.' })
  actorId!: string;

  @Field({ description: 'At most 600 characters; empty takes it back.' })
  stance!: string;
}

@InputType()
export class PromiseForAllianceInput extends PromiseInput {
  @Field(() => ID)
  allianceId!: string;
}

@InputType()
export class ReachAllianceMilestoneInput extends AllianceVersionInput {
  @Field(() => ID)
  milestoneId!: string;
}
