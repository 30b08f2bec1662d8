import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { ActorKindEnum } from '@knotenpunkt/actors/api';
import { ConsentAnswerEnum, OnDeclineEnum, PromiseInput } from '@knotenpunkt/agreements/api';
import type { ConsentAnswer, OnDecline } from '@knotenpunkt/agreements/domain';
import type { Budget, EventFormat, InitiativeKind, PartnerRole, Wanted } from '@knotenpunkt/initiatives/domain';
import type { DatePrecision } from '@knotenpunkt/kernel';
import { LocalDateType } from '@knotenpunkt/platform/graphql';
import type { ActorKind } from '@knotenpunkt/themes/domain';
import { DatePrecisionEnum, EventFormatEnum, InitiativeKindEnum, PartnerRoleEnum } from './initiative.graphql';

@InputType()
export class WantedInput implements Wanted {
  @Field()
  text!: string;

  @Field(() => [String], { defaultValue: [] })
  competences!: string[];

  @Field(() => [ActorKindEnum], { defaultValue: [] })
  kinds!: ActorKind[];
}

@InputType()
export class DecidedBudgetInput {
  @Field(() => Float)
  amount!: number;

  @Field(() => LocalDateType)
  on!: string;

  @Field()
  paper!: string;
}

@InputType()
export class BudgetInput {
  @Field(() => Float, { nullable: true })
  planned?: number | null;

  @Field(() => DecidedBudgetInput, { nullable: true })
  decided?: DecidedBudgetInput | null;

  @Field(() => Float, { nullable: true })
  spent?: number | null;
}

@InputType()
class InitiativeTextInput {
  @Field()
  title!: string;

  @Field(() => InitiativeKindEnum)
  kind!: InitiativeKind;

  @Field({ description: 'One or two sentences.' })
  summary!: string;

  @Field({ defaultValue: '', description: 'Markdown.' })
  description!: string;

  @Field(() => [String], { defaultValue: [] })
  themes!: string[];

  @Field(() => [WantedInput], { defaultValue: [] })
  wanted!: WantedInput[];

  @Field(() => LocalDateType, { nullable: true })
  startOn?: string | null;

  @Field(() => DatePrecisionEnum, { defaultValue: 'DAY' })
  startPrecision!: DatePrecision;

  @Field(() => LocalDateType, { nullable: true })
  endOn?: string | null;

  @Field(() => DatePrecisionEnum, { defaultValue: 'DAY' })
  endPrecision!: DatePrecision;

  @Field({ defaultValue: '' })
  nextStep!: string;

  @Field(() => BudgetInput, { nullable: true })
  budget?: BudgetInput | null;
}

/** What was left out arrives as undefined; the rooms know null. */
export function withoutGaps<Input extends InitiativeTextInput>(input: Input) {
  const { budget } = input;
  const known: Budget | null = budget
    ? { planned: budget.planned ?? null, decided: budget.decided ?? null, spent: budget.spent ?? null }
    : null;
  return { ...input, startOn: input.startOn ?? null, endOn: input.endOn ?? null, budget: known };
}

@InputType()
export class RegisterInitiativeInput extends InitiativeTextInput {
  @Field(() => ID, { description: 'UUID made by the client, so that a repeated request does nothing twice.' })
  id!: string;

  @Field(() => ID, { description: 'The organisation one acts for.' })
  leadId!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'True: it has begun. False: an idea.' })
  begun!: boolean;
}

@InputType()
export class ReleaseInitiativeInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => Boolean, { defaultValue: false, description: 'True: it has begun. False: an idea.' })
  begun!: boolean;
}

@InputType()
export class ProposeInitiativeInput extends InitiativeTextInput {
  @Field(() => ID, { description: 'UUID made by the client.' })
  id!: string;

  @Field(() => ID)
  leadId!: string;

  @Field(() => [ID], { description: 'Whom it is proposed to.' })
  partnerIds!: string[];

  @Field(() => LocalDateType, { description: 'Last day for an answer.' })
  deadlineOn!: string;

  @Field(() => OnDeclineEnum, { description: 'What happens if somebody declines.' })
  onDecline!: OnDecline;
}

@InputType()
export class ReviseProposalInput extends InitiativeTextInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => LocalDateType)
  deadlineOn!: string;
}

@InputType()
export class ChangeInitiativeInput extends InitiativeTextInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class InitiativeVersionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class AbandonInitiativeInput extends InitiativeVersionInput {
  @Field({ description: 'Why.' })
  reason!: string;
}

@InputType()
export class AddResultInput extends InitiativeVersionInput {
  @Field()
  text!: string;

  @Field(() => LocalDateType)
  on!: string;

  @Field(() => String, { nullable: true })
  evidenceUrl?: string | null;
}

@InputType({ description: 'A Vorhaben and one of the organisations in it.' })
export class PartnerInput {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  actorId!: string;
}

@InputType()
export class InvitePartnerInput extends PartnerInput {
  @Field(() => PartnerRoleEnum, { defaultValue: 'PARTNER' })
  role!: PartnerRole;
}

@InputType()
export class AnswerProposalInput extends PartnerInput {
  @Field(() => Int, { description: 'The version of the text that was read.' })
  version!: number;

  @Field(() => ConsentAnswerEnum)
  answer!: ConsentAnswer;

  @Field(() => String, { nullable: true, description: 'For YES_BUT: the change asked for.' })
  change?: string | null;

  @Field(() => LocalDateType, { nullable: true, description: 'For RESERVED: by when it will be decided.' })
  reservedUntil?: string | null;
}

@InputType()
export class PromiseForInitiativeInput extends PromiseInput {
  @Field(() => ID)
  initiativeId!: string;

  @Field(() => ID, { nullable: true, description: 'To whom in particular.' })
  toActorId?: string | null;
}

@InputType()
export class AddEventInput {
  @Field(() => ID, { description: 'UUID made by the client.' })
  id!: string;

  @Field(() => ID)
  initiativeId!: string;

  @Field()
  title!: string;

  @Field(() => EventFormatEnum)
  format!: EventFormat;

  @Field(() => LocalDateType)
  dateOn!: string;

  @Field(() => String, { nullable: true, description: 'HH:MM.' })
  startTime?: string | null;

  @Field(() => String, { nullable: true })
  endTime?: string | null;

  @Field({ defaultValue: '' })
  venue!: string;

  @Field({ defaultValue: '' })
  forWhom!: string;
}

@InputType()
export class ReportEventHeldInput extends InitiativeVersionInput {
  @Field(() => [ID], { description: 'Organisations that were there, without the hosts.' })
  participantIds!: string[];
}
