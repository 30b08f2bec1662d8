import { ArgsType, Field, Float, ID, Int, ObjectType, InputType } from '@nestjs/graphql';
import { ActorKindEnum, CertaintyEnum } from '@knotenpunkt/actors/api';
import type { Certainty } from '@knotenpunkt/actors/domain';
import {
  EVENT_FORMATS,
  EVENT_STATES,
  INITIATIVE_KINDS,
  INITIATIVE_ORIGINS,
  INITIATIVE_STATES,
  PARTNER_ROLES,
  PARTNER_STATES,
  REGISTRATIONS,
  type EventFormat,
  type EventState,
  type InitiativeKind,
  type InitiativeOrigin,
  type InitiativeState,
  type PartnerRole,
  type PartnerState,
  type Registration,
} from '@knotenpunkt/initiatives/domain';
import { DATE_PRECISIONS, type DatePrecision } from '@knotenpunkt/kernel';
import { Connection, DayPeriodInput, enumOf, LocalDateType, PageArguments, resultUnion } from '@knotenpunkt/platform/graphql';
import type { ActorKind } from '@knotenpunkt/themes/domain';

export const InitiativeKindEnum = enumOf(INITIATIVE_KINDS, 'InitiativeKind', 'What a Vorhaben is.');
export const InitiativeStateEnum = enumOf(
  INITIATIVE_STATES,
  'InitiativeState',
  'DRAFT: waits for release, seen by the own people only. PROPOSED: put to others; seen by them and the coordination, begins when all agree.',
);
export const InitiativeOriginEnum = enumOf(
  INITIATIVE_ORIGINS,
  'InitiativeOrigin',
  'REPORTED: not confirmed by its lead. BEFORE: had begun when it was entered. UNKNOWN: cannot be told.',
);
export const PartnerRoleEnum = enumOf(PARTNER_ROLES, 'PartnerRole', 'What a partner is there for.');
export const PartnerStateEnum = enumOf(PARTNER_STATES, 'PartnerState', 'STATED: said by others, such as the press.');
export const DatePrecisionEnum = enumOf(DATE_PRECISIONS, 'DatePrecision', 'MONTH: only the month is known.');
export const EventFormatEnum = enumOf(EVENT_FORMATS, 'EventFormat', 'What happens at an event.');
export const EventStateEnum = enumOf(EVENT_STATES, 'EventState', 'Only HELD makes those who took part have met.');
export const RegistrationEnum = enumOf(REGISTRATIONS, 'EventRegistration', 'How one gets in.');

@ObjectType('Wanted', { description: 'What a Vorhaben still looks for.' })
export class WantedType {
  @Field()
  text!: string;

  @Field(() => [String], { description: 'Ids of competences.' })
  competences!: string[];

  @Field(() => [ActorKindEnum], { description: 'Of which benches; empty: of any.' })
  kinds!: ActorKind[];
}

@ObjectType('DecidedBudget', { description: 'Decided by whom it may concern, with the paper that says so.' })
export class DecidedBudgetType {
  @Field(() => Float, { description: 'Whole euros.' })
  amount!: number;

  @Field(() => LocalDateType)
  on!: string;

  @Field()
  paper!: string;
}

@ObjectType('Budget', { description: 'Whole euros. Null: nobody says.' })
export class BudgetType {
  @Field(() => Float, { nullable: true })
  planned!: number | null;

  @Field(() => DecidedBudgetType, { nullable: true })
  decided!: DecidedBudgetType | null;

  @Field(() => Float, { nullable: true })
  spent!: number | null;
}

@ObjectType('InitiativeOutcome', { description: 'What came of a Vorhaben, with evidence where there is some.' })
export class InitiativeOutcomeType {
  @Field()
  text!: string;

  @Field(() => LocalDateType)
  on!: string;

  @Field(() => String, { nullable: true })
  evidenceUrl!: string | null;
}

@ObjectType('InitiativePartner', { description: 'Who takes part or is asked to.' })
export class InitiativePartnerType {
  @Field(() => ID)
  actorId!: string;

  @Field(() => PartnerRoleEnum)
  role!: PartnerRole;

  @Field(() => PartnerStateEnum)
  state!: PartnerState;

  @Field(() => LocalDateType, { nullable: true })
  sinceOn!: string | null;

