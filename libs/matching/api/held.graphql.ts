import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  CORRECTION_KINDS,
  HELD_POINTS,
  HELD_SOURCES,
  type CorrectionKind,
  type HeldPointCode,
  type HeldSourceKind,
} from '@knotenpunkt/matching/domain';
import { enumOf, LocalDateType, resultUnion } from '@knotenpunkt/platform/graphql';
import { ActorKindEnum } from '@knotenpunkt/actors/api';
import type { ActorKind } from '@knotenpunkt/themes/domain';
import { LineDirectionEnum } from './match.graphql';

const CorrectionKindEnum = enumOf(
  CORRECTION_KINDS,
  'CorrectionKind',
  'What an organisation says of a competence: it does not have it, or has it too.',
);
const HeldSourceEnum = enumOf(HELD_SOURCES, 'HeldSourceKind', 'Where a competence was read.');
const HeldPointEnum = enumOf(HELD_POINTS, 'HeldPointCode', 'What counts for or against an organisation.');
const CountsEnum = enumOf(
  ['FULL', 'FADED', 'NOT'],
  'EntryCounts',
  'How an offer or need counts: FADED, less and less, when nobody has confirmed it for long, NOT when its time is over.',
);

@ObjectType({ description: 'A competence of the vocabulary.' })
export class NamedCompetence {
  @Field(() => ID)
  competence!: string;

  @Field()
  name!: string;

  @Field({ description: 'The words of a text that name it; empty where it was chosen.' })
  words!: string;
}

@ObjectType({ description: 'Where a competence was read.' })
export class HeldSourceType {
  @Field(() => HeldSourceEnum)
  kind!: HeldSourceKind;

  @Field(() => ID, { nullable: true })
  entryId!: string | null;

  @Field()
  words!: string;
}

@ObjectType('HeldCompetence', { description: 'A competence that counts for an organisation, or would if it had not been struck.' })
export class HeldCompetenceType {
  @Field(() => ID)
  competence!: string;

  @Field()
  name!: string;

  @Field()
  struck!: boolean;

  @Field(() => [HeldSourceType])
  sources!: HeldSourceType[];
}

@ObjectType('HeldEntry', { description: 'What is read of one offer or need.' })
export class HeldEntryType {
  @Field(() => ID)
  entryId!: string;

  @Field(() => LineDirectionEnum)
  direction!: 'OFFER' | 'NEED';

  @Field()
  title!: string;

  @Field(() => [NamedCompetence])
  named!: NamedCompetence[];

  @Field(() => [NamedCompetence], {
    description: 'The competences its text lies nearest to, without those it names; empty without a model.',
  })
  nearest!: NamedCompetence[];

  @Field()
  ruledOut!: string;

  @Field()
  membersOnly!: boolean;

  @Field(() => LocalDateType, { nullable: true })
  confirmedOn!: string | null;

  @Field(() => CountsEnum)
  counts!: 'FULL' | 'FADED' | 'NOT';

  @Field({ description: 'The model has read it.' })
  read!: boolean;
}

@ObjectType('HeldPoint', { description: 'What counts for or against an organisation wherever somebody is looked for.' })
export class HeldPointType {
  @Field(() => HeldPointEnum)
  code!: HeldPointCode;

  @Field(() => Int)
  count!: number;

  @Field()
  against!: boolean;
}

@ObjectType({ description: 'What an organisation says of one competence. Seen by its own people only.' })
export class CompetenceCorrection {
  @Field(() => ID)
  actorId!: string;

  @Field(() => ID)
  competence!: string;

  @Field()
  name!: string;

  @Field(() => CorrectionKindEnum)
  kind!: CorrectionKind;

  @Field(() => LocalDateType)
  saidOn!: string;

  @Field(() => String, { nullable: true, description: 'Who said it, while that person acts for the organisation.' })
  personName!: string | null;
}

@ObjectType({ description: 'How many others an organisation has to do with by what is read of it. Nobody is named.' })
export class HeldCounts {
  @Field(() => Int, { description: 'How many organisations fit it; counted up to 100.' })
  suggestedToUs!: number;

  @Field(() => Int, { description: 'How many others look for what it offers; of each offer up to 10 are counted.' })
  answersFor!: number;
}

@ObjectType({ description: 'All that the engine reads of an organisation. Seen by its own people only.' })
export class EngineUnderstanding {
  @Field(() => ID, { description: 'Of the organisation.' })
  id!: string;

  @Field(() => ActorKindEnum)
  kind!: ActorKind;

  @Field(() => [String])
  themes!: string[];

  @Field()
  proposable!: boolean;

  @Field(() => [HeldCompetenceType])
  competences!: HeldCompetenceType[];

  @Field(() => [HeldEntryType])
  entries!: HeldEntryType[];

  @Field(() => [HeldPointType])
  points!: HeldPointType[];

  @Field(() => [CompetenceCorrection], { description: 'The newest first.' })
  corrections!: CompetenceCorrection[];

  @Field({ description: 'Whether the viewer may strike and add.' })
  mayCorrect!: boolean;
}

@InputType()
export class CompetenceCorrectionInput {
  @Field(() => ID)
  actorId!: string;

  @Field({ description: 'Id of a competence of the vocabulary.' })
  competence!: string;
}

export const CompetenceCorrectionResult = resultUnion('CompetenceCorrectionResult', CompetenceCorrection);
