import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  COMMITMENT_ACTIONS,
  COMMITMENT_STANDINGS,
  CONSENT_ANSWERS,
  ON_DECLINE,
  OUTSIDE_WAYS,
  PURPOSE_TYPES,
  ROUND_STATES,
  type CommitmentState,
  type CommitmentStanding,
  type ConsentAnswer,
  type OnDecline,
  type OutsideWay,
  type PurposeType,
  type RoundState,
} from '@knotenpunkt/agreements/domain';
import { ActorKindEnum } from '@knotenpunkt/actors/api';
import { ContributionTermsType } from '@knotenpunkt/themes/api';
import { Connection, DayPeriodInput, enumOf, LocalDateType, PageArguments, resultUnion } from '@knotenpunkt/platform/graphql';

export const ConsentAnswerEnum = enumOf(
  CONSENT_ANSWERS,
  'ConsentAnswerKind',
  'RESERVED counts when it is confirmed; YES_BUT asks for a change.',
);
export const OnDeclineEnum = enumOf(ON_DECLINE, 'OnDecline', 'What happens if somebody declines.');
export const RoundStateEnum = enumOf(ROUND_STATES, 'ConsentRoundState', 'AGREED: all said yes to this version, without reservation.');
export const StandingEnum = enumOf(COMMITMENT_STANDINGS, 'CommitmentStanding', 'OVERDUE: open after its day.');
export const PurposeTypeEnum = enumOf(PURPOSE_TYPES, 'PurposeType', 'What a commitment is given for.');
export const CommitmentActionEnum = enumOf(COMMITMENT_ACTIONS, 'CommitmentAction', 'What the viewer may do with a commitment.');
export const OutsideWayEnum = enumOf(OUTSIDE_WAYS, 'OutsideWay', 'How something was promised outside this platform.');
const DifferenceEnum = enumOf(['SAME', 'ADDED', 'REMOVED'], 'TextPartKind', 'What became of a stretch of text.');

@ObjectType({ description: 'A stretch of text that stayed, came or went since the version before.' })
export class TextPartType {
  @Field(() => DifferenceEnum)
  kind!: 'SAME' | 'ADDED' | 'REMOVED';

  @Field()
  text!: string;
}

@ObjectType('ConsentAnswer', { description: 'One who is asked and what it said.' })
export class ConsentAnswerType {
  @Field(() => ID)
  actorId!: string;

  @Field(() => ConsentAnswerEnum, { nullable: true, description: 'Null while it says nothing; silence is never consent.' })
  answer!: ConsentAnswer | null;

  @Field(() => String, { nullable: true, description: 'For YES_BUT: the change asked for.' })
  change!: string | null;

  @Field(() => LocalDateType, { nullable: true })
  reservedUntil!: string | null;

  @Field(() => LocalDateType, { nullable: true })
  answeredOn!: string | null;
}

@ObjectType('ConsentSubject', { description: 'What a round is about.' })
export class SubjectType {
  @Field({ description: 'For example `initiative` or `alliance`.' })
  type!: string;

  @Field(() => ID)
  id!: string;
}

@ObjectType('ConsentRound', { description: 'The question whether all agree to one version of a text.' })
export class ConsentRoundType {
  @Field(() => ID)
  id!: string;

  @Field(() => SubjectType, { description: 'What it is about.' })
  subject!: SubjectType;

  @Field(() => Int, { description: 'Answers name it; those to an older one are refused.' })
  version!: number;

  @Field()
  text!: string;

  @Field(() => LocalDateType, { description: 'Last day for an answer.' })
  deadlineOn!: string;

  @Field(() => OnDeclineEnum)
  onDecline!: OnDecline;

  @Field(() => RoundStateEnum)
  state!: RoundState;

  @Field(() => [ConsentAnswerType])
  parties!: ConsentAnswerType[];

  previousText!: string | null;
}

@ObjectType({ description: 'What a commitment is given for.' })
export class CommitmentPurpose {
  @Field(() => PurposeTypeEnum)
  type!: PurposeType;

  @Field(() => ID)
  id!: string;

