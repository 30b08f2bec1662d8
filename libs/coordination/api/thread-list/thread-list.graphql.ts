import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  LIST_COLUMNS,
  LIST_SUBJECTS,
  ROW_FATES,
  ROW_PROBLEMS,
  ROW_REMARKS,
  type ListColumn,
  type ListSubjectType,
  type RowFate,
  type RowNoteCode,
} from '@knotenpunkt/coordination/domain';
import { enumOf, LocalDateType, RefusalParameter, resultUnion } from '@knotenpunkt/platform/graphql';

const ColumnEnum = enumOf(LIST_COLUMNS, 'ThreadListColumn', 'A column of a coordinator’s list.');
const FateEnum = enumOf(
  ROW_FATES,
  'ThreadListFate',
  'NEW: becomes a thread. KNOWN: is there already. TWICE: an earlier row says the same. EXAMPLE: of the template. PROBLEM: cannot be taken.',
);
const SubjectEnum = enumOf(LIST_SUBJECTS, 'ThreadListSubject', 'What a row can be about.');
const NoteEnum = enumOf(
  [...ROW_PROBLEMS, ...ROW_REMARKS],
  'ThreadListNoteCode',
  'What keeps a row from becoming a thread, and what is left out or worth knowing of one that does.',
);

@ObjectType('ThreadListName', { description: 'A name as it stands in a cell, and whom or what it means.' })
export class ThreadListNameType {
  @Field()
  text!: string;

  @Field(() => ID, { nullable: true, description: 'Null: not recognised.' })
  id!: string | null;

  @Field({ description: 'What is meant is called so; empty where it was not recognised.' })
  name!: string;

  @Field(() => SubjectEnum, { nullable: true, description: 'Of what a row is about.' })
  type!: ListSubjectType | null;
}

@ObjectType('ThreadListNote')
export class ThreadListNoteType {
  @Field(() => NoteEnum)
  code!: RowNoteCode;

  @Field(() => ColumnEnum)
  column!: ListColumn;

  @Field({ description: 'The row is not taken because of it.' })
  isProblem!: boolean;

  @Field(() => [RefusalParameter])
  parameters!: RefusalParameter[];
}

@ObjectType('ThreadListRow')
export class ThreadListRowType {
  @Field(() => Int, { description: 'As a spreadsheet counts it.' })
  number!: number;

  @Field(() => FateEnum)
  fate!: RowFate;

  @Field()
  title!: string;

  @Field(() => ThreadListNameType, { nullable: true })
  subject!: ThreadListNameType | null;

  @Field(() => [ThreadListNameType])
  actors!: ThreadListNameType[];

  @Field()
  nextStep!: string;

  @Field(() => ThreadListNameType, { nullable: true })
  stepActor!: ThreadListNameType | null;

  @Field(() => LocalDateType, { nullable: true })
  followUpOn!: string | null;

  @Field(() => ThreadListNameType, { nullable: true })
  owner!: ThreadListNameType | null;

  @Field(() => ThreadListNameType, { nullable: true })
  deputy!: ThreadListNameType | null;

  @Field(() => [ThreadListNoteType])
  notes!: ThreadListNoteType[];
}

@ObjectType('ThreadList', { description: 'A coordinator’s list as it was read from a file, kept for a day.' })
export class ThreadListType {
  @Field(() => ID)
  id!: string;

  @Field(() => [ThreadListRowType], { description: 'What would become of each row today; none any more once it is taken over.' })
  rows!: ThreadListRowType[];

  @Field(() => [ColumnEnum], { description: 'Columns the file does not have.' })
  missing!: ListColumn[];

  @Field(() => [String], { description: 'Headings that are none of ours.' })
  ignored!: string[];

  @Field(() => Int, { nullable: true, description: 'How many threads came of it; null: it is not taken over yet.' })
  opened!: number | null;
}

@InputType({ description: 'An organisation chosen for a name that was not recognised.' })
export class ChosenActorInput {
  @Field({ description: 'The name as it stands in the cell.' })
  text!: string;

  @Field(() => ID)
  actorId!: string;
}

@InputType()
export class TakeThreadListInput {
  @Field(() => ID)
  id!: string;

  @Field(() => [ChosenActorInput], { description: 'At most 500; names without a choice stay as text.' })
  chosen!: ChosenActorInput[];
}

export const ThreadListResult = resultUnion('ThreadListResult', ThreadListType);
