import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  OUTCOMES,
  SUGGESTION_KINDS,
  type Certainty,
  type DismissalReason,
  type Outcome,
  type SuggestionKind,
} from '@knotenpunkt/matching/domain';
import { enumOf, LocalDateType, resultUnion } from '@knotenpunkt/platform/graphql';
import { ActorKindEnum } from '@knotenpunkt/actors/api';
import type { ActorKind } from '@knotenpunkt/themes/domain';
import { DismissalReasonEnum, MatchCertaintyEnum } from './match.graphql';

const OutcomeEnum = enumOf(OUTCOMES, 'SuggestionOutcome', 'What came of a suggestion, by the farthest that was reached.');
const KindEnum = enumOf(SUGGESTION_KINDS, 'SuggestionKind', 'What was suggested.');
const LearnedStateEnum = enumOf(
  ['SHIPPED', 'LEARNED', 'DISCARDED'],
  'LearnedState',
  'Which weights serve: as shipped, as learned, or as shipped again.',
);

@ObjectType()
export class OutcomeCount {
  @Field(() => OutcomeEnum)
  outcome!: Outcome;

  @Field(() => Int)
  count!: number;
}

@ObjectType()
export class DismissalReasonCount {
  @Field(() => DismissalReasonEnum)
  reason!: DismissalReason;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'Suggestions of one kind of organisation; only kinds with at least five are told.' })
export class OutcomeKindCount {
  @Field(() => ActorKindEnum)
  kind!: ActorKind;

  @Field(() => Int)
  shown!: number;

  @Field(() => Int, { description: 'Of which something came.' })
  came!: number;
}

@ObjectType({ description: 'How far what was said came true.' })
export class SurenessCount {
  @Field(() => MatchCertaintyEnum)
  certainty!: Certainty;

  @Field(() => Int, { description: 'Suggestions called so that somebody answered to.' })
  answered!: number;

  @Field(() => Int)
  came!: number;

  @Field(() => Float, { nullable: true, description: 'Of how many something was expected to come; null where nothing was estimated.' })
  expected!: number | null;
}

@ObjectType({ description: 'What counts more or less than as shipped.' })
export class LearnedChange {
  @Field({ description: 'WORDS, MEANING: certainty of a match by words, or by meanings, too. CLUES: what speaks for two organisations.' })
  part!: string;

  @Field()
  name!: string;

  @Field(() => Float, { description: 'As many times as before.' })
  factor!: number;
}

@ObjectType({ description: 'How many outcomes speak for a match, and how many against one.' })
export class OutcomeSides {
  @Field(() => Int)
  came!: number;

  @Field(() => Int)
  not!: number;
}

@ObjectType({ description: 'How many outcomes are missing until a region learns.' })
export class MissingOutcomes extends OutcomeSides {
  @Field(() => Int)
  outcomes!: number;
}

@ObjectType({ description: 'An organisation says that an outcome is not so.' })
export class OutcomeObjection {
  @Field(() => ID)
  id!: string;

  actorId!: string | null;

  @Field(() => LocalDateType)
  objectedOn!: string;
}

@ObjectType({ description: 'What became of a region’s suggestions, and what was learned from it. Names no pair.' })
export class LearnedFromOutcomes {
  @Field(() => Int, { description: '0: nothing was learned yet.' })
  version!: number;

  @Field(() => LearnedStateEnum)
  state!: string;

  @Field(() => LocalDateType, { nullable: true })
  learnedOn!: string | null;

  @Field(() => OutcomeSides, { nullable: true, description: 'What it was learned from.' })
  learnedFrom!: OutcomeSides | null;

  @Field(() => [LearnedChange], { description: 'The largest first.' })
  changes!: LearnedChange[];

  @Field(() => Float, { nullable: true, description: 'Expected calibration error, measured on outcomes that were not learned from.' })
  calibrationError!: number | null;

  @Field({ description: 'Whether percentages are told: from 200 outcomes on, with an error of at most 0.05.' })
  tellsPercent!: boolean;

  @Field(() => OutcomeSides, { description: 'What can be learned from now.' })
  known!: OutcomeSides;

  @Field(() => MissingOutcomes)
  missing!: MissingOutcomes;

  @Field(() => Int)
  shown!: number;

  @Field(() => Int)
  objected!: number;

  @Field(() => [OutcomeCount])
  outcomes!: OutcomeCount[];

  @Field(() => [DismissalReasonCount])
  reasons!: DismissalReasonCount[];

  @Field(() => [OutcomeKindCount])
  kinds!: OutcomeKindCount[];

  @Field(() => [SurenessCount])
  sureness!: SurenessCount[];

  @Field(() => [OutcomeObjection], { description: 'The newest first, at most twenty.' })
  objections!: OutcomeObjection[];
}

@ObjectType('HeldOutcome', { description: 'A suggestion that names an organisation, as its own people may read it.' })
export class HeldOutcomeType {
  @Field(() => ID)
  id!: string;

  @Field(() => KindEnum)
  kind!: SuggestionKind;

  @Field({ description: 'Whether the other was suggested to it; false: it was suggested.' })
  asked!: boolean;

  otherId!: string | null;

  @Field(() => MatchCertaintyEnum)
  certainty!: Certainty;

  @Field(() => LocalDateType)
  shownOn!: string;

  @Field(() => OutcomeEnum, { nullable: true, description: 'Null: it is the other’s to know.' })
  outcome!: Outcome | null;

  @Field(() => DismissalReasonEnum, { nullable: true })
  reason!: DismissalReason | null;

  @Field(() => LocalDateType, { nullable: true, description: 'Since then it counts for nothing.' })
  objectedOn!: string | null;

  @Field({ description: 'Whether this organisation objected, and may take that back.' })
  objectedHere!: boolean;
}

@InputType()
export class DiscardLearnedInput {
  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class HeldOutcomeInput {
  @Field(() => ID)
  outcomeId!: string;

  @Field(() => ID)
  actorId!: string;
}

export const LearningResult = resultUnion('LearningResult', LearnedFromOutcomes);
export const HeldOutcomeResult = resultUnion('HeldOutcomeResult', HeldOutcomeType);
