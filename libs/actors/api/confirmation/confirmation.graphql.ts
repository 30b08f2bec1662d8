import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  ANSWER_DAYS,
  ASKING_STATES,
  CONFIRMATION_ANSWERS,
  CONFIRMATION_LIMITS,
  CONFIRMATION_STATES,
  NOT_ASKED_REASONS,
  type AskingState,
  type ConfirmationAnswer,
  type ConfirmationState,
  type Direction,
  type NotAskedReason,
} from '@knotenpunkt/actors/domain';
import { Connection, enumOf, LocalDateType, PageArguments, resultUnion } from '@knotenpunkt/platform/graphql';
import { EntryDirectionEnum } from '../actor.graphql';

const ConfirmationAnswerEnum = enumOf(
  CONFIRMATION_ANSWERS,
  'ConfirmationAnswer',
  'The one answer a link in a mail gives. CHANGE leads to the form and decides nothing.',
);
const ConfirmationStateEnum = enumOf(
  CONFIRMATION_STATES,
  'ConfirmationState',
  'ARCHIVED: taken out of the directory by a link, which can be undone. ENDED: too late.',
);
export const AskingStateEnum = enumOf(ASKING_STATES, 'AskingState', 'How the asking stands. UNREACHABLE: there is nobody to write to.');
const NotAskedReasonEnum = enumOf(NOT_ASKED_REASONS, 'NotAskedReason', 'Why an organisation that was chosen is not asked.');

@ObjectType({ description: 'An offer or a need that is asked about.' })
export class ConfirmedEntry {
  @Field(() => ID)
  id!: string;

  @Field(() => EntryDirectionEnum)
  direction!: Direction;

  @Field()
  title!: string;

  @Field(() => LocalDateType, { nullable: true })
  confirmedOn!: string | null;
}

@ObjectType({ description: 'An organisation is asked whether what it says is still right, as the page behind a link shows it.' })
export class ConfirmationQuestion {
  @Field(() => ID, { description: 'Of the organisation.' })
  id!: string;

  @Field()
  actorName!: string;

  @Field()
  slug!: string;

  @Field()
  summary!: string;

  @Field(() => LocalDateType, { nullable: true, description: 'When its Steckbrief was confirmed last.' })
  confirmedOn!: string | null;

  @Field(() => [ConfirmedEntry])
  entries!: ConfirmedEntry[];

  @Field({ description: 'To whom the link went.' })
  personName!: string;

  @Field(() => ConfirmationAnswerEnum)
  answer!: ConfirmationAnswer;

  @Field(() => ConfirmationStateEnum)
  state!: ConfirmationState;

  @Field(() => LocalDateType, { description: 'The last day of the link.' })
  untilOn!: string;

  @Field(() => Int, { description: 'Of the Steckbrief.' })
  version!: number;
}

@ObjectType('ConfirmationPeriod', { description: 'After how long a region asks whether entries are still right.' })
export class ConfirmationPeriodType {
  @Field(() => Int)
  afterDays!: number;

  @Field(() => Int, { description: `So many days there are for the answer; always ${ANSWER_DAYS}.` })
  answerDays!: number;

  @Field(() => Int, { description: '0: the region never chose.' })
  version!: number;
}

@ObjectType({ description: 'An organisation whose Steckbrief, offers or needs nobody confirmed for the period of its region.' })
export class AgedActor {
  @Field(() => ID)
  id!: string;

  @Field(() => LocalDateType, { description: 'Since then the oldest of its entries stands unconfirmed.' })
  oldestOn!: string;

  @Field(() => LocalDateType, { nullable: true, description: 'When it was asked since then; null: it was not.' })
  askedOn!: string | null;

  @Field(() => LocalDateType, { nullable: true, description: 'The last day for its answer.' })
  untilOn!: string | null;

  @Field(() => AskingStateEnum)
  state!: AskingState;
}

@ObjectType({ description: 'An organisation that is out of the directory and can be put back.' })
export class ArchivedActor {
  @Field(() => ID)
  id!: string;

  @Field(() => LocalDateType, { nullable: true, description: 'When it was taken out by a link; null where that is not known.' })
  archivedOn!: string | null;

  @Field(() => Int)
  version!: number;
}

@ObjectType()
export class AskingCount {
  @Field(() => AskingStateEnum)
  state!: AskingState;

  @Field(() => Int)
  count!: number;
}

@ObjectType()
export class NotAsked {
  @Field(() => ID)
  actorId!: string;

  @Field(() => NotAskedReasonEnum)
  reason!: NotAskedReason;
}

@ObjectType({ description: 'Who was asked by mail, and who of those chosen was not.' })
export class AskedWhetherRight {
  @Field(() => [ID])
  askedIds!: string[];

  @Field(() => [NotAsked])
  leftOut!: NotAsked[];
}

@ArgsType()
export class AgedActorArguments extends PageArguments {
  @Field(() => AskingStateEnum, { nullable: true, description: 'Only those in this state.' })
  state?: AskingState | null;
}

@InputType()
export class AnswerConfirmationInput {
  @Field({ description: 'Of the link; it says what is answered.' })
  token!: string;

  @Field(() => Int, { description: 'The version of the Steckbrief that was looked at.' })
  expectedVersion!: number;
}

@InputType()
export class AskWhetherRightInput {
  @Field(() => ID, { description: 'UUID made by the client; asking by the same one again asks nobody twice.' })
  id!: string;

  @Field(() => [ID], { description: `At most ${CONFIRMATION_LIMITS.atOnce}.` })
  actorIds!: string[];
}

@InputType()
export class SetConfirmationPeriodInput {
  @Field(() => Int, { description: `${CONFIRMATION_LIMITS.fewestDays} to ${CONFIRMATION_LIMITS.mostDays}.` })
  afterDays!: number;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class RestoreActorInput {
  @Field(() => ID)
  actorId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

export const AgedActorConnection = Connection('AgedActor', AgedActor);
export const ArchivedActorConnection = Connection('ArchivedActor', ArchivedActor);
export const ConfirmationResult = resultUnion('ConfirmationResult', ConfirmationQuestion);
export const AskWhetherRightResult = resultUnion('AskWhetherRightResult', AskedWhetherRight);
export const ConfirmationPeriodResult = resultUnion('ConfirmationPeriodResult', ConfirmationPeriodType);
