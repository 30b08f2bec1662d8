import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateType, resultUnion } from '@knotenpunkt/platform/graphql';
import { MandateRoleEnum } from './identity.graphql';

@ObjectType('MandateRequest', { description: 'Somebody who asks to act for an organisation; shown to those who decide on it.' })
export class MandateRequestType {
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

  @Field(() => LocalDateType)
  askedOn!: string;

  @Field({ description: 'ASKED, GRANTED or REFUSED.' })
  state!: string;
}

@InputType()
export class GrantRequestedMandateInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => ID, { description: 'UUID of the mandate, made by the client.' })
  mandateId!: string;

  @Field(() => MandateRoleEnum)
  role!: string;
}

@InputType()
export class RefuseMandateRequestInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

export const MandateRequestResult = resultUnion('MandateRequestResult', MandateRequestType);
