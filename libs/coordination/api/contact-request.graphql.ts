import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { CONTACT_STATES } from '@knotenpunkt/coordination/domain';
import { enumOf, resultUnion } from '@knotenpunkt/platform/graphql';

const ContactStateEnum = enumOf(CONTACT_STATES, 'ContactState', 'What became of a contact somebody asked for.');

@ObjectType('ContactRequest', {
  description: 'Somebody asks an organisation for a contact. Seen by that organisation and the coordination only.',
})
export class ContactRequestType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  toActorId!: string;

  @Field()
  name!: string;

  @Field()
  email!: string;

  @Field()
  organisation!: string;

  @Field()
  message!: string;

  @Field(() => ContactStateEnum)
  state!: string;

  @Field(() => Int)
  version!: number;

  @Field()
  createdAt!: Date;
}

@ObjectType({ description: 'The request was sent. What it says is not repeated here: the answer goes to whoever asked, known or not.' })
export class ContactAsked {
  @Field(() => ID)
  id!: string;
}

@InputType()
export class RequestContactInput {
  @Field(() => ID, { description: 'UUID made by the client, so that a repeated request does nothing twice.' })
  id!: string;

  @Field(() => ID)
  toActorId!: string;

  @Field()
  name!: string;

  @Field()
  email!: string;

  @Field()
  organisation!: string;

  @Field({ defaultValue: '' })
  message!: string;

  @Field(() => ID, { nullable: true, description: 'The organisation of the viewer it was suggested to; that it asked is remembered.' })
  fromActorId?: string | null;
}

@InputType()
export class DecideContactInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

export const RequestContactResult = resultUnion('RequestContactResult', ContactAsked);
export const DecideContactResult = resultUnion('DecideContactResult', ContactRequestType);
