import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { GRADES, type Grade } from '@knotenpunkt/kernel';
import { enumOf, LocalDateType } from '@knotenpunkt/platform/graphql';
import { PHASES, type Phase } from './columns/stored-network';
import type { ToldTie } from './closer/tie-teller.service';
import type { ToldPaths, ToldSurroundings } from './ties.service';

/** How well a tie is founded, as an enum of the schema. */
export const TieGrade = enumOf(
  GRADES,
  'TieGrade',
  'How well a tie is founded: accepted by both sides, said by one, or met at an event that was held.',
);

@ObjectType({ description: 'An actor as the network shows it.' })
export class NetworkActor {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field({ description: 'The short name, else the name.' })
  label!: string;

  @Field()
  slug!: string;

  @Field({ description: 'Kind of actor, for example `COMPANY`.' })
  kind!: string;

  @Field(() => [String])
  themes!: string[];

  @Field(() => String, { nullable: true })
  summary!: string | null;

  @Field(() => String, { nullable: true })
  city!: string | null;
}

@ObjectType('TieReason', { description: 'One thing two actors share, from which they are tied.' })
export class TieReasonType {
  @Field({ description: 'Initiative, Alliance, Event, Challenge; Actor for a network or body, or for what one side declared.' })
  nodeType!: string;

  @Field(() => ID)
  nodeId!: string;

  @Field({ description: 'Said by one of the two; nothing is shared.' })
  declared!: boolean;

  @Field(() => String, { nullable: true, description: 'Its title, or what was said.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the address of its page, where it has one.' })
  slug!: string | null;

  @Field(() => String, { nullable: true, description: 'The public register it was taken from, where it was not entered here.' })
  sourceNote!: string | null;

  @Field(() => String, { nullable: true })
  roleA!: string | null;

  @Field(() => String, { nullable: true })
  roleB!: string | null;

  @Field(() => TieGrade)
  grade!: Grade;

  @Field(() => LocalDateType)
  since!: string;

  @Field(() => LocalDateType, { nullable: true })
  until!: string | null;

  @Field(() => Float)
  strength!: number;

  @Field(() => Float, { description: 'How strong it was while it ran.' })
  runningStrength!: number;

  @Field(() => Float, { description: 'The part of that which it has lost since it ended: 0 to 1.' })
  fadedBy!: number;
}

@ObjectType({ description: 'A tie between two actors with everything it comes from, strongest first.' })
export class NetworkTie implements ToldTie {
  @Field(() => NetworkActor)
  a!: NetworkActor;

  @Field(() => NetworkActor)
  b!: NetworkActor;

  @Field(() => TieGrade, { description: 'The best of its reasons.' })
  grade!: Grade;

  @Field(() => LocalDateType)
  since!: string;

  @Field(() => Float, { description: 'Sum of w/(n−1) over what both share (Newman 2001), faded by age.' })
  strength!: number;

  @Field(() => Float, { description: 'How strong it was while all of it ran.' })
  runningStrength!: number;

  @Field(() => Float, { description: 'The part of that which it has lost since: 0 to 1.' })
  fadedBy!: number;

  @Field(() => [TieReasonType])
  reasons!: TieReasonType[];
}

@ObjectType()
export class NetworkNode {
  @Field(() => NetworkActor)
  actor!: NetworkActor;

  @Field(() => Int, { description: 'Number of ties from the actor asked about.' })
  distance!: number;
}

@ObjectType({ description: 'Whom an actor is tied to.' })
export class NetworkSurroundings implements ToldSurroundings {
  @Field(() => NetworkActor)
  actor!: NetworkActor;

  @Field(() => [NetworkNode], { description: 'Nearest first, then strongest; the actor itself among them.' })
  nodes!: NetworkNode[];

  @Field(() => [NetworkTie])
  ties!: NetworkTie[];

  @Field({ description: 'True when there were too many to tell them all.' })
  truncated!: boolean;
}

@ObjectType({ description: 'The shortest ways from one actor to another.' })
export class NetworkPaths implements ToldPaths {
  @Field(() => Int, { nullable: true, description: 'Number of ties; null when there is no way.' })
  length!: number | null;

  @Field(() => Int, { description: 'How many shortest ways there are; where there are billions, the largest number that fits.' })
  count!: number;

  @Field(() => Float, { description: 'How many shortest ways there are, however many.' })
  exactCount!: number;

  @Field(() => [[ID]], { description: 'At most fifty, strongest first, as ids of actors from end to end.' })
  paths!: string[][];

  @Field(() => [NetworkActor])
  actors!: NetworkActor[];

  @Field(() => [NetworkTie], { description: 'Every tie on these ways.' })
  ties!: NetworkTie[];
}

/** What is being done for a new snapshot, as an enum of the schema. */
export const NetworkPhase = enumOf(
  PHASES,
  'NetworkPhase',
  'For a new snapshot facts are read, ties derived, places found, columns packed.',
);

@ObjectType({ description: 'How far a new snapshot of the network is.' })
export class NetworkProgress {
  @Field(() => NetworkPhase)
  phase!: Phase;

  @Field(() => Float, { description: 'How much of this step is done, 0 to 1.' })
  part!: number;
}

@ObjectType('NetworkState', { description: 'Which state of the region’s network there is to fetch.' })
export class NetworkStateType {
  @Field(() => Int, { description: 'Version of the data that it shows.' })
  seq!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Where the whole network lies as packed columns; one address has one content. Null while the first is made.',
  })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'Where what is seen first lies: communities and the most tied actors.' })
  regionsAddress!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it lies what the ties come from, to draw any past day.' })
  pastAddress!: string | null;

  @Field(() => String, { nullable: true, description: 'Where what is different since lies; null: nothing is.' })
  deltaAddress!: string | null;

  @Field(() => NetworkProgress, {
    nullable: true,
    description: 'How far the first snapshot is; null: there is one, or none is being made.',
  })
  progress!: NetworkProgress | null;

  @Field(() => TieGrade, { description: 'The ties on which communities and places were computed.' })
  analysedOn!: Grade;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When communities and places were computed.' })
  madeAt!: Date | null;

  @Field(() => LocalDateType, { description: 'The day whose state it describes.' })
  asOf!: string;
}

@ObjectType('GraphState', { description: 'Whether the graph holds what Postgres says.' })
export class GraphStateType {
  @Field(() => Int, { description: 'The version the graph stands at.' })
  seq!: number;

  @Field(() => Int, { description: 'The newest version in Postgres.' })
  newestSeq!: number;

  @Field({ description: 'Compared by a hash over all facts.' })
  equal!: boolean;
}
