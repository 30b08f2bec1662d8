import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { STALL_KINDS, WAITING_SUBJECTS, type StallKind, type WaitingSubjectType } from '@knotenpunkt/coordination/domain';
import { enumOf } from '@knotenpunkt/platform/graphql';

const StallKindEnum = enumOf(STALL_KINDS, 'StallKind', 'In which way something stalls.');
export const WaitingSubjectEnum = enumOf(WAITING_SUBJECTS, 'WaitingSubject', 'What it is about.');

@ObjectType('Stall', { description: 'Something that stalls, told in one sentence.' })
export class StallType {
  @Field({ description: 'Stable name of it.' })
  key!: string;

  @Field(() => StallKindEnum)
  kind!: StallKind;

  @Field(() => Int, { description: 'For how long.' })
  days!: number;

  @Field(() => WaitingSubjectEnum)
  subjectType!: WaitingSubjectType;

  @Field(() => ID)
  subjectId!: string;

  @Field()
  title!: string;

  @Field(() => String, { nullable: true, description: 'Part of its address, where it has a page.' })
  slug!: string | null;

  @Field({ description: 'The organisation it lies with; empty where it is not one.' })
  actorName!: string;

  @Field(() => Int, { description: 'How many invitations, silent members or Zusagen.' })
  count!: number;

  @Field(() => Int, { description: 'Of how many who are asked.' })
  of!: number;

  @Field(() => [String], { description: 'Keys of what waits: whom one can write to about it.' })
  waiting!: string[];
}

@ObjectType({ description: 'Chairs that are empty on a bench.' })
export class EmptyBenchType {
  @Field()
  kind!: string;

  @Field(() => Int)
  chairs!: number;

  @Field(() => Int)
  alliances!: number;
}

@ObjectType({ description: 'Where somebody is missing, over all alliances that are being formed or at work.' })
export class EmptyChairsType {
  @Field(() => Int)
  alliances!: number;

  @Field(() => [EmptyBenchType])
  benches!: EmptyBenchType[];
}