  @Field(() => LocalDateType, { nullable: true })
  untilOn!: string | null;
}

@ObjectType('Event', { description: 'Something on one day, with those who invite and those who came.' })
export class EventType {
  @Field(() => ID)
  id!: string;

  @Field()
  title!: string;

  @Field(() => EventFormatEnum)
  format!: EventFormat;

  @Field(() => LocalDateType)
  dateOn!: string;

  @Field(() => DatePrecisionEnum)
  datePrecision!: DatePrecision;

  @Field(() => String, { nullable: true, description: 'HH:MM in the time zone of the region.' })
  startTime!: string | null;

  @Field(() => String, { nullable: true })
  endTime!: string | null;

  @Field()
  venue!: string;

  @Field({ description: 'Whom it is meant for, in words.' })
  forWhom!: string;

  @Field(() => RegistrationEnum, { nullable: true })
  registration!: Registration | null;

  @Field()
  livestream!: boolean;

  @Field(() => EventStateEnum)
  state!: EventState;

  @Field(() => Int, { nullable: true })
  approximateParticipants!: number | null;

  @Field(() => Int)
  version!: number;

  initiativeId!: string | null;
  hostIds!: string[];
  participantIds!: string[];
}

@ObjectType('Initiative', { description: 'A Vorhaben: what an actor starts and others join. Texts never given are empty.' })
export class InitiativeType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'Part of the address `/vorhaben/<slug>`; stays when the title changes.' })
  slug!: string;

  @Field()
  title!: string;

  @Field(() => InitiativeKindEnum)
  kind!: InitiativeKind;

  @Field(() => InitiativeStateEnum)
  state!: InitiativeState;

  @Field()
  summary!: string;

  @Field({ description: 'Markdown.' })
  description!: string;

  @Field(() => [String], { description: 'Ids of themes.' })
  themes!: string[];

  @Field(() => [WantedType])
  wanted!: WantedType[];

  @Field(() => LocalDateType, { nullable: true })
  startOn!: string | null;

  @Field(() => DatePrecisionEnum)
  startPrecision!: DatePrecision;

  @Field(() => LocalDateType, { nullable: true })
  endOn!: string | null;

  @Field(() => DatePrecisionEnum)
  endPrecision!: DatePrecision;

  @Field()
  nextStep!: string;

  @Field(() => BudgetType, { nullable: true })
  budget!: BudgetType | null;

  @Field(() => [InitiativeOutcomeType], { description: 'The newest first.' })
  results!: InitiativeOutcomeType[];

  @Field(() => ID)
  leadId!: string;

  @Field(() => CertaintyEnum, { description: 'How sure it is who leads. INFERRED makes no tie.' })
  leadCertainty!: Certainty;

  @Field(() => LocalDateType, { nullable: true, description: 'When it was finished or given up.' })
  endedOn!: string | null;

  @Field({ description: 'Why it was given up; empty otherwise.' })
  endReason!: string;

  @Field(() => Int)
  version!: number;

  partOfId!: string | null;
}

@InputType()
export class InitiativeFilterInput {
  @Field(() => String, { nullable: true })
  search?: string | null;

  @Field(() => [InitiativeKindEnum], { nullable: true })
  kinds?: InitiativeKind[] | null;

  @Field(() => [InitiativeStateEnum], { nullable: true })
  states?: InitiativeState[] | null;

  @Field(() => [String], { nullable: true, description: 'Ids of themes, one of which it has.' })
  themes?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Led by this organisation, or it takes part.' })
  actorId?: string | null;

  @Field(() => DayPeriodInput, { nullable: true, description: 'Begun within these days.' })
  begun?: DayPeriodInput | null;

  @Field(() => DayPeriodInput, { nullable: true, description: 'Finished or abandoned within these days.' })
  ended?: DayPeriodInput | null;

  @Field(() => [InitiativeOriginEnum], { nullable: true })
  origins?: InitiativeOrigin[] | null;
}

@ArgsType()
export class InitiativePageArguments extends PageArguments {
  @Field(() => InitiativeFilterInput, { nullable: true })
  filter?: InitiativeFilterInput | null;
}

export const InitiativeConnection = Connection('Initiative', InitiativeType);
export const InitiativeResult = resultUnion('InitiativeResult', InitiativeType);
export const EventResult = resultUnion('EventResult', EventType);
