import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  AWAITED,
  INTRODUCTION_STATES,
  OUTCOMES,
  SIDE_ANSWERS,
  SIDES,
  type IntroductionSide,
  type IntroductionState,
  type Outcome,
  type Side,
  type SideAnswer,
} from '@knotenpunkt/coordination/domain';
import { NetworkActor, NetworkTie } from '@knotenpunkt/network/api';
import { Connection, DayPeriodInput, enumOf, LocalDateType, PageArguments, Refused, resultUnion } from '@knotenpunkt/platform/graphql';

const IntroductionStateEnum = enumOf(
  INTRODUCTION_STATES,
  'IntroductionState',
  'AGREED: all three said yes. BECAME: what came of it is known. UNANSWERED: somebody said nothing until the last day.',
);
const SideEnum = enumOf(SIDES, 'IntroductionSideName', 'The two ends, and who knows both.');
const SideAnswerEnum = enumOf(
  SIDE_ANSWERS,
  'IntroductionAnswer',
  'YES_BUT: with a change, about which all are asked anew. LATER decides nothing.',
);
const OutcomeEnum = enumOf(OUTCOMES, 'IntroductionOutcome', 'What came of it.');
export const AwaitedEnum = enumOf(
  AWAITED,
  'IntroductionAwaits',
  'ANSWER of a side, CHANGE of the text after a "Ja, aber …", MEETING to be noted, OUTCOME to be noted.',
);

@ObjectType('IntroductionSide', { description: 'One of the three, with its answer to the text as it stands.' })
export class IntroductionSideType {
  @Field(() => SideEnum)
  side!: Side;

  @Field(() => ID)
  actorId!: string;

  @Field(() => SideAnswerEnum, { nullable: true })
  answer!: SideAnswer | null;

  @Field({ description: 'The change asked for; or why not, for its own people and where they want it told. Empty otherwise.' })
  note!: string;

  @Field({ description: 'The others may read why not.' })
  noteShared!: boolean;

  @Field(() => LocalDateType, { nullable: true })
  answeredOn!: string | null;
}

@ObjectType({ description: 'Whom to write to for one of the three: who agreed, else those who decide for it today.' })
export class IntroductionContactType {
  @Field(() => SideEnum)
  side!: Side;

  @Field()
  name!: string;

  @Field()
  email!: string;
}

@ObjectType({ description: 'A Vorhaben or an alliance.' })
export class IntroductionJointAct {
  @Field(() => OutcomeEnum)
  type!: Outcome;

  @Field(() => ID)
  id!: string;

  @Field()
  title!: string;

  @Field()
  slug!: string;
}

@ObjectType('Introduction', {
  description: 'Two organisations that do not work together are introduced by a third. Seen by these three and the coordination only.',
})
export class IntroductionType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The end that asks; null: the coordination.' })
  askedById!: string | null;

  @Field({ description: 'What it is for, in one line.' })
  purpose!: string;

  @Field({ description: 'Why these two.' })
  reason!: string;

  @Field(() => Int, { description: 'Consent is to one version of purpose and reason.' })
  textVersion!: number;

  @Field(() => IntroductionStateEnum)
  state!: IntroductionState;

  @Field(() => LocalDateType)
  askedOn!: string;

  @Field(() => LocalDateType, { description: 'The last day for an answer.' })
  answerBy!: string;

  @Field(() => LocalDateType, { nullable: true })
  agreedOn!: string | null;

  @Field(() => LocalDateType, { nullable: true })
  metOn!: string | null;

  @Field(() => LocalDateType, { nullable: true })
  endedOn!: string | null;

  @Field(() => OutcomeEnum, { nullable: true })
  outcome!: Outcome | null;

  @Field({ description: 'A sentence about it; of NOTHING, why.' })
  outcomeNote!: string;

  @Field(() => Int)
  version!: number;

  /** As the domain has them; the field resolver leaves out what is not for the viewer. */
  sides!: readonly IntroductionSide[];
  outcomeId!: string | null;
  regionId!: string;
}

@ObjectType({ description: 'Somebody who could introduce two organisations, with its tie to each.' })
export class IntroductionWay {
  @Field(() => NetworkActor)
  actor!: NetworkActor;

