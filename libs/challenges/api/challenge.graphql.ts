import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ActorKindEnum } from '@knotenpunkt/actors/api';
import { CHALLENGE_ORIGINS, CHALLENGE_STATES, type ChallengeOrigin, type ChallengeState } from '@knotenpunkt/challenges/domain';
import { Connection, enumOf, LocalDateType, PageArguments, resultUnion } from '@knotenpunkt/platform/graphql';
import type { ActorKind } from '@knotenpunkt/themes/domain';

export const ChallengeStateEnum = enumOf(
  CHALLENGE_STATES,
  'ChallengeState',
  'PROPOSED and REFUSED are seen by the organisation that asks and by coordinators only.',
);
export const ChallengeOriginEnum = enumOf(CHALLENGE_ORIGINS, 'ChallengeOrigin', 'EDITORIAL: asked by nobody in particular.');

@ObjectType({ description: 'The actors of one kind that are wanted at the table.' })
export class WantedBenchType {
  @Field(() => ActorKindEnum)
  kind!: ActorKind;

  @Field(() => Int, { description: 'So many at least.' })
  minimum!: number;
}

@ObjectType('Challenge', { description: 'The question an alliance is formed for. Texts that were never given are empty.' })
export class ChallengeType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'Part of the address `/herausforderungen/<slug>`; stays when the question changes.' })
  slug!: string;

  @Field({ description: 'One sentence.' })
  question!: string;

  @Field()
  context!: string;

  @Field({ description: 'Whom it concerns, in words.' })
  concerns!: string;

  @Field(() => ID, { nullable: true })
  askedById!: string | null;

  @Field(() => [String], { description: 'Ids of themes.' })
  themes!: string[];

  @Field(() => [String], { description: 'Ids of competences.' })
  competences!: string[];

  @Field(() => [WantedBenchType])
  benches!: WantedBenchType[];

  @Field(() => LocalDateType, { nullable: true, description: 'By when an answer is needed; null: nobody says.' })
  untilOn!: string | null;

  @Field(() => ChallengeStateEnum)
  state!: ChallengeState;

  @Field(() => ChallengeOriginEnum)
  origin!: ChallengeOrigin;

  @Field({ description: 'Why it was refused; empty otherwise.' })
  refusalReason!: string;

  @Field(() => LocalDateType, { nullable: true })
  publishedOn!: string | null;

  @Field(() => LocalDateType, { nullable: true })
  closedOn!: string | null;

  @Field(() => Int)
  version!: number;
}

@InputType()
export class ChallengeFilterInput {
  @Field(() => String, { nullable: true })
  search?: string | null;

  @Field(() => [ChallengeStateEnum], { nullable: true })
  states?: ChallengeState[] | null;

  @Field(() => [String], { nullable: true, description: 'Ids of themes, one of which it has.' })
  themes?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those no alliance has been formed for.' })
  withoutAlliance?: boolean | null;
}

@ArgsType()
export class ChallengePageArguments extends PageArguments {
  @Field(() => ChallengeFilterInput, { nullable: true })
  filter?: ChallengeFilterInput | null;
}

@InputType()
export class WantedBenchInput {
  @Field(() => ActorKindEnum)
  kind!: ActorKind;

  @Field(() => Int)
  minimum!: number;
}

@InputType()
class ChallengeTextInput {
  @Field({ description: 'One sentence.' })
  question!: string;

  @Field({ defaultValue: '' })
  context!: string;

  @Field({ defaultValue: '' })
  concerns!: string;

  @Field(() => [String], { defaultValue: [] })
  themes!: string[];

  @Field(() => [String], { defaultValue: [] })
  competences!: string[];

  @Field(() => [WantedBenchInput], { defaultValue: [] })
  benches!: WantedBenchInput[];

  @Field(() => LocalDateType, { nullable: true })
  untilOn?: string | null;
}

@InputType()
export class ProposeChallengeInput extends ChallengeTextInput {
  @Field(() => ID, { description: 'UUID made by the client, so that a repeated request does nothing twice.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'Who asks; null: an editorial question, for coordinators.' })
  askedById?: string | null;
}

@InputType()
export class ChangeChallengeInput extends ChallengeTextInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class ChallengeVersionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class RefuseChallengeInput extends ChallengeVersionInput {
  @Field({ description: 'Why. Read by the organisation that asks.' })
  reason!: string;
}

export const ChallengeConnection = Connection('Challenge', ChallengeType);
export const ChallengeResult = resultUnion('ChallengeResult', ChallengeType);
