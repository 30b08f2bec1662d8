import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  SUCCESSION_ACTIONS,
  SUCCESSION_SIDES,
  SUCCESSION_STATES,
  type Moved,
  type SuccessionSide,
  type SuccessionState,
} from '@knotenpunkt/imports/domain';
import { Connection, enumOf, LocalDateType, resultUnion } from '@knotenpunkt/platform/graphql';
import { MergeCountType, MovedCountType } from '../merging/merge.graphql';

const StateEnum = enumOf(
  SUCCESSION_STATES,
  'SuccessionState',
  'PROPOSED until somebody decides; DONE: one became part of the other; UNDONE: taken back.',
);
const SideEnum = enumOf(SUCCESSION_SIDES, 'SuccessionSide', 'For whom somebody speaks: one of the two organisations, or the coordination.');
export const SuccessionActionEnum = enumOf(SUCCESSION_ACTIONS, 'SuccessionAction', 'What may be done with a succession next.');

@ObjectType('Succession', { description: 'A real organisation that became part of another, or is to: a merger, not two entries of one.' })
export class SuccessionType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  predecessorId!: string;

  @Field(() => ID)
  successorId!: string;

  @Field({ description: 'As it was called when it was proposed.' })
  predecessorName!: string;

  @Field({ description: 'As it was called when it was proposed.' })
  successorName!: string;

  @Field(() => LocalDateType, { description: 'The first day on which the one is part of the other.' })
  sinceOn!: string;

  @Field({ description: 'What whoever proposed it says of it.' })
  note!: string;

  @Field(() => SideEnum)
  proposedBy!: SuccessionSide;

  @Field(() => LocalDateType)
  proposedOn!: string;

  @Field(() => LocalDateType, { nullable: true })
  predecessorAgreedOn!: string | null;

  @Field(() => LocalDateType, { nullable: true })
  successorAgreedOn!: string | null;

  @Field(() => StateEnum)
  state!: SuccessionState;

  @Field({ description: 'Why it was done without the word of both, or not done.' })
  ground!: string;

  @Field(() => LocalDateType, { nullable: true })
  decidedOn!: string | null;

  @Field(() => [MovedCountType], { description: 'What went over.' })
  moved!: Moved[];

  @Field(() => [MergeCountType], { description: 'What was changed since or is gone, and so did not go back when it was undone.' })
  leftKinds!: MergeCountType[];

  @Field(() => Int)
  version!: number;
}

@ObjectType('ActorSuccession', { description: 'What everybody may know of an organisation that became part of another.' })
export class ActorSuccessionType {
  @Field(() => ID)
  predecessorId!: string;

  @Field(() => ID)
  successorId!: string;

  @Field(() => LocalDateType, { description: 'The first day on which the one is part of the other.' })
  sinceOn!: string;
}

@ArgsType()
export class SuccessionPreviewArguments {
  @Field(() => ID)
  predecessorId!: string;

  @Field(() => ID)
  successorId!: string;

  @Field(() => LocalDateType, { nullable: true, description: 'The first day on which the one is part of the other; without it today.' })
  sinceOn?: string | null;
}

@InputType()
export class ProposeSuccessionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { description: 'The organisation that became part of the other.' })
  predecessorId!: string;

  @Field(() => ID)
  successorId!: string;

  @Field(() => LocalDateType, { description: 'The first day on which the one is part of the other; not in the future.' })
  sinceOn!: string;

  @Field({ description: 'What those who decide should know.' })
  note!: string;
}

@InputType()
export class SuccessionVersionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class DeclineSuccessionInput extends SuccessionVersionInput {
  @Field({ description: 'Read by those who proposed it; whoever takes back their own need not say.' })
  reason!: string;
}

@InputType()
export class ConfirmSuccessionInput extends SuccessionVersionInput {
  @Field({ description: 'How the coordination knows; needed where not both have agreed.' })
  ground!: string;
}

export const SuccessionConnection = Connection('Succession', SuccessionType);
export const SuccessionResult = resultUnion('SuccessionResult', SuccessionType);
