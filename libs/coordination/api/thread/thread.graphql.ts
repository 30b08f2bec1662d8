import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  THREAD_STATES,
  THREAD_SUBJECTS,
  type ThreadState,
  type ThreadSubject,
  type ThreadSubjectType,
} from '@knotenpunkt/coordination/domain';
import { Connection, enumOf, LocalDateType, PageArguments, resultUnion } from '@knotenpunkt/platform/graphql';

const ThreadStateEnum = enumOf(THREAD_STATES, 'ThreadState', 'Whether the coordination still has it in hand.');
export const ThreadSubjectEnum = enumOf(THREAD_SUBJECTS, 'ThreadSubjectName', 'What a thread can be about.');
const THREAD_PURPOSES = ['ALLIANCE', 'INITIATIVE'] as const;
const ThreadPurposeEnum = enumOf(THREAD_PURPOSES, 'ThreadPurpose', 'For what something was promised outside.');

export const THREADS_ASKED = ['OPEN', 'RESTING', 'DONE'] as const;
export type ThreadsAsked = (typeof THREADS_ASKED)[number];
const ThreadsAskedEnum = enumOf(THREADS_ASKED, 'ThreadsAsked', 'RESTING: open ones without those that stand on the desk.');

@ObjectType({ description: 'Somebody who coordinates the region.' })
export class Coordinator {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;
}

@ObjectType('ThreadSubject', { description: 'What a thread is about, and how that stands.' })
export class ThreadSubjectStateType {
  @Field(() => ThreadSubjectEnum)
  type!: ThreadSubjectType;

  @Field(() => ID)
  id!: string;

  @Field()
  title!: string;

  @Field(() => String, { nullable: true, description: 'Part of its address, where it has a page; of OUTSIDE_PROMISE that of its purpose.' })
  slug!: string | null;

  @Field({ description: 'As its own type names it, for example `DRAFT`; of ACTOR its kind.' })
  state!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Chairs taken at an alliance, "Ja" while it invites, answers to an introduction, alliances for a question.',
  })
  reached!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of how many.' })
  wanted!: number | null;

  @Field(() => Int, { description: 'Zusagen for it whose day has passed.' })
  overdue!: number;

  @Field(() => ThreadPurposeEnum, { nullable: true })
  purpose!: (typeof THREAD_PURPOSES)[number] | null;

  @Field(() => LocalDateType, { nullable: true, description: 'Of CONTACT_REQUEST.' })
  askedOn!: string | null;
}

@ObjectType('ThreadCorrection', { description: 'Richtigstellung: what an organisation says of a thread that names it.' })
export class ThreadCorrectionType {
  @Field(() => ID)
  actorId!: string;

  @Field()
  text!: string;

  @Field(() => LocalDateType)
  writtenOn!: string;

  @Field(() => LocalDateType, { nullable: true, description: 'When a coordinator noted it.' })
  notedOn!: string | null;

  @Field(() => Int)
  version!: number;
}

@ObjectType('Thread', { description: 'Faden: something the coordination has in hand. Seen by the coordination only.' })
export class ThreadType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'What it is about, in one line.' })
  title!: string;

  @Field({ description: 'Empty: nothing is planned.' })
  nextStep!: string;

  @Field(() => LocalDateType, { nullable: true, description: 'Wiedervorlage: the day it comes back.' })
  followUpOn!: string | null;

  @Field(() => ThreadStateEnum)
  state!: ThreadState;

  @Field(() => LocalDateType)
  openedOn!: string;

  @Field(() => LocalDateType, { description: 'The last day on which somebody did something about it.' })
  attendedOn!: string;

  @Field(() => LocalDateType, { nullable: true })
  doneOn!: string | null;

  @Field({ description: 'What came of it; empty while it is open.' })
  closing!: string;

  @Field(() => Int)
  version!: number;

  /** As the domain has them; fields read them when asked for. */
  subject!: ThreadSubject | null;
  actorIds!: readonly string[];
  stepActorId!: string | null;
  ownerId!: string | null;
  deputyId!: string | null;
  regionId!: string;
}

@ObjectType({ description: 'What stands on the desk.' })
export class ThreadsToday {
  @Field(() => [ThreadType], { description: 'At most seven, the most urgent first.' })
  threads!: ThreadType[];

  @Field(() => Int, { description: 'Of how many the day has come; they may be more than stand here.' })
  due!: number;

  @Field(() => Int, { description: 'Open ones that do not stand here.' })
  resting!: number;

  @Field(() => [ThreadType], { description: 'The five done last.' })
  done!: ThreadType[];

  @Field(() => [ThreadType], { description: 'Those an organisation has corrected and nobody has noted, at most twenty; done ones too.' })
  corrected!: ThreadType[];
}

@ObjectType('NamingThread', { description: 'A thread as an organisation that it names reads it.' })
export class NamingThreadType {
  @Field(() => ID, { description: 'Of the thread.' })
  id!: string;

  @Field()
  title!: string;

  @Field()
  nextStep!: string;

  @Field({ description: 'The next step is about this organisation.' })
  stepIsYours!: boolean;

  @Field(() => LocalDateType, { nullable: true })
  followUpOn!: string | null;

  @Field(() => ThreadStateEnum)
  state!: ThreadState;

  @Field(() => LocalDateType)
  openedOn!: string;

  @Field(() => LocalDateType, { nullable: true })
  doneOn!: string | null;

  @Field()
  closing!: string;

  @Field(() => ThreadCorrectionType, { nullable: true, description: 'What the organisation has said of it.' })
  correction!: ThreadCorrectionType | null;
}

@ArgsType()
export class ThreadPageArguments extends PageArguments {
  @Field(() => ThreadsAskedEnum)
  which!: ThreadsAsked;

  @Field(() => Boolean, { nullable: true, description: 'Only those whose owner or deputy the viewer is.' })
  mine?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Part of the title.' })
  search?: string | null;
}

export const ThreadConnection = Connection('Thread', ThreadType);
export const NamingThreadConnection = Connection('NamingThread', NamingThreadType);
export const ThreadResult = resultUnion('ThreadResult', ThreadType);
export const NamingThreadResult = resultUnion('NamingThreadResult', NamingThreadType);
