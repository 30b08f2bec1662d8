import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { resultUnion } from '@knotenpunkt/platform/graphql';
import { KeptType, KeptVersionInput, OpenedViewType, SaveKeptInput } from './view.graphql';

@ObjectType('NetworkRound', { description: 'A path through views for a meeting ("Rundgang").' })
export class RoundType extends KeptType {
  @Field(() => Int, { description: 'How many views there are on the way that the viewer may open; for who may change it, all of them.' })
  stopCount!: number;
}

@ObjectType('NetworkRoundStop')
export class RoundStopType {
  @Field({ description: 'What is said there.' })
  sentence!: string;

  @Field(() => OpenedViewType)
  opened!: OpenedViewType;
}

@ObjectType('OpenedNetworkRound', { description: 'A round with its views, as far as its reader may open them.' })
export class OpenedRoundType {
  @Field(() => RoundType)
  round!: RoundType;

  @Field(() => [RoundStopType])
  stops!: RoundStopType[];
}

@ObjectType('NetworkRounds', { description: 'Rounds one keeps, and those in the list of the region; at most 100 each.' })
export class RoundsType {
  @Field(() => [RoundType])
  mine!: RoundType[];

  @Field(() => [RoundType])
  ofRegion!: RoundType[];
}

@InputType()
export class NetworkRoundStopInput {
  @Field(() => ID)
  viewId!: string;

  @Field()
  sentence!: string;
}

@InputType()
export class SaveNetworkRoundInput extends SaveKeptInput {
  @Field(() => Int, { description: 'Of the round that is there; 0: none.' })
  expectedVersion!: number;

  @Field(() => [NetworkRoundStopInput], { description: 'In the order they are walked.' })
  stops!: NetworkRoundStopInput[];
}

@InputType()
export class NetworkRoundVersionInput extends KeptVersionInput {}

export const RoundResult = resultUnion('NetworkRoundResult', RoundType);
