import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Grade } from '@knotenpunkt/kernel';
import { LocalDateType } from '@knotenpunkt/platform/graphql';
import { NetworkActor, NetworkTie, TieGrade } from '../network.graphql';
import type { ToldCommonGround } from './common-ground.service';

@ObjectType({ description: 'Something two or more of the actors take part in at the same time.' })
export class SharedThing {
  @Field({ description: 'Initiative, Alliance, Event, Challenge; Actor for a network or body.' })
  nodeType!: string;

  @Field(() => ID)
  nodeId!: string;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the address of its page, where it has one.' })
  slug!: string | null;

  @Field(() => String, { nullable: true, description: 'The public register it was taken from, where it was not entered here.' })
  sourceNote!: string | null;

  @Field(() => [ID], { description: 'Which of the actors.' })
  actorIds!: string[];

  @Field(() => TieGrade)
  grade!: Grade;

  @Field(() => LocalDateType, { description: 'Since when two of them do.' })
  since!: string;

  @Field(() => LocalDateType, { nullable: true })
  until!: string | null;
}

@ObjectType({ description: 'A theme that two or more of the actors have.' })
export class SharedTheme {
  @Field()
  theme!: string;

  @Field(() => [ID])
  actorIds!: string[];
}

@ObjectType({ description: 'Somebody tied to two or more of the actors.' })
export class CommonNeighbour {
  @Field(() => NetworkActor)
  actor!: NetworkActor;

  @Field(() => Int, { description: 'To how many of them.' })
  tiedTo!: number;

  @Field(() => [NetworkTie], { description: 'The ties to them, told from its side.' })
  ties!: NetworkTie[];
}

@ObjectType('CommonGround', { description: 'What several actors have in common.' })
export class CommonGroundType implements ToldCommonGround {
  @Field(() => [NetworkActor], { description: 'Those asked about that are to be seen, in their order; at most eight.' })
  actors!: NetworkActor[];

  @Field(() => [SharedThing], { description: 'What most of them share first.' })
  shared!: SharedThing[];

  @Field(() => [SharedTheme])
  themes!: SharedTheme[];

  @Field(() => [NetworkTie], { description: 'The ties among them.' })
  ties!: NetworkTie[];

  @Field(() => [CommonNeighbour], { description: 'Who is tied to the most of them first; at most thirty.' })
  neighbours!: CommonNeighbour[];

  @Field(() => Int, { description: 'How many are tied to two of them or more.' })
  neighbourCount!: number;

  @Field(() => Int, { description: 'How many are tied to every one of them.' })
  tiedToAllCount!: number;
}