  @Field()
  title!: string;

  @Field()
  slug!: string;
}

@ObjectType({ description: 'When and how something was promised outside this platform.' })
export class SaidOutside {
  @Field(() => LocalDateType)
  on!: string;

  @Field(() => OutsideWayEnum)
  way!: OutsideWay;
}

@ObjectType('Commitment', { description: 'A Zusage: who, what, until when. A declaration of intent, no contract.' })
export class CommitmentType extends ContributionTermsType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  actorId!: string;

  @Field(() => ID, { nullable: true })
  toActorId!: string | null;

  @Field(() => CommitmentPurpose)
  purpose!: CommitmentPurpose;

  @Field()
  text!: string;

  @Field({ description: 'What is done next, while it is open; empty: nothing in particular.' })
  nextStep!: string;

  @Field(() => LocalDateType)
  dueOn!: string;

  @Field(() => LocalDateType, { nullable: true, description: 'The day first promised, where it was moved.' })
  originalDueOn!: string | null;

  state!: CommitmentState;

  @Field(() => LocalDateType)
  promisedOn!: string;

  @Field(() => LocalDateType, { nullable: true, description: 'When it was kept or withdrawn.' })
  decidedOn!: string | null;

  @Field({ description: 'What shows that it was kept; empty otherwise.' })
  evidence!: string;

  @Field({ description: 'Empty or an address.' })
  evidenceUrl!: string;

  @Field({ description: 'What the organisation says about a delay or a withdrawal.' })
  note!: string;

  @Field(() => SaidOutside, { nullable: true, description: 'Where it was first promised elsewhere and then confirmed here.' })
  saidOutside!: SaidOutside | null;

  @Field(() => Int)
  version!: number;
}

@InputType()
export class CommitmentFilterInput {
  @Field(() => [StandingEnum], { nullable: true })
  standings?: CommitmentStanding[] | null;

  @Field(() => [PurposeTypeEnum], { nullable: true })
  purposes?: PurposeType[] | null;

  @Field(() => [ActorKindEnum], { nullable: true, description: 'Kinds of those who promised.' })
  kinds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Promised by this organisation.' })
  actorId?: string | null;

  @Field(() => ID, { nullable: true })
  purposeId?: string | null;

  @Field(() => DayPeriodInput, { nullable: true, description: 'Kept or withdrawn within these days.' })
  decided?: DayPeriodInput | null;

  @Field(() => DayPeriodInput, { nullable: true, description: 'Given within these days.' })
  promised?: DayPeriodInput | null;

  @Field(() => String, { nullable: true })
  search?: string | null;
}

@ArgsType()
export class CommitmentPageArguments extends PageArguments {
  @Field(() => CommitmentFilterInput, { nullable: true })
  filter?: CommitmentFilterInput | null;
}

@ObjectType({ description: 'How many commitments of one standing, purpose and kind of actor.' })
export class CommitmentCountType {
  @Field(() => StandingEnum)
  standing!: CommitmentStanding;

  @Field(() => PurposeTypeEnum)
  purpose!: PurposeType;

  @Field(() => ActorKindEnum)
  kind!: string;

  @Field(() => Int)
  count!: number;
}

export const CommitmentConnection = Connection('Commitment', CommitmentType);
export const CommitmentResult = resultUnion('CommitmentResult', CommitmentType);

@InputType()
class CommitmentInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class KeepCommitmentInput extends CommitmentInput {
  @Field({ description: 'What shows it, in words.' })
  evidence!: string;

  @Field(() => String, { nullable: true })
  evidenceUrl?: string | null;
}

@InputType()
export class NoteNextStepInput extends CommitmentInput {
  @Field({ description: 'At most 160 characters; empty: nothing in particular.' })
  nextStep!: string;
}

@InputType()
export class WithdrawCommitmentInput extends CommitmentInput {
  @Field({ description: 'Why.' })
  note!: string;
}

@InputType()
export class RescheduleCommitmentInput extends CommitmentInput {
  @Field(() => LocalDateType)
  dueOn!: string;

  @Field({ description: 'Why.' })
  note!: string;
}
