import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  BATCH_ACTIONS,
  BATCH_STATES,
  DECISIONS,
  FATES,
  IMPORT_KINDS,
  KEPT_REASONS,
  LIKENESS_REASONS,
  type BatchState,
  type ImportKind,
  type KeptReason,
  type LikenessReason,
  type RowDecision,
  type RowFate,
} from '@knotenpunkt/imports/domain';
import { Connection, enumOf, PageArguments, RefusalParameter, resultUnion } from '@knotenpunkt/platform/graphql';

const KindEnum = enumOf(IMPORT_KINDS, 'ImportKind', 'What a row of a table is about.');
const StateEnum = enumOf(
  BATCH_STATES,
  'ImportState',
  'MATCHING: its columns are to be matched. COMPARED: the dry run is done. COMPARING, COMMITTING and UNDOING: a job is at work.',
);
export const ActionEnum = enumOf(BATCH_ACTIONS, 'ImportAction', 'What may be done with a table next.');
const FateEnum = enumOf(
  FATES,
  'ImportFate',
  'What would become of a row. DUPLICATE: it may be somebody who is there already. CONFLICT: it says otherwise than one whose word counts more, or means one that is not in the directory any more. BAD: it cannot be taken.',
);
const DecisionEnum = enumOf(DECISIONS, 'ImportDecision', 'Whether a row is the same organisation as the one it looks like.');
const KeptEnum = enumOf(KEPT_REASONS, 'ImportKeptReason', 'Why a row was not written, or not taken back.');
export const LikenessEnum = enumOf(LIKENESS_REASONS, 'LikenessReason', 'Why two entries may be the same organisation.');

@ObjectType('ImportColumn')
export class ImportColumnType {
  @Field({ description: 'As it stands in the table; may be empty.' })
  header!: string;

  @Field(() => [String], { description: 'Some of what stands below.' })
  samples!: string[];

  @Field(() => String, { nullable: true, description: 'What it means; null: nothing.' })
  field!: string | null;
}

@ObjectType('ImportCount')
export class ImportCountType {
  @Field(() => FateEnum)
  fate!: RowFate;

  @Field(() => Int)
  count!: number;

  @Field(() => Int, { description: 'How many of them wait for an answer: whether they are the same, or who is meant.' })
  unanswered!: number;
}

@ObjectType('ImportOutcome', { description: 'What a table has written, and what became of that.' })
export class ImportOutcomeType {
  @Field(() => Int)
  made!: number;

  @Field(() => Int)
  changed!: number;

  @Field(() => Int, { description: 'Not written, because somebody was faster.' })
  left!: number;

  @Field(() => Int)
  takenBack!: number;

  @Field(() => Int, { description: 'Not taken back, because it was changed or used since.' })
  kept!: number;
}

@ObjectType('ImportBatch', { description: 'A table that was sent.' })
export class ImportBatchType {
  @Field(() => ID)
  id!: string;

  @Field(() => KindEnum)
  kind!: ImportKind;

  @Field()
  fileName!: string;

  @Field(() => StateEnum)
  state!: BatchState;

  @Field(() => Int)
  version!: number;

  @Field(() => Int, { description: 'Rows below the headings.' })
  rows!: number;

  @Field(() => Int, { description: 'Rows the job at work has done, of `total`.' })
  done!: number;

  @Field(() => Int)
  total!: number;

  @Field({ description: 'Where the entries come from, in words.' })
  sourceNote!: string;

  @Field({ description: 'Kind of actor of rows that say none.' })
  defaultKind!: string;

  @Field()
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  committedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  undoneAt!: Date | null;
}

@ObjectType('ImportChange', { description: 'A value that would change.' })
export class ImportChangeType {
  @Field()
  field!: string;

  @Field()
  before!: string;

  @Field()
  after!: string;
}

@ObjectType('ImportProblem', { description: 'What is wrong with a cell, or odd about it.' })
export class ImportProblemType {
  @Field()
  field!: string;

  @Field()
  code!: string;

  @Field(() => [RefusalParameter])
  parameters!: RefusalParameter[];
}

