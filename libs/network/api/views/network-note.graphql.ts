import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateType, resultUnion } from '@knotenpunkt/platform/graphql';

@ObjectType('NetworkNote', {
  description: 'What the coordination notes on an organisation, or on a tie between two. Read by the coordination and by those concerned.',
})
export class NetworkNoteType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  actorId!: string;

  @Field(() => ID, { nullable: true, description: 'The other end, where it is about a tie.' })
  otherId!: string | null;

  @Field()
  text!: string;

  @Field(() => LocalDateType)
  writtenOn!: string;

  @Field(() => Int)
  version!: number;
}

@InputType()
export class WriteNetworkNoteInput {
  @Field(() => ID, { description: 'UUID made by the client, so that a repeated request does nothing twice.' })
  id!: string;

  @Field(() => Int, { description: 'Of the note that is there; 0: none.' })
  expectedVersion!: number;

  @Field(() => ID)
  actorId!: string;

  @Field(() => ID, { nullable: true, description: 'The other end, where it is about a tie.' })
  otherId!: string | null;

  @Field()
  text!: string;
}

@InputType()
export class NetworkNoteVersionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

export const NetworkNoteResult = resultUnion('NetworkNoteResult', NetworkNoteType);
