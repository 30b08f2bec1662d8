import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { ActorKindEnum } from '@knotenpunkt/actors/api';
import { enumOf } from '@knotenpunkt/platform/graphql';
import type { ActorKind } from '@knotenpunkt/themes/domain';
import { COVERS, EMPHASES, type Cover, type Emphasis } from '@knotenpunkt/matching/domain';
import { MatchReason, MatchSuggestion } from './match.graphql';

const DifferenceTypes = enumOf(
  ['BENCH', 'COMPETENCE', 'SPARE', 'REACH', 'BRIDGES', 'WILLINGNESS'],
  'TableDifferenceType',
  'What a change of the table is about. SPARE: one more or one fewer brings what is covered anyway.',
);
const Covers = enumOf(COVERS, 'TableCoverKind', 'COVERS: offers it. CONTRIBUTES: can do it, but does not offer it in so many words.');
const Emphases = enumOf(EMPHASES, 'TableEmphasis', 'In what a proposal is ahead of the others.');

@ObjectType({ description: 'What a change of the table means for one part of what a table is worth.' })
export class TableDifference {
  @Field(() => DifferenceTypes)
  type!: keyof typeof DifferenceTypes;

  @Field(() => ID, { nullable: true, description: 'The kind of actor of the bench or the id of the competence; null: about all members.' })
  id!: string | null;

  @Field(() => Int, { description: 'Below zero for what is lost. A covered competence is worth 100.' })
  points!: number;
}

@ObjectType({ description: 'What of the wanted competences somebody brings.' })
export class TableCover {
  @Field(() => ID)
  competence!: string;

  @Field(() => Covers)
  cover!: Cover;
}

@ObjectType({ description: 'Somebody who could sit there instead, and what changes.' })
export class TableExchange extends MatchSuggestion {
  @Field(() => [TableCover])
  covers!: TableCover[];

  @Field(() => [TableDifference])
  gains!: TableDifference[];

  @Field(() => [TableDifference])
  losses!: TableDifference[];
}

@ObjectType({ description: 'Somebody proposed for a table.' })
export class ProposedMember extends MatchSuggestion {
  @Field(() => ActorKindEnum)
  bench!: ActorKind;

  @Field(() => [TableCover])
  covers!: TableCover[];

  @Field({ description: 'It asks the question or takes part already: not for exchange.' })
  fixed!: boolean;

  @Field(() => [TableExchange])
  exchanges!: TableExchange[];
}

@ObjectType({ description: 'A bench of a proposed table.' })
export class ProposedBench {
  @Field(() => ActorKindEnum)
  kind!: ActorKind;

  @Field(() => Int)
  minimum!: number;

  @Field(() => Int)
  taken!: number;

  @Field({ description: 'Wanted because the question touches what employees have a say in.' })
  employeesSide!: boolean;
}

@ObjectType({ description: 'How far a proposed table covers a competence.' })
export class ProposedCoverage {
  @Field(() => ID)
  competence!: string;

  @Field(() => Float, { description: '1 covered, 0.5 in part, 0 not.' })
  worth!: number;
}

@ObjectType({ description: 'Two members who work together already.' })
export class ProposedTie {
  @Field(() => ID)
  a!: string;

  @Field(() => ID)
  b!: string;
}

@ObjectType({ description: 'An alliance that could answer a question, to be changed by hand. Told only from what the viewer may see.' })
export class TableProposal {
  @Field(() => Emphases)
  emphasis!: Emphasis;

  @Field(() => [ProposedMember])
  members!: ProposedMember[];

  @Field(() => [ProposedBench])
  benches!: ProposedBench[];

  @Field(() => [ProposedCoverage])
  coverage!: ProposedCoverage[];

  @Field(() => [MatchReason], { description: 'Who comes from groups that hardly meet.' })
  bridges!: MatchReason[];

  @Field(() => [ProposedTie])
  ties!: ProposedTie[];

  @Field({ description: 'No other table so different from the proposals before it is worth more.' })
  exact!: boolean;

  @Field(() => Float, { nullable: true, description: 'At least this share of what any table could be worth, 0 to 1; null: not known.' })
  share!: number | null;
}

@ObjectType({ description: 'A bench with fewer seats taken than wanted, and who could come.' })
export class MissingBenchType {
  @Field(() => ActorKindEnum)
  kind!: ActorKind;

  @Field(() => Int)
  minimum!: number;

  @Field(() => Int)
  taken!: number;

  @Field({ description: 'Wanted because the question touches what employees have a say in.' })
  employeesSide!: boolean;

  @Field(() => [MatchSuggestion])
  candidates!: MatchSuggestion[];
}

@ObjectType({ description: 'A competence nobody at the table covers, and who could.' })
export class MissingCompetenceType {
  @Field(() => ID)
  competence!: string;

  @Field({ description: 'Somebody can do it, but does not offer it.' })
  partly!: boolean;

  @Field(() => [MatchSuggestion])
  candidates!: MatchSuggestion[];
}

@ObjectType({ description: 'What the table of a question still lacks.' })
export class MissingAtTable {
  @Field(() => [MissingBenchType])
  benches!: MissingBenchType[];

  @Field(() => [MissingCompetenceType])
  competences!: MissingCompetenceType[];
}
