import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MANDATE_ACTIONS, MANDATE_ROLES } from '@knotenpunkt/identity/domain';
import { enumOf, LocalDateType, resultUnion } from '@knotenpunkt/platform/graphql';

export const MandateRoleEnum = enumOf(
  MANDATE_ROLES,
  'MandateRole',
  'What a mandate allows; an ADMINISTRATOR also decides who else acts for the organisation.',
);

export const MandateActionEnum = enumOf(MANDATE_ACTIONS, 'MandateAction', 'What somebody may do with a mandate.');

@ObjectType('Mandate', { description: 'A person acts for an organisation, for a period.' })
export class MandateType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  actorId!: string;

  @Field(() => MandateRoleEnum)
  role!: string;

  @Field(() => LocalDateType)
  fromOn!: string;

  @Field(() => LocalDateType, { nullable: true, description: 'The last day; null: until it is ended.' })
  untilOn!: string | null;
}

@ObjectType({ description: 'A mandate as those see it who act for the organisation or decide on it.' })
export class PersonMandate extends MandateType {
  @Field(() => Int)
  version!: number;

  @Field()
  personName!: string;

  @Field({ description: 'Empty for those who do not decide on it.' })
  email!: string;
}

@ObjectType('Viewer', { description: 'Who asks, in the region asked about.' })
export class ViewerType {
  @Field(() => ID, { nullable: true, description: 'Null for a visitor.' })
  personId!: string | null;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => [MandateType], { description: 'Mandates valid today in this region.' })
  mandates!: MandateType[];

  @Field({ description: 'Coordinates this region.' })
  coordinator!: boolean;

  @Field()
  platformAdministrator!: boolean;

  @Field(() => Boolean, { nullable: true, description: 'An office of the viewer is not there until a second factor is set up and shown.' })
  awaitsSecondFactor?: boolean;
}

@ObjectType({ description: 'A login of an invented region, to try things out. Never there in production.' })
export class DemoLogin {
  @Field()
  name!: string;

  @Field()
  email!: string;

  @Field()
  password!: string;

  @Field({ description: 'What one can try with it, in the language of the request.' })
  purpose!: string;
}

@ObjectType('Act', { description: 'Something an organisation did, newest first.' })
export class ActType {
  @Field(() => ID)
  id!: string;

  @Field()
  at!: Date;

  @Field(() => ID, { nullable: true, description: 'The organisation; null for the coordination of the region.' })
  actorId!: string | null;

  @Field(() => ID, { nullable: true })
  otherActorId!: string | null;

  @Field({ description: '`<subject>.<past participle>`, for example `initiative.published`.' })
  verb!: string;

  @Field()
  subjectType!: string;

  @Field(() => ID)
  subjectId!: string;

  @Field()
  subjectTitle!: string;

  @Field(() => String, { nullable: true })
  subjectSlug!: string | null;
}

@ObjectType({ description: 'A mail that would have gone out.' })
export class OutgoingMailType {
  @Field(() => ID)
  id!: string;

  @Field()
  to!: string;

  @Field()
  subject!: string;

  @Field()
  text!: string;

  @Field()
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  sentAt!: Date | null;
}

@InputType()
export class GrantMandateInput {
  @Field(() => ID, { description: 'UUID made by the client, so that a repeated request does nothing twice.' })
  id!: string;

  @Field(() => ID)
  actorId!: string;

  @Field({ description: 'Name of the organisation for the mail.' })
  actorName!: string;

  @Field()
  name!: string;

  @Field()
  email!: string;

  @Field(() => MandateRoleEnum)
  role!: string;

  @Field(() => LocalDateType)
  fromOn!: string;

  @Field(() => LocalDateType, { nullable: true })
  untilOn!: string | null;
}

@InputType()
export class EndMandateInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType({ description: 'The role and the last day as they are to be.' })
export class ChangeMandateInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => MandateRoleEnum)
  role!: string;

  @Field(() => LocalDateType, { nullable: true, description: 'Null: until it is ended.' })
  untilOn!: string | null;
}

export const ChangeMandateResult = resultUnion('ChangeMandateResult', PersonMandate);
export const GrantMandateResult = resultUnion('GrantMandateResult', PersonMandate);
export const EndMandateResult = resultUnion('EndMandateResult', PersonMandate);
