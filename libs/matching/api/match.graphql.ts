import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ActorKindEnum } from '@knotenpunkt/actors/api';
import { CERTAINTIES, DISMISSAL_REASONS, type Certainty, type DismissalReason } from '@knotenpunkt/matching/domain';
import { HISTORY_STATES } from './history.service';
import { enumOf, LocalDateType, Refused, resultUnion } from '@knotenpunkt/platform/graphql';
import type { ActorKind } from '@knotenpunkt/themes/domain';

export const MatchCertaintyEnum = enumOf(CERTAINTIES, 'MatchCertainty', 'How well founded a suggestion is; less is not suggested.');
export const SharedHistoryEnum = enumOf(
  HISTORY_STATES,
  'SharedHistory',
  'Whether what was done together in a region tells who fits whom: it does, too little of it to do better than partners in common, or it is being read.',
);
export const DismissalReasonEnum = enumOf(
  DISMISSAL_REASONS,
  'DismissalReason',
  'Why a suggestion is put away; LATER comes back by itself.',
);
export const LineDirectionEnum = enumOf(['NEED', 'OFFER'], 'LineDirection', 'Whether a line says what is sought or what is offered.');

@ObjectType({ description: 'What a placeholder of a sentence stands for.' })
export class MatchParameter {
  @Field()
  name!: string;

  @Field()
  value!: string;
}

@ObjectType({ description: 'A record a reason rests on, to be looked up.' })
export class MatchEvidence {
  @Field({ description: 'ENTRY, ACTOR, INITIATIVE, ALLIANCE, THEME, COMPETENCE or BENCH.' })
  type!: string;

  @Field(() => ID)
  id!: string;

  @Field({ description: 'Its name; of a bench the kind of actor.' })
  title!: string;

  @Field(() => ActorKindEnum, { nullable: true, description: 'Of an actor.' })
  kind!: ActorKind | null;

  @Field(() => String, { nullable: true, description: 'Address of the page that shows it, where there is one.' })
  address!: string | null;
}

@ObjectType({ description: 'Why something is suggested, or what speaks against it. The sentence to a code is the reader’s.' })
export class MatchReason {
  @Field()
  code!: string;

  @Field(() => [MatchParameter])
  params!: MatchParameter[];

  @Field(() => [MatchEvidence])
  evidence!: MatchEvidence[];
}

@ObjectType({ description: 'An actor that fits, with the reasons, best first. Told only from what the viewer may see.' })
export class MatchSuggestion {
  @Field(() => ID)
  actorId!: string;

  @Field(() => MatchCertaintyEnum)
  certainty!: Certainty;

  @Field(() => Int, {
    nullable: true,
    description: 'Of a hundred such suggestions something came of about so many here; null where too few outcomes are known to say so.',
  })
  percent!: number | null;

  @Field(() => String, { nullable: true, description: 'The sentence of an offer or need that fits best, as written.' })
  sentence!: string | null;

  @Field(() => [MatchReason])
  reasons!: MatchReason[];

  @Field(() => [MatchReason])
  doubts!: MatchReason[];
}

@ObjectType({ description: 'Who answers a line; nobody is an answer too.' })
export class LineAnswer {
  @Field(() => [MatchSuggestion], { description: 'At most three, best first.' })
  suggestions!: MatchSuggestion[];

  @Field({ description: 'Whether what the line means was compared, too; false: its words only, for want of a model.' })
  comparesMeaning!: boolean;

  @Field(() => Refused, { nullable: true, description: 'Why the line was not compared.' })
  refusal!: Refused | null;
}

@ObjectType('MatchDismissal', { description: 'A suggestion an organisation put away. Seen by its own people only.' })
export class MatchDismissalType {
  @Field(() => ID)
  actorId!: string;

  @Field(() => ID)
  suggestedId!: string;

  @Field(() => DismissalReasonEnum)
  reason!: DismissalReason;

  @Field()
  note!: string;

  @Field(() => LocalDateType, { nullable: true, description: 'First day on which it is suggested again; null: never.' })
  againOn!: string | null;

  @Field(() => LocalDateType, { nullable: true, description: 'The day it was put away; null once it is taken back.' })
  dismissedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Who put it away, while that person acts for the organisation.' })
  personName!: string | null;
}

@InputType()
export class DismissSuggestionInput {
  @Field(() => ID)
  actorId!: string;

  @Field(() => ID)
  suggestedId!: string;

  @Field(() => DismissalReasonEnum)
  reason!: DismissalReason;

  @Field({ defaultValue: '' })
  note!: string;
}

@InputType()
export class UndismissSuggestionInput {
  @Field(() => ID)
  actorId!: string;

  @Field(() => ID)
  suggestedId!: string;
}

export const DismissalResult = resultUnion('DismissalResult', MatchDismissalType);
