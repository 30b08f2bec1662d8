import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MERGE_PARTS, type Actor, type MergePart } from '@knotenpunkt/actors/domain';
import { ActorType } from '@knotenpunkt/actors/api';
import { REFERENCE_KINDS, type ReferenceKind } from '@knotenpunkt/identity/domain';
import { MERGE_ACTIONS, type LikenessReason } from '@knotenpunkt/imports/domain';
import { Connection, enumOf, PageArguments, resultUnion } from '@knotenpunkt/platform/graphql';
import { LikenessEnum } from '../table/import.graphql';

const PartEnum = enumOf(
  MERGE_PARTS,
  'MergePart',
  'A part of an entry between which one chooses when two become one. PLACE is the whole address.',
);
const KindEnum = enumOf(REFERENCE_KINDS, 'ReferenceKind', 'What names an organisation.');
export const MergeActionEnum = enumOf(MERGE_ACTIONS, 'MergeAction', 'What may be done with a merging next.');

@ObjectType('DuplicatePair', { description: 'Two entries that may be the same organisation.' })
export class DuplicatePairType {
  @Field(() => ID)
  firstId!: string;

  @Field(() => ID)
  secondId!: string;

  @Field(() => [LikenessEnum])
  reasons!: LikenessReason[];

  @Field({ description: 'Somebody said that they are two.' })
  rejected!: boolean;
}

@ObjectType('MergeCount', { description: 'How many rows of a kind.' })
export class MergeCountType {
  @Field(() => KindEnum)
  kind!: ReferenceKind;

  @Field(() => Int)
  count!: number;
}

@ObjectType('MovedCount', { description: 'How many rows of a kind went over.' })
export class MovedCountType {
  @Field(() => KindEnum)
  kind!: ReferenceKind;

  @Field(() => Int)
  count!: number;

  @Field(() => Int, { description: 'Were there already, and are kept aside.' })
  setAside!: number;
}

@ObjectType('MergePreview', { description: 'Two entries side by side, before they become one.' })
export class MergePreviewType {
  @Field(() => ActorType)
  kept!: Actor;

  @Field(() => ActorType)
  merged!: Actor;

  @Field(() => [PartEnum], { description: 'Parts in which they differ.' })
  apart!: MergePart[];

  @Field(() => [PartEnum], { description: 'Those of them that are fuller in the entry that is given up.' })
  fuller!: MergePart[];

  @Field(() => [MergeCountType], { description: 'What would go over.' })
  moves!: MergeCountType[];
}

@ObjectType('ActorMerge', { description: 'Two entries that became one.' })
export class ActorMergeType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  keptId!: string;

  @Field(() => ID)
  mergedId!: string;

  @Field({ description: 'As it was called then.' })
  keptName!: string;

  @Field({ description: 'As it was called then.' })
  mergedName!: string;

  @Field(() => [PartEnum], { description: 'What was taken from the entry that was given up.' })
  takes!: MergePart[];

  @Field(() => [MovedCountType])
  moved!: MovedCountType[];

  @Field()
  mergedAt!: Date;

  @Field(() => Date, { nullable: true })
  undoneAt!: Date | null;

  @Field(() => [PartEnum], { description: 'Parts that were changed since, and so did not go back when it was undone.' })
  leftParts!: MergePart[];

  @Field(() => [MergeCountType], { description: 'What was changed since or is gone, and so did not go back when it was undone.' })
  leftKinds!: MergeCountType[];

  @Field(() => Int)
  version!: number;
}

@ObjectType('MergedEntry', { description: 'An entry that became part of this one.' })
export class MergedEntryType {
  @Field({ description: 'As it was called then.' })
  name!: string;

  @Field()
  mergedAt!: Date;
}

@ArgsType()
export class DuplicatePairsArguments extends PageArguments {
  @Field(() => Boolean, { nullable: true, description: 'Those of which somebody said that they are two.' })
  rejected?: boolean | null;
}

@ArgsType()
export class MergePreviewArguments {
  @Field(() => ID)
  firstId!: string;

  @Field(() => ID)
  secondId!: string;

  @Field(() => ID, { nullable: true, description: 'Which of the two stays; without it the one that more speaks for.' })
  keptId?: string | null;
}

@InputType()
export class DuplicatePairInput {
  @Field(() => ID)
  firstId!: string;

  @Field(() => ID)
  secondId!: string;
}

@InputType()
export class MergeActorsInput {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  keptId!: string;

  @Field(() => Int, { description: 'The version of the entry that stays, as it was seen.' })
  keptVersion!: number;

  @Field(() => ID)
  mergedId!: string;

  @Field(() => Int, { description: 'The version of the entry that is given up, as it was seen.' })
  mergedVersion!: number;

  @Field(() => [PartEnum], { description: 'What is taken from the entry that is given up.' })
  takes!: MergePart[];
}

@InputType()
export class UnmergeActorsInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

export const DuplicatePairConnection = Connection('DuplicatePair', DuplicatePairType);
export const ActorMergeConnection = Connection('ActorMerge', ActorMergeType);
export const DuplicatePairResult = resultUnion('DuplicatePairResult', DuplicatePairType);
export const ActorMergeResult = resultUnion('ActorMergeResult', ActorMergeType);
