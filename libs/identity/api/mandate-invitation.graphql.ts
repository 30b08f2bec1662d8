import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateType, resultUnion } from '@knotenpunkt/platform/graphql';
import { MandateRoleEnum } from './identity.graphql';

@ObjectType('MandateInvitation', {
  description: 'Somebody who was asked by mail to act for an organisation; shown to those who decide on it.',
})
export class MandateInvitationType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => ID)
  actorId!: string;

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

  @Field(() => LocalDateType)
  invitedOn!: string;

  @Field(() => LocalDateType, { description: 'The last day on which it can be accepted.' })
  endsOn!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The mandate of the administrator who hands over with it; null: nobody gives anything up.',
  })
  handsOver!: string | null;

  @Field({ description: 'OPEN, ACCEPTED, DECLINED or WITHDRAWN.' })
  state!: string;
}

@ObjectType({ description: 'An invitation as whoever holds its link sees it.' })
export class OpenedInvitationType {
  @Field()
  actorName!: string;

  @Field(() => String, { nullable: true, description: 'Who invited; null where that account is gone.' })
  invitedByName!: string | null;

  @Field()
  name!: string;

  @Field({ description: 'The address it went to.' })
  email!: string;

  @Field(() => MandateRoleEnum)
  role!: string;

  @Field(() => LocalDateType)
  fromOn!: string;

  @Field(() => LocalDateType, { nullable: true })
  untilOn!: string | null;

  @Field(() => LocalDateType)
  endsOn!: string;

  @Field(() => ID, { nullable: true, description: 'Whoever invited hands the administration over with it.' })
  handsOver!: string | null;

  @Field({ description: 'The address has an account: sign in with it.' })
  hasAccount!: boolean;

  @Field({ description: 'The viewer is signed in with the address.' })
  isYours!: boolean;
}

@InputType()
export class InviteToMandateInput {
  @Field(() => ID, { description: 'UUID made by the client, so that a repeated request does nothing twice.' })
  id!: string;

  @Field(() => ID)
  actorId!: string;

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
export class WithdrawMandateInvitationInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class HandOverAdministrationInput {
  @Field(() => ID, { description: 'UUID of the offer, made by the client.' })
  id!: string;

  @Field(() => ID, { description: 'The mandate of the person who is to administrate.' })
  mandateId!: string;

  @Field(() => MandateRoleEnum, { nullable: true, description: 'As what the viewer goes on; null: leaves.' })
  keeps!: string | null;
}

@InputType()
export class InvitationAnswerInput {
  @Field({ description: 'What stands behind # in the link of the mail.' })
  token!: string;
}

export const MandateInvitationResult = resultUnion('MandateInvitationResult', MandateInvitationType);
