import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ActorKindEnum } from '@knotenpunkt/actors/api';
import { enumOf } from '@knotenpunkt/platform/graphql';
import type { ActorKind } from '@knotenpunkt/themes/domain';
import { MatchSuggestion } from './match.graphql';

const DifferenceTypes = enumOf(['BENCH', 'COMPETENCE'], 'TableDifferenceType', 'What a change of the table is about.');

@ObjectType({ description: 'What a change of the table means.' })
export class TableDifference {
  @Field(() => DifferenceTypes)
  type!: keyof typeof DifferenceTypes;

  @Field(() => ID, { description: 'The kind of actor of the bench, or the id of the competence.' })
  id!: string;
}

@ObjectType({ description: 'Somebody who could sit there instead, and what changes.' })
export class TableExchange extends MatchSuggestion {
  @Field(() => [TableDifference])
  gains!: TableDifference[];

  @Field(() => [TableDifference])
  losses!: TableDifference[];
}

@ObjectType({ description: 'Somebody proposed for a table.' })
export class ProposedMember extends MatchSuggestion {
  @Field(() => ActorKindEnum)
  bench!: ActorKind;

  @Field({ description: 'It asks the question: not for exchange.' })
  fixed!: boolean;

  @Field(() => [TableExchange])
  exchanges!: TableExchange[];
}

@ObjectType({ description: 'A first proposal for an alliance, to be changed by hand.' })
export class TableProposal {
  @Field(() => [ProposedMember])
  members!: ProposedMember[];
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