  @Field(() => NetworkTie)
  toFirst!: NetworkTie;

  @Field(() => NetworkTie)
  toSecond!: NetworkTie;
}

@ObjectType({ description: 'Who could introduce two organisations, or why these two cannot be introduced.' })
export class IntroductionWays {
  @Field(() => [IntroductionWay], { description: 'At most five, those tied best first, as far as every member may know.' })
  ways!: IntroductionWay[];

  @Field(() => Refused, { nullable: true })
  refusal!: Refused | null;
}

@ArgsType()
export class IntroductionWaysArguments {
  @Field(() => ID, { description: 'The end that asks, or one end where the coordination does.' })
  firstId!: string;

  @Field(() => ID)
  secondId!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'The coordination asks, on behalf of both.' })
  asCoordination!: boolean;
}

@InputType({ description: 'What is left out limits nothing.' })
export class IntroductionFilterInput {
  @Field(() => Boolean, { nullable: true, description: 'Those under way; false: those that have ended.' })
  open?: boolean | null;

  @Field(() => [IntroductionStateEnum], { nullable: true })
  states?: IntroductionState[] | null;

  @Field(() => [OutcomeEnum], { nullable: true })
  outcomes?: Outcome[] | null;

  @Field(() => DayPeriodInput, { nullable: true, description: 'The three were asked within these days.' })
  asked?: DayPeriodInput | null;

  @Field(() => DayPeriodInput, { nullable: true, description: 'All three had agreed within these days.' })
  agreed?: DayPeriodInput | null;

  @Field(() => DayPeriodInput, { nullable: true, description: 'The two ends have spoken within these days.' })
  met?: DayPeriodInput | null;

  @Field(() => DayPeriodInput, { nullable: true, description: 'Ended within these days.' })
  ended?: DayPeriodInput | null;

  @Field(() => ID, { nullable: true, description: 'Only those in which this organisation takes part.' })
  actorId?: string | null;
}

@ArgsType()
export class IntroductionPageArguments extends PageArguments {
  @Field(() => IntroductionFilterInput, { nullable: true })
  filter?: IntroductionFilterInput | null;
}

@InputType()
export class AskForIntroductionInput {
  @Field(() => ID, { description: 'UUID made by the client, so that a repeated request does nothing twice.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The organisation that asks, which is the first end; null: the coordination.' })
  askedById!: string | null;

  @Field(() => ID)
  firstId!: string;

  @Field(() => ID, { description: 'Who is to introduce.' })
  goBetweenId!: string;

  @Field(() => ID)
  secondId!: string;

  @Field({ description: 'What it is for, in one line.' })
  purpose!: string;

  @Field({ description: 'Why these two.' })
  reason!: string;
}

@InputType()
export class IntroductionVersionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class ReviseIntroductionInput extends IntroductionVersionInput {
  @Field()
  purpose!: string;

  @Field()
  reason!: string;
}

@InputType()
export class AnswerIntroductionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { description: 'The organisation that answers.' })
  actorId!: string;

  @Field(() => Int, { description: 'Of the text that was read.' })
  textVersion!: number;

  @Field(() => SideAnswerEnum)
  answer!: SideAnswer;

  @Field({ defaultValue: '', description: 'For YES_BUT the change asked for, for NO why not.' })
  note!: string;

  @Field({ defaultValue: false, description: 'The others may read why not.' })
  noteShared!: boolean;
}

@InputType()
export class ReportMeetingInput extends IntroductionVersionInput {
  @Field(() => LocalDateType)
  metOn!: string;
}

@InputType()
export class ConcludeIntroductionInput extends IntroductionVersionInput {
  @Field(() => OutcomeEnum)
  outcome!: Outcome;

  @Field(() => ID, { nullable: true, description: 'The Vorhaben or alliance; one both ends take part in.' })
  outcomeId!: string | null;

  @Field({ defaultValue: '', description: 'A sentence about it; of NOTHING, why.' })
  note!: string;
}

export const IntroductionConnection = Connection('Introduction', IntroductionType);
export const IntroductionResult = resultUnion('IntroductionResult', IntroductionType);
