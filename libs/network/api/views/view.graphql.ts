import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { OWNER_KINDS, VISIBILITIES, type KeptOwner, type Visibility } from '@knotenpunkt/network/domain';
import { enumOf, LocalDateType, resultUnion } from '@knotenpunkt/platform/graphql';

export const KeptOwnerKind = enumOf(
  OWNER_KINDS,
  'KeptOwnerKind',
  'To whom something kept belongs: to a person, an organisation, or the region.',
);
export const KeptVisibility = enumOf(
  VISIBILITIES,
  'KeptVisibility',
  'Who sees something kept: its owner, everybody who has the link, or everybody in the list of the region.',
);

/** What is said of everything kept, whatever it shows. */
@ObjectType({ isAbstract: true })
export abstract class KeptType {
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

  @Field(() => LocalDateType)
  changedOn!: string;

  @Field(() => Int)
  version!: number;
}

@ObjectType('SavedNetworkView', { description: 'A view of the network that was kept, without what it shows.' })
export class SavedViewType extends KeptType {
  @Field(() => ID, { nullable: true })
  ownerActorId!: string | null;

  @Field(() => LocalDateType)
  keptOn!: string;

  @Field({ description: 'Put away: only its owner opens it.' })
  archived!: boolean;
}

/** Which part is seen, as it is told and as it is sent. */
@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
abstract class Frame {
  @Field(() => Float)
  x!: number;

  @Field(() => Float)
  y!: number;

  @Field(() => Float)
  zoom!: number;
}

@ObjectType('NetworkFrame', { description: 'Which part of the ground is seen.' })
export class FrameType extends Frame {}

@InputType('NetworkFrameInput')
class FrameInput extends Frame {}

/** Where an actor was put, as it is told and as it is sent. */
@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
abstract class Place {
  @Field(() => ID)
  actorId!: string;

  @Field(() => Float)
  x!: number;

  @Field(() => Float)
  y!: number;
}

@ObjectType('NetworkPlace', { description: 'An actor that was moved by hand.' })
export class PlaceType extends Place {}

@InputType('NetworkPlaceInput')
class PlaceInput extends Place {}

@ObjectType('PinnedActor', { description: 'The actor a note stands at.' })
export class PinnedActorType {
  @Field(() => ID)
  id!: string;

  @Field()
  label!: string;

  @Field()
  slug!: string;
}

@ObjectType('PinnedNetworkNote', { description: 'A sentence at an actor, within a view.' })
export class PinnedNoteType {
  @Field(() => PinnedActorType)
  actor!: PinnedActorType;

  @Field()
  text!: string;
}

@ObjectType('OpenedNetworkView', {
  description: 'A view with what it shows, by the right of who reads it: actors that are hidden from the reader are missing in it.',
})
export class OpenedViewType {
  @Field(() => SavedViewType)
  view!: SavedViewType;

  @Field({ description: 'The value of the view as JSON, as the address of the network says it.' })
  value!: string;

  @Field(() => FrameType, { nullable: true })
  frame!: FrameType | null;

  @Field(() => [PlaceType])
  places!: PlaceType[];

  @Field(() => [PinnedNoteType])
  notes!: PinnedNoteType[];
}

@ObjectType('SavedNetworkViews', { description: 'Views one keeps, and those in the list of the region; at most 200 each.' })
export class SavedViewsType {
  @Field(() => [SavedViewType], { description: 'For oneself and for those one acts for; what was put away comes last.' })
  mine!: SavedViewType[];

  @Field(() => [SavedViewType])
  ofRegion!: SavedViewType[];
}

@InputType('PinnedNoteInput')
class PinnedNoteInput {
  @Field(() => ID)
  actorId!: string;

  @Field()
  text!: string;
}

@InputType()
export class NetworkViewContentInput {
  @Field({ description: 'The value of the view as JSON; what it does not say is as at first.' })
  value!: string;

  @Field(() => FrameInput, { nullable: true })
  frame!: FrameInput | null;

  @Field(() => [PlaceInput])
  places!: PlaceInput[];

  @Field(() => [PinnedNoteInput])
  notes!: PinnedNoteInput[];
}

/** What is said of something when it is kept. */
@InputType({ isAbstract: true })
export abstract class SaveKeptInput {
  @Field(() => ID, { description: 'UUID made by the client, so that a repeated request does nothing twice.' })
  id!: string;

  @Field(() => KeptOwnerKind, { description: 'Of something new; what is there stays with whom it is.' })
  ownerKind!: KeptOwner['kind'];

  @Field(() => ID, { nullable: true, description: 'Where it belongs to an organisation.' })
  ownerActorId!: string | null;

  @Field()
  name!: string;

  @Field()
  sentence!: string;

  @Field(() => KeptVisibility)
  visibility!: Visibility;
}

/** Names the state of something kept that the viewer has before them. */
@InputType({ isAbstract: true })
export abstract class KeptVersionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class SaveNetworkViewInput extends SaveKeptInput {
  @Field(() => NetworkViewContentInput)
  content!: NetworkViewContentInput;
}

@InputType()
export class NetworkViewVersionInput extends KeptVersionInput {}

@InputType()
export class ChangeNetworkViewInput extends NetworkViewVersionInput {
  @Field(() => NetworkViewContentInput)
  content!: NetworkViewContentInput;
}

@InputType()
export class RenameNetworkViewInput extends NetworkViewVersionInput {
  @Field()
  name!: string;

  @Field()
  sentence!: string;
}

@InputType()
export class ShareNetworkViewInput extends NetworkViewVersionInput {
  @Field(() => KeptVisibility)
  visibility!: Visibility;
}

export const SavedViewResult = resultUnion('SavedNetworkViewResult', SavedViewType);
