import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { ThreadSubjectType } from '@knotenpunkt/coordination/domain';
import { LocalDateType } from '@knotenpunkt/platform/graphql';
import { ThreadSubjectEnum } from './thread.graphql';

@InputType()
export class ThreadSubjectInput {
  @Field(() => ThreadSubjectEnum)
  type!: ThreadSubjectType;

  @Field(() => ID)
  id!: string;
}

@InputType()
export class ThreadVersionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
class ThreadPlanInput {
  @Field({ description: 'What it is about, in one line.' })
  title!: string;

  @Field(() => [ID], { description: 'Organisations concerned; they can read the thread.' })
  actorIds!: string[];

  @Field({ description: 'May be empty.' })
  nextStep!: string;

  @Field(() => ID, { nullable: true, description: 'The organisation the next step is about.' })
  stepActorId?: string | null;

  @Field(() => LocalDateType, { nullable: true })
  followUpOn?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who has it in hand: a coordinator of the region.' })
  ownerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Vertretung: another coordinator.' })
  deputyId?: string | null;
}

@InputType()
export class OpenThreadInput extends ThreadPlanInput {
  @Field(() => ID, { description: 'UUID made by the client, so that a repeated request does nothing twice.' })
  id!: string;

  @Field(() => ThreadSubjectInput, { nullable: true })
  subject?: ThreadSubjectInput | null;
}

@InputType()
export class PlanThreadInput extends ThreadPlanInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class PostponeThreadInput extends ThreadVersionInput {
  @Field(() => LocalDateType, { description: 'Later than today.' })
  followUpOn!: string;
}

@InputType()
export class CompleteThreadInput extends ThreadVersionInput {
  @Field({ description: 'What came of it, in one sentence.' })
  closing!: string;
}

@InputType()
export class CorrectThreadInput {
  @Field(() => ID)
  threadId!: string;

  @Field(() => ID, { description: 'The organisation that says it.' })
  actorId!: string;

  @Field()
  text!: string;
}

@InputType()
export class NoteCorrectionInput {
  @Field(() => ID)
  threadId!: string;

  @Field(() => ID)
  actorId!: string;

  @Field(() => Int, { description: 'Of the correction that was read.' })
  expectedVersion!: number;
}