@ObjectType('PossibleDuplicate', { description: 'An organisation that may be the same, with the reasons.' })
export class PossibleDuplicateType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  city!: string;

  @Field({ description: 'Its Steckbrief is at this address.' })
  slug!: string;

  @Field({ description: 'False: it is not in the directory any more, and there is no page of it.' })
  listed!: boolean;

  @Field(() => [LikenessEnum])
  reasons!: LikenessReason[];
}

@ObjectType('ImportChoice', { description: 'Words of a row that fit several organisations.' })
export class ImportChoiceType {
  @Field()
  field!: string;

  @Field()
  words!: string;

  @Field(() => [PossibleDuplicateType], { description: 'Those they fit; at most five.' })
  among!: PossibleDuplicateType[];

  @Field(() => ID, { nullable: true, description: 'Which of them is meant, where somebody chose.' })
  chosenId!: string | null;
}

@ObjectType('ImportReference', { description: 'An organisation that a row names, and as what.' })
export class ImportReferenceType {
  @Field()
  field!: string;

  actorId!: string;
}

@ObjectType('ImportRow')
export class ImportRowType {
  @Field(() => Int, { description: 'As a spreadsheet or an editor counts it.' })
  line!: number;

  @Field({ description: 'The name; empty where it has none.' })
  label!: string;

  @Field(() => FateEnum)
  fate!: RowFate;

  @Field(() => [ImportProblemType])
  problems!: ImportProblemType[];

  @Field(() => [ImportChangeType])
  changes!: ImportChangeType[];

  @Field(() => [PossibleDuplicateType])
  candidates!: PossibleDuplicateType[];

  @Field(() => [ImportReferenceType], { description: 'Whom it names, once all of them are known.' })
  references!: ImportReferenceType[];

  @Field(() => [ImportChoiceType])
  choices!: ImportChoiceType[];

  @Field(() => DecisionEnum, { nullable: true })
  decision!: RowDecision | null;

  @Field(() => KeptEnum, { nullable: true })
  kept!: KeptReason | null;

  @Field({ description: 'It was written, and stands.' })
  stands!: boolean;
}

@ArgsType()
export class ImportRowsArguments extends PageArguments {
  @Field(() => ID)
  id!: string;

  @Field(() => FateEnum, { nullable: true })
  fate?: RowFate | null;

  @Field(() => Boolean, { nullable: true, description: 'Only rows that were not written, or not taken back.' })
  kept?: boolean | null;
}

@InputType()
export class MatchImportColumnsInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => [String], { description: 'What each column means, in their order; empty: nothing.' })
  fields!: string[];

  @Field({ description: 'Kind of actor of rows that say none.' })
  defaultKind!: string;
}

@InputType()
export class DecideImportRowsInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => [Int], { description: 'At most 500.' })
  lines!: number[];

  @Field(() => DecisionEnum, { nullable: true, description: 'Null takes it back.' })
  decision?: RowDecision | null;

  @Field(() => ID, { nullable: true, description: 'The organisation it is.' })
  targetId?: string | null;
}

@InputType()
export class ChooseImportActorInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => [Int], { description: 'At most 500; those that do not offer this choice are left as they are.' })
  lines!: number[];

  @Field({ description: 'The field of the choice.' })
  field!: string;

  @Field({ description: 'The words of the choice.' })
  words!: string;

  @Field(() => ID, { nullable: true, description: 'The organisation that is meant; null takes it back.' })
  actorId?: string | null;
}

@InputType()
export class CommitImportInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field({ description: 'Where the entries come from, in words.' })
  sourceNote!: string;
}

@InputType()
export class ImportVersionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType({ description: 'What is said of an organisation before it is entered; what is not known is left out.' })
export class SaidOrganisationInput {
  @Field()
  name!: string;

  @Field(() => String, { nullable: true })
  street?: string | null;

  @Field(() => String, { nullable: true })
  postalCode?: string | null;

  @Field(() => String, { nullable: true })
  city?: string | null;

  @Field(() => String, { nullable: true })
  website?: string | null;

  @Field(() => String, { nullable: true, description: 'Number in a register: "HRB 1234 Dortmund".' })
  register?: string | null;
}

export const ImportBatchConnection = Connection('ImportBatch', ImportBatchType);
export const ImportRowConnection = Connection('ImportRow', ImportRowType);
export const ImportResult = resultUnion('ImportResult', ImportBatchType);
