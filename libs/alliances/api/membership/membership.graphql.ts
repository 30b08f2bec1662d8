import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ActorKindEnum } from '@knotenpunkt/actors/api';
import { ConsentAnswerEnum, ConsentRoundType } from '@knotenpunkt/agreements/api';
import type { ConsentAnswer } from '@knotenpunkt/agreements/domain';
import { LocalDateType } from '@knotenpunkt/platform/graphql';
import type { ActorKind } from '@knotenpunkt/themes/domain';

@ObjectType('AllianceDeparture', { description: 'A member that has left, or says that it will.' })
export class DepartureType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  actorId!: string;

  @Field(() => ActorKindEnum)
  bench!: ActorKind;

  @Field({ description: 'What it had promised when it came.' })
  commitment!: string;

  @Field(() => LocalDateType, { description: 'Since when it belonged to it.' })
  since!: string;

  @Field(() => LocalDateType)
  leavesOn!: string;

  @Field({ description: 'Its own sentence.' })
  reason!: string;

  @Field({ description: 'It has left; before its day it still is a member.' })
  done!: boolean;
}

@ObjectType('AllianceAdmission', { description: 'The question whether another organisation joins an alliance that works.' })
export class AdmissionType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  actorId!: string;

  @Field(() => ActorKindEnum)
  bench!: ActorKind;

  @Field({ description: 'What it would bring.' })
  commitment!: string;

  @Field(() => LocalDateType)
  dueOn!: string;

  @Field({ description: 'Why it is to join.' })
  reason!: string;

  proposedById!: string | null;

  @Field(() => Int)
  version!: number;

  @Field(() => ConsentRoundType, { nullable: true, description: 'Who has answered what.' })
  round!: ConsentRoundType | null;

  @Field({ description: 'Whether the viewer may write it anew or end it.' })
  isLed!: boolean;
}

@InputType()
class AdmissionAskedInput {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  allianceId!: string;
}

@InputType()
class AdmissionTextInput extends AdmissionAskedInput {
  @Field({ description: 'What it is asked to bring.' })
  commitment!: string;

  @Field(() => LocalDateType, { description: 'Until when.' })
  dueOn!: string;

  @Field({ description: 'Why it is to join; read by those who are asked.' })
  reason!: string;

  @Field(() => LocalDateType, { description: 'Last day for an answer.' })
  deadlineOn!: string;
}

@InputType()
export class ProposeAllianceAdmissionInput extends AdmissionTextInput {
  @Field(() => ID, { description: 'Who is to join.' })
  actorId!: string;

  @Field(() => ID, { nullable: true, description: 'The member the viewer proposes it for; null for coordinators.' })
  proposedById?: string | null;
}

@InputType()
export class ReviseAllianceAdmissionInput extends AdmissionTextInput {
  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class WithdrawAllianceAdmissionInput extends AdmissionAskedInput {
  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class ConfirmAllianceAdmissionInput extends AdmissionAskedInput {
  @Field(() => ID, { description: 'The organisation whose reservation is lifted.' })
  actorId!: string;
}

@InputType()
export class AnswerAllianceAdmissionInput extends ConfirmAllianceAdmissionInput {
  @Field(() => Int, { description: 'The version of the round that was read.' })
  roundVersion!: number;

  @Field(() => ConsentAnswerEnum)
  answer!: ConsentAnswer;

  @Field(() => String, { nullable: true, description: 'For YES_BUT: the change asked for.' })
  change?: string | null;

  @Field(() => LocalDateType, { nullable: true, description: 'For RESERVED: until when the decision is there.' })
  reservedUntil?: string | null;
}

@InputType()
export class StayInAllianceInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => ID)
  actorId!: string;
}

@InputType()
export class LeaveAllianceInput extends StayInAllianceInput {
  @Field(() => ID, { description: 'UUID made by the client.' })
  departureId!: string;

  @Field(() => LocalDateType, { description: 'Today, or a day within a year.' })
  leavesOn!: string;

  @Field({ description: 'Why, in a sentence everybody reads.' })
  reason!: string;

  @Field(() => [ID], { description: 'Open Zusagen it keeps all the same.' })
  kept!: string[];

  @Field(() => [ID], { description: 'Open Zusagen it gives back. Each open one is named in one of the two.' })
  givenBack!: string[];
}
