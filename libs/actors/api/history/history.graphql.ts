import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Direction } from '@knotenpunkt/actors/domain';
import { Connection, LocalDateType, PageArguments } from '@knotenpunkt/platform/graphql';
import { EntryDirectionEnum } from '../actor.graphql';

@ObjectType('KeptVersion', { description: 'A version of a Steckbrief, an offer or a need.' })
export class KeptVersionType {
  @Field(() => Int)
  version!: number;

  @Field(() => GraphQLISODateTime, { nullable: true })
  at!: Date | null;

  @Field({ description: 'The act that made it: `actor.profileUpdated`.' })
  act!: string;

  @Field(() => String, { nullable: true, description: 'Who acted; null: nobody with an account, or it is not known.' })
  personName!: string | null;

  @Field(() => [String], { description: 'The parts in which it differs from the version before it.' })
  changed!: string[];
}

@ObjectType({ description: 'A part of a Steckbrief, an offer or a need in two versions.' })
export class ComparedFieldType {
  @Field()
  field!: string;

  @Field(() => [String], { description: 'One value for a text, several for a list, none where nothing was said.' })
  before!: string[];

  @Field(() => [String])
  after!: string[];
}

@ObjectType('KeptEntry', { description: 'An offer or a need that an organisation has, or had.' })
export class KeptEntryType {
  @Field(() => ID)
  id!: string;

  @Field(() => EntryDirectionEnum)
  direction!: Direction;

  @Field()
  title!: string;

  @Field()
  withdrawn!: boolean;

  @Field(() => LocalDateType, { nullable: true, description: 'Its last day; null: it has none.' })
  untilOn!: string | null;
}

@ArgsType()
export class KeptVersionArguments extends PageArguments {
  @Field(() => ID)
  actorId!: string;

  @Field(() => ID, { nullable: true, description: 'Of an offer or a need; left out: of the Steckbrief.' })
  entryId?: string | null;
}

@InputType()
export class RestoreProfileVersionInput {
  @Field(() => ID)
  actorId!: string;

  @Field(() => Int, { description: 'Whose words are written again.' })
  version!: number;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class RestoreEntryVersionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'Whose words are written again.' })
  version!: number;

  @Field(() => Int)
  expectedVersion!: number;
}

export const KeptVersionConnection = Connection('KeptVersion', KeptVersionType);
