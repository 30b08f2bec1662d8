import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { WORD_STATES, type CompetenceWord, type WordState } from '@knotenpunkt/actors/domain';
import type { Id } from '@knotenpunkt/kernel';
import { enumOf, LocalDateType, resultUnion } from '@knotenpunkt/platform/graphql';

export const CompetenceWordStateEnum = enumOf(
  WORD_STATES,
  'CompetenceWordState',
  'PROPOSED: waits for the coordination. TERM: a term of the region. EQUATED: another word for a term. REFUSED: was not taken in.',
);

@ObjectType('CompetenceWord', { description: 'A word of an organisation’s own for a competence that the vocabulary does not have.' })
export class CompetenceWordType implements Omit<CompetenceWord, 'regionId'> {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'As it was proposed.' })
  written!: string;

  @Field(() => CompetenceWordStateEnum)
  state!: WordState;

  @Field(() => String, {
    nullable: true,
    description: 'What stands for it among the competences of a Steckbrief: itself, or an id of the vocabulary. Null: it was refused.',
  })
  term!: string | null;

  @Field({ description: 'Why it was refused; empty otherwise.' })
  reason!: string;

  @Field(() => LocalDateType)
  proposedOn!: string;

  @Field(() => LocalDateType, { nullable: true })
  decidedOn!: string | null;

  @Field(() => Int)
  version!: number;

  /** Who proposed it. */
  actorId!: Id | null;
}

@ObjectType('WaitingCompetenceWord', { description: 'A proposed word, for the coordination.' })
export class WaitingCompetenceWordType {
  @Field(() => CompetenceWordType)
  word!: CompetenceWordType;

  @Field(() => Int, { description: 'In how many Steckbriefe it stands.' })
  useCount!: number;
}

@InputType()
export class ProposeCompetenceWordInput {
  @Field(() => ID, { description: 'UUID made by the client, so that a repeated request does nothing twice.' })
  id!: string;

  @Field(() => ID)
  actorId!: string;

  @Field()
  word!: string;
}

@InputType()
export class TakeInCompetenceWordInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field({ description: 'How the term is written from now on.' })
  term!: string;
}

@InputType()
export class EquateCompetenceWordInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field({ description: 'An id of the vocabulary, or a term of the region.' })
  term!: string;
}

@InputType()
export class RefuseCompetenceWordInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field({ description: 'Told to the organisations that used the word.' })
  reason!: string;
}

export const CompetenceWordResult = resultUnion('CompetenceWordResult', CompetenceWordType);
