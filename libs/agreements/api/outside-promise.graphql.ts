import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { OUTSIDE_ACTIONS, OUTSIDE_STATES, type OutsideState, type OutsideWay } from '@knotenpunkt/agreements/domain';
import { enumOf, LocalDateType, resultUnion } from '@knotenpunkt/platform/graphql';
import { CommitmentPurpose, OutsideWayEnum } from './agreements.graphql';

export const OutsideStateEnum = enumOf(
  OUTSIDE_STATES,
  'OutsidePromiseState',
  'WAITING: the organisation has said nothing, and it counts for nothing. CONFIRMED: it is a commitment now.',
);
export const OutsideActionEnum = enumOf(
  OUTSIDE_ACTIONS,
  'OutsidePromiseAction',
  'What the viewer may do with what was promised elsewhere.',
);

@ObjectType('OutsidePromise', {
  description: 'What an organisation is said to have promised outside this platform. No commitment until it confirms.',
})
export class OutsidePromiseType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  actorId!: string;

  @Field(() => CommitmentPurpose)
  purpose!: CommitmentPurpose;

  @Field()
  text!: string;

  @Field(() => LocalDateType)
  dueOn!: string;

  @Field(() => OutsideWayEnum)
  way!: OutsideWay;

  @Field(() => LocalDateType, { description: 'When it was said.' })
  saidOn!: string;

  @Field({ description: 'Who said it: for the organisation and the coordination, until it is decided; empty otherwise.' })
  saidBy!: string;

  @Field({ description: 'What shows it: for the organisation and the coordination, until it is decided; empty otherwise.' })
  proof!: string;

  @Field(() => OutsideStateEnum)
  state!: OutsideState;

  @Field(() => LocalDateType)
  enteredOn!: string;

  @Field(() => LocalDateType, { description: 'The last day for an answer.' })
  answerBy!: string;

  @Field(() => LocalDateType, { nullable: true, description: 'When the one reminder went out.' })
  remindedOn!: string | null;

  @Field(() => LocalDateType, { nullable: true })
  decidedOn!: string | null;

  @Field({ description: 'What the organisation says against it: for itself and the coordination; empty otherwise.' })
  objection!: string;

  @Field(() => Int)
  version!: number;
}

@ArgsType()
export class OutsidePromiseArguments {
  @Field(() => ID, { nullable: true, description: 'Only what is for this.' })
  purposeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only of this organisation.' })
  actorId?: string | null;
}

export const OutsidePromiseResult = resultUnion('OutsidePromiseResult', OutsidePromiseType);

@InputType()
export class EnterOutsidePromiseInput {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { description: 'Who promised.' })
  actorId!: string;

  @Field(() => ID, { description: 'For which Vorhaben or alliance in which it takes part.' })
  purposeId!: string;

  @Field({ description: 'What, at most 200 characters.' })
  text!: string;

  @Field(() => LocalDateType, { description: 'Until when.' })
  dueOn!: string;

  @Field(() => OutsideWayEnum)
  way!: OutsideWay;

  @Field(() => LocalDateType, { description: 'When it was said; not in the future.' })
  saidOn!: string;

  @Field({ description: 'Who said it: a function is enough; at most 120 characters.' })
  saidBy!: string;

  @Field({ description: 'What shows it, in words; at most 300 characters.' })
  proof!: string;
}

@InputType()
export class OutsidePromiseInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class ObjectToOutsidePromiseInput extends OutsidePromiseInput {
  @Field(() => String, { nullable: true, description: 'What is not so, if the organisation likes to say.' })
  objection?: string | null;
}
