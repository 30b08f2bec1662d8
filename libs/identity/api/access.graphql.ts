import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { resultUnion } from '@knotenpunkt/platform/graphql';

@ObjectType({ description: 'Why an access is blocked.' })
export class AccessBlock {
  @Field()
  reason!: string;

  @Field()
  at!: Date;

  @Field({ description: 'Name of the administrator; empty where that account is gone.' })
  by!: string;
}

@ObjectType('PersonAccess', { description: 'A person with an account, as administrators of the platform see it.' })
export class PersonAccessType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  email!: string;

  @Field({ description: 'Signs in with more than a password: an authenticator app, or a passkey.' })
  secondFactor!: boolean;

  @Field(() => AccessBlock, { nullable: true, description: 'Null: the person may sign in.' })
  block!: AccessBlock | null;
}

@InputType()
export class BlockPersonInput {
  @Field(() => ID)
  personId!: string;

  @Field({ description: 'Read by administrators of the platform only.' })
  reason!: string;
}

@InputType()
export class UnblockPersonInput {
  @Field(() => ID)
  personId!: string;
}

@InputType()
export class TakeAwaySecondFactorInput {
  @Field(() => ID)
  personId!: string;

  @Field({ description: 'The person reads it in a mail.' })
  reason!: string;

  @Field({ description: 'Of the viewer; empty where there is none.' })
  password!: string;
}

export const PersonAccessResult = resultUnion('PersonAccessResult', PersonAccessType);
