import { Field, Float, GraphQLISODateTime, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { AnalysedOn } from '@knotenpunkt/network/domain';
import { LocalDateType } from '@knotenpunkt/platform/graphql';
import { NetworkActor, TieGrade } from '../network.graphql';
import type { DayRow } from './measure.repository';
import type { ToldMeasures } from './measures.service';

export enum MeasureOrigin {
  DAY = 'DAY',
  FACTS = 'FACTS',
}
registerEnumType(MeasureOrigin, {
  name: 'MeasureOrigin',
  description: 'Whether it was measured on that day, or found later from what is entered today.',
});

@ObjectType({ description: 'The public network of a region on one day, in numbers.' })
export class NetworkMeasure implements DayRow {
  @Field(() => LocalDateType)
  day!: string;

  @Field(() => MeasureOrigin)
  origin!: 'DAY' | 'FACTS';

  @Field(() => Int)
  actors!: number;

  @Field(() => Int)
  ties!: number;

  @Field(() => Float, { description: 'Ties there are of those there could be, 0 to 1.' })
  density!: number;

  @Field(() => Int, { description: 'Groups of at least two actors with a way between any two of them.' })
  components!: number;

  @Field(() => Float, { description: 'Part of all actors that the largest of them holds, 0 to 1.' })
  largestShare!: number;

  @Field(() => Float, { description: 'Degree centralisation (Freeman 1979), 0 to 1.' })
  centralisation!: number;

  @Field(() => Int, { description: 'Actors without a tie.' })
  isolated!: number;

  @Field(() => Int, { description: 'Ties that began within thirty days.' })
  newTies!: number;

  @Field(() => Int, { description: 'Ties whose strength is less than a quarter of what it was while they ran.' })
  fadedTies!: number;
}

@ObjectType({ description: 'Ties between kinds of actor.' })
export class BenchTies {
  @Field(() => [String])
  kinds!: string[];

  @Field(() => [Int], { description: 'How many actors there are of each kind.' })
  actors!: number[];

  @Field(() => [[Int]], { description: 'How many ties there are between any two kinds; within a kind each counts once.' })
  ties!: number[][];
}

@ObjectType({ description: 'An actor that stands between others.' })
export class Broker {
  @Field(() => NetworkActor)
  actor!: NetworkActor;

  @Field(() => Float, { description: 'Betweenness: the share of all pairs of others whose shortest ways lead over it.' })
  value!: number;
}

@ObjectType({ description: 'The newest measures, with what is kept of the newest day alone.' })
export class NewestMeasure extends NetworkMeasure {
  @Field(() => TieGrade, { description: 'The ties it was measured on.' })
  analysedOn!: AnalysedOn;

  @Field(() => GraphQLISODateTime)
  madeAt!: Date;

  @Field(() => Int, { nullable: true, description: 'From how many actors brokers were estimated; null: from all.' })
  sampled!: number | null;

  @Field(() => BenchTies)
  benches!: BenchTies;

  @Field(() => [Broker], { description: 'At most twenty, the first most.' })
  brokers!: Broker[];

  @Field(() => [NetworkActor], { description: 'Actors without a tie, at most a hundred.' })
  isolatedActors!: NetworkActor[];
}

@ObjectType({ description: 'How far the past is measured.' })
export class MeasuringState {
  @Field(() => Int)
  done!: number;

  @Field(() => Int)
  wanted!: number;
}

@ObjectType({ description: 'What the region’s public network is in numbers, and was.' })
export class NetworkMeasures implements ToldMeasures {
  @Field(() => NewestMeasure, { nullable: true, description: 'Null: nothing was measured yet.' })
  newest!: NewestMeasure | null;

  @Field(() => [NetworkMeasure], { description: 'The earliest first; of more than a year ago one a month, at most a thousand.' })
  days!: NetworkMeasure[];

  @Field(() => MeasuringState, { nullable: true, description: 'Null: all of the past that is wanted is measured.' })
  filling!: MeasuringState | null;
}
