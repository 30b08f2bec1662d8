import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { KeptOwner, Visibility } from '@knotenpunkt/network/domain';
import { LocalDateType, resultUnion } from '@knotenpunkt/platform/graphql';
import { KeptOwnerKind, KeptVisibility, OpenedViewType } from './view.graphql';

@ObjectType('NetworkRound', { description: 'A path through views for a meeting ("Rundgang").' })
export class RoundType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  sentence!: string;

  @Field(() => KeptVisibility)
  visibility!: Visibility;

  @Field(() => KeptOwnerKind)
  ownerKind!: KeptOwner['kind'];

  @Field(() => String, { nullable: true, description: 'Of the organisation it belongs to; persons are not named.' })
  ownerName!: string | null;

  @Field({ description: 'The viewer may change it.' })
  yours!: boolean;

  @Field(() => Int, { description: 'How many views there are on the way that the viewer may open; for who may change it, all of them.' })
  stopCount!: number;

  @Field(() => LocalDateType)
  changedOn!: string;

  @Field(() => Int)
  version!: number;
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
export class SaveNetworkRoundInput {
  @Field(() => ID, { description: 'UUID made by the client, so that a repeated request does nothing twice.' })
  id!: string;

  @Field(() => Int, { description: 'Of the round that is there; 0: none.' })
  expectedVersion!: number;

  @Field(() => KeptOwnerKind, { description: 'Of a new round; a present one stays with whom it is.' })
  ownerKind!: KeptOwner['kind'];

  @Field(() => ID, { nullable: true })
  ownerActorId!: string | null;

  @Field()
  name!: string;

  @Field()
  sentence!: string;

  @Field(() => KeptVisibility)
  visibility!: Visibility;

  @Field(() => [NetworkRoundStopInput], { description: 'In the order they are walked.' })
  stops!: NetworkRoundStopInput[];
}

@InputType()
export class NetworkRoundVersionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

export const RoundResult = resultUnion('NetworkRoundResult', RoundType);
