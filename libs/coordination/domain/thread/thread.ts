import { actsFor, passes, type Viewer } from '@knotenpunkt/identity/domain';
import type { Id, LocalDate } from '@knotenpunkt/kernel';

/** What a thread can be about. */
export const THREAD_SUBJECTS = [
  'ALLIANCE',
  'INITIATIVE',
  'CHALLENGE',
  'INTRODUCTION',
  'CONTACT_REQUEST',
  'OUTSIDE_PROMISE',
  'ACTOR',
] as const;
export type ThreadSubjectType = (typeof THREAD_SUBJECTS)[number];

export const THREAD_STATES = ['OPEN', 'DONE'] as const;
export type ThreadState = (typeof THREAD_STATES)[number];

export interface ThreadSubject {
  type: ThreadSubjectType;
  id: Id;
}

/** Something the coordination has in hand: what it is about, what is done next, and when it is looked at again. */
export interface Thread {
  id: Id;
  regionId: Id;
  title: string;
  subject: ThreadSubject | null;
  /** Organisations concerned; they can read the thread. */
  actorIds: readonly Id[];
  /** Empty: nothing is planned. */
  nextStep: string;
  /** The organisation the next step is about. */
  stepActorId: Id | null;
  /** Wiedervorlage: the day it comes back to the desk. */
  followUpOn: LocalDate | null;
  /** Coordinators of the region; null: nobody, or somebody whose account is gone. */
  ownerId: Id | null;
  deputyId: Id | null;
  state: ThreadState;
  openedOn: LocalDate;
  /** The last day on which somebody did something about it. */
  attendedOn: LocalDate;
  doneOn: LocalDate | null;
  /** What came of it. */
  closing: string;
  version: number;
}

/** Richtigstellung: what an organisation says of a thread that names it. */
export interface ThreadCorrection {
  threadId: Id;
  actorId: Id;
  text: string;
  writtenOn: LocalDate;
  /** Null: no coordinator has noted it yet. */
  notedOn: LocalDate | null;
  version: number;
}

export const THREAD_LIMITS = {
  titleMin: 3,
  title: 160,
  nextStep: 300,
  closing: 300,
  correction: 600,
  actors: 12,
  /** So many come in at once, from a list. */
  atOnce: 500,
  /** So many stand on the desk. */
  today: 7,
  lastDone: 5,
} as const;

/** Whether a thread names an organisation, so that it can read and correct it. */
export function namesActor({ actorIds, stepActorId }: Pick<Thread, 'actorIds' | 'stepActorId'>, actorId: Id): boolean {
  return stepActorId === actorId || actorIds.includes(actorId);
}

/** Threads are the coordination's. */
export function seesThreads(viewer: Viewer): boolean {
  return passes(viewer, 'COORDINATOR');
}

/** What an organisation is named in is read by those who decide for it. */
export function readsThreadsOf(viewer: Viewer, actorId: Id): boolean {
  return actsFor(viewer, actorId, 'DELEGATE');
}

/**
 * In which order threads stand on the desk: DUE (the day has come, oldest first), UNPLANNED (neither a step nor a day, longest
 * unattended first), PLANNED (next day first), WITHOUT_DAY (a step, but no day; longest unattended first).
 */
export const URGENCIES = ['DUE', 'UNPLANNED', 'PLANNED', 'WITHOUT_DAY'] as const;
export type Urgency = (typeof URGENCIES)[number];

export function urgencyOf({ followUpOn, nextStep }: Pick<Thread, 'followUpOn' | 'nextStep'>, today: LocalDate): Urgency {
  if (followUpOn !== null) return followUpOn <= today ? 'DUE' : 'PLANNED';
  return nextStep === '' ? 'UNPLANNED' : 'WITHOUT_DAY';
}

/** Sorts threads as the desk does; equal ones by id. */
export function deskOrder(today: LocalDate): (a: Thread, b: Thread) => number {
  const key = (thread: Thread) => `${URGENCIES.indexOf(urgencyOf(thread, today))} ${thread.followUpOn ?? thread.attendedOn} ${thread.id}`;
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}

/** The same day a month later, or the last of that month where it has no such day. */
export function monthLater(day: LocalDate): LocalDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10);
}
