import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  STANDS,
  STATEMENT_AUDIENCES,
  STATEMENT_KINDS,
  type Stand,
  type StatementAudience,
  type StatementKind,
  type StatementStanding,
} from '@knotenpunkt/alliances/domain';
import { enumOf, LocalDateType } from '@knotenpunkt/platform/graphql';

export const StatementKindEnum = enumOf(
  STATEMENT_KINDS,
  'AllianceStatementKind',
  'DECISION: a Beschluss. MINUTES: a Protokoll. RESULT: what changed, for whom. LESSON: what they would do differently.',
);
const StandEnum = enumOf(STANDS, 'AllianceStand', 'What a member says of a statement. Who says nothing has not confirmed it.');
export const StatementAudienceEnum = enumOf(
  STATEMENT_AUDIENCES,
  'AllianceStatementAudience',
  'MEMBERS: members and coordinators. PUBLIC: everybody, of a statement once all have confirmed it.',
);
const StandingEnum = enumOf(
  ['OPEN', 'OBJECTED', 'CONFIRMED', 'WITHDRAWN'] as const,
  'AllianceStatementStanding',
  'OPEN: somebody has said nothing. CONFIRMED: all agree or abstain.',
);

@ObjectType('AllianceStandTaken', { description: 'What one of those who were asked says.' })
export class StandType {
  @Field(() => ID)
  actorId!: string;

  @Field(() => StandEnum, { nullable: true, description: 'Null: it has not confirmed it.' })
  stand!: Stand | null;

  @Field({ description: 'Why it objects; empty otherwise.' })
  note!: string;

  @Field(() => LocalDateType, { nullable: true })
  saidOn!: string | null;
}

@ObjectType('AllianceMeeting')
export class MeetingType {
  @Field({ description: 'Where, or that it was online.' })
  place!: string;

  presentIds!: string[];

  @Field(() => LocalDateType, { nullable: true, description: 'When they meet again.' })
  nextOn!: string | null;
}

@ObjectType('AllianceStatement', { description: 'What one member wrote down for the alliance, with what each of the others says.' })
export class StatementType {
  @Field(() => ID)
  id!: string;

  @Field(() => StatementKindEnum)
  kind!: StatementKind;

  @Field()
  text!: string;

  @Field(() => LocalDateType)
  on!: string;

  @Field({ description: 'For whom something changed; of results only.' })
  concerns!: string;

  @Field()
  evidenceUrl!: string;

  @Field(() => StatementAudienceEnum)
  audience!: StatementAudience;

  @Field(() => MeetingType, { nullable: true })
  meeting!: MeetingType | null;

  @Field(() => ID, { nullable: true, description: 'The minutes a decision stands in.' })
  minutesId!: string | null;

  @Field(() => ID, { nullable: true })
  replacesId!: string | null;

  @Field({ description: 'Another one has taken its place and is confirmed.' })
  isReplaced!: boolean;

  enteredById!: string;

  @Field(() => LocalDateType, { nullable: true })
  confirmedOn!: string | null;

  @Field(() => StandingEnum)
  standing!: StatementStanding;

  @Field(() => [StandType])
  stands!: StandType[];

  @Field(() => [ID], { description: "The viewer's organisations that may say something of it." })
  answerableFor!: string[];

  @Field(() => [String], { description: 'What the viewer may do with it.' })
  availableActions!: string[];

  @Field(() => Int)
  version!: number;
}

@ObjectType('AllianceOutcome', { description: 'A result or a lesson that all members have confirmed.' })
export class OutcomeType {
  @Field(() => ID)
  id!: string;

  @Field(() => StatementKindEnum)
  kind!: StatementKind;

  @Field()
  text!: string;

  @Field(() => LocalDateType)
  on!: string;

  @Field({ description: 'For whom something changed; empty for lessons.' })
  concerns!: string;

  @Field()
  evidenceUrl!: string;
}

@ObjectType('AllianceTask', { description: 'What nobody has taken on yet.' })
export class TaskType {
  @Field(() => ID)
  id!: string;

  @Field()
  text!: string;

  @Field(() => LocalDateType)
  dueOn!: string;

  enteredById!: string;

  @Field(() => ID, { nullable: true })
  minutesId!: string | null;

  @Field({ description: 'It was a Zusage of the one that entered it, which leaves or has left.' })
  givenBack!: boolean;

  @Field(() => Int)
  version!: number;
}

@InputType()
export class AllianceMeetingInput {
  @Field()
  place!: string;

  @Field(() => [ID], { description: 'Members that were there.' })
  presentIds!: string[];

  @Field(() => LocalDateType, { nullable: true })
  nextOn?: string | null;
}

@InputType()
export class EnterAllianceStatementInput {
  @Field(() => ID, { description: 'UUID made by the client.' })
  id!: string;

  @Field(() => ID)
  allianceId!: string;

  @Field(() => ID, { description: 'The member that writes it.' })
  enteredById!: string;

  @Field(() => StatementKindEnum)
  kind!: StatementKind;

  @Field()
  text!: string;

  @Field(() => LocalDateType, { description: 'Today or before.' })
  on!: string;

  @Field({ defaultValue: '', description: 'Of a result: for whom something changed.' })
  concerns!: string;

  @Field({ defaultValue: '', description: 'Of a result: what shows it.' })
  evidenceUrl!: string;

  @Field(() => StatementAudienceEnum, { description: 'Of decisions and minutes; results and lessons are for everybody.' })
  audience!: StatementAudience;

  @Field(() => AllianceMeetingInput, { nullable: true, description: 'Of minutes.' })
  meeting?: AllianceMeetingInput | null;

  @Field(() => ID, { nullable: true })
  minutesId?: string | null;

  @Field(() => ID, { nullable: true, description: 'What it takes the place of.' })
  replacesId?: string | null;
}

@InputType()
export class AllianceStatementVersionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  allianceId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class AnswerAllianceStatementInput extends AllianceStatementVersionInput {
  @Field(() => ID, { description: 'The member that says it.' })
  actorId!: string;

  @Field(() => StandEnum)
  stand!: Stand;

  @Field({ defaultValue: '', description: 'Why it objects.' })
  note!: string;
}

@InputType()
export class OfferAllianceTaskInput {
  @Field(() => ID, { description: 'UUID made by the client.' })
  id!: string;

  @Field(() => ID)
  allianceId!: string;

  @Field(() => ID, { description: 'The member that writes it down.' })
  enteredById!: string;

  @Field()
  text!: string;

  @Field(() => LocalDateType)
  dueOn!: string;

  @Field(() => ID, { nullable: true })
  minutesId?: string | null;
}

@InputType()
export class TakeAllianceTaskInput extends AllianceStatementVersionInput {
  @Field(() => ID, { description: 'The member that takes it on.' })
  actorId!: string;

  @Field(() => LocalDateType, { description: 'Until when it promises it.' })
  dueOn!: string;
}
