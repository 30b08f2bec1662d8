import type { Viewer } from '@knotenpunkt/identity/domain';
import { checkText, isId, isLocalDate, ok, refuse, type Id, type LocalDate, type Result, type TextCode } from '@knotenpunkt/kernel';
import { namesActor, readsThreadsOf, seesThreads, THREAD_LIMITS, type Thread, type ThreadCorrection, type ThreadSubject } from './thread';

export type ThreadCode =
  | TextCode
  | 'NOT_PERMITTED'
  | 'TEXT_TOO_SHORT'
  | 'DAY_INVALID'
  | 'ACTOR_UNKNOWN'
  | 'TOO_MANY_ACTORS'
  | 'COORDINATOR_UNKNOWN'
  | 'SAME_COORDINATOR'
  | 'SUBJECT_UNKNOWN'
  | 'TOO_MANY_THREADS'
  | 'STATE_DIFFERS';

/** What is said of a thread, and can be said otherwise while it is open. */
export interface ThreadPlan {
  title: string;
  actorIds: readonly Id[];
  nextStep: string;
  stepActorId: Id | null;
  followUpOn: LocalDate | null;
  ownerId: Id | null;
  deputyId: Id | null;
}

/** A thread as it is begun. */
export interface ThreadWish extends ThreadPlan {
  id: Id;
  subject: ThreadSubject | null;
}

/** Who there is in the region, among those a plan names. */
export interface ThreadPeople {
  actorIds: ReadonlySet<Id>;
  coordinatorIds: ReadonlySet<Id>;
}

/** The same, with what a thread can be about. */
export interface ThreadSurroundings extends ThreadPeople {
  subjectIds: ReadonlySet<Id>;
}

function checkTitle(given: string): Result<string, ThreadCode> {
  const title = checkText('title', given, { max: THREAD_LIMITS.title });
  if (!title.ok || [...title.value].length >= THREAD_LIMITS.titleMin) return title;
  return refuse('TEXT_TOO_SHORT', { field: 'title', params: { min: THREAD_LIMITS.titleMin } });
}

/** The plan as it will be kept, or what is wrong with it; without what only the server knows it is asked in a form, too. */
export function checkThreadPlan(plan: ThreadPlan, known: ThreadPeople | null): Result<ThreadPlan, ThreadCode> {
  const title = checkTitle(plan.title);
  if (!title.ok) return title;
  const nextStep = checkText('nextStep', plan.nextStep, { max: THREAD_LIMITS.nextStep, optional: true });
  if (!nextStep.ok) return nextStep;
  const { stepActorId, followUpOn, ownerId, deputyId } = plan;
  if (followUpOn !== null && !isLocalDate(followUpOn)) return refuse('DAY_INVALID', { field: 'followUpOn' });
  const actorIds = [...new Set(plan.actorIds)];
  if (actorIds.length > THREAD_LIMITS.actors)
    return refuse('TOO_MANY_ACTORS', { field: 'actorIds', params: { max: THREAD_LIMITS.actors } });
  if (deputyId !== null && deputyId === ownerId) return refuse('SAME_COORDINATOR', { field: 'deputyId' });
  if (known) {
    if (!actorIds.every((id) => known.actorIds.has(id))) return refuse('ACTOR_UNKNOWN', { field: 'actorIds' });
    if (stepActorId !== null && !known.actorIds.has(stepActorId)) return refuse('ACTOR_UNKNOWN', { field: 'stepActorId' });
    if (ownerId !== null && !known.coordinatorIds.has(ownerId)) return refuse('COORDINATOR_UNKNOWN', { field: 'ownerId' });
    if (deputyId !== null && !known.coordinatorIds.has(deputyId)) return refuse('COORDINATOR_UNKNOWN', { field: 'deputyId' });
  }
  return ok({ title: title.value, actorIds, nextStep: nextStep.value, stepActorId, followUpOn, ownerId, deputyId });
}

/** The thread a wish begins, or what is wrong with the wish. Asked for each row of a list, too. */
export function openThread(
  viewer: Viewer,
  wish: ThreadWish,
  about: { regionId: Id; known: ThreadSurroundings; today: LocalDate },
): Result<Thread, ThreadCode> {
  if (!seesThreads(viewer)) return refuse('NOT_PERMITTED');
  if (!isId(wish.id)) return refuse('NOT_PERMITTED', { field: 'id' });
  const plan = checkThreadPlan(wish, about.known);
  if (!plan.ok) return plan;
  if (wish.subject && !about.known.subjectIds.has(wish.subject.id)) return refuse('SUBJECT_UNKNOWN', { field: 'subject' });
  return ok({
    ...plan.value,
    id: wish.id,
    regionId: about.regionId,
    subject: wish.subject,
    state: 'OPEN',
    openedOn: about.today,
    attendedOn: about.today,
    doneOn: null,
    closing: '',
    version: 1,
  });
}

function whileOpen(viewer: Viewer, thread: Thread): Result<Thread, ThreadCode> {
  if (!seesThreads(viewer)) return refuse('NOT_PERMITTED');
  return thread.state === 'OPEN' ? ok(thread) : refuse('STATE_DIFFERS');
}

/** Next step, day, organisations and who has it in hand, in one go. Who stands in it already may stay in it. */
export function planThread(
  viewer: Viewer,
  thread: Thread,
  plan: ThreadPlan,
  about: { known: ThreadPeople; today: LocalDate },
): Result<Thread, ThreadCode> {
  const open = whileOpen(viewer, thread);
  if (!open.ok) return open;
  const { actorIds, stepActorId, ownerId, deputyId } = thread;
  const named = (...ids: (Id | null)[]) => ids.filter((id) => id !== null);
  const checked = checkThreadPlan(plan, {
    actorIds: new Set([...about.known.actorIds, ...named(...actorIds, stepActorId)]),
    coordinatorIds: new Set([...about.known.coordinatorIds, ...named(ownerId, deputyId)]),
  });
  return checked.ok ? ok({ ...thread, ...checked.value, attendedOn: about.today }) : checked;
}

/** Another day to look at it again, later than today. */
export function postponeThread(viewer: Viewer, thread: Thread, followUpOn: LocalDate, today: LocalDate): Result<Thread, ThreadCode> {
  const open = whileOpen(viewer, thread);
  if (!open.ok) return open;
  if (!isLocalDate(followUpOn) || followUpOn <= today) return refuse('DAY_INVALID', { field: 'followUpOn' });
  return ok({ ...thread, followUpOn, attendedOn: today });
}

/** Done, with a sentence about what came of it. */
export function completeThread(viewer: Viewer, thread: Thread, closing: string, today: LocalDate): Result<Thread, ThreadCode> {
  const open = whileOpen(viewer, thread);
  if (!open.ok) return open;
  const said = checkText('closing', closing, { max: THREAD_LIMITS.closing });
  return said.ok ? ok({ ...thread, state: 'DONE', doneOn: today, closing: said.value, attendedOn: today }) : said;
}

/** Takes "done" back: everything else is as it was. */
export function reopenThread(viewer: Viewer, thread: Thread, today: LocalDate): Result<Thread, ThreadCode> {
  if (!seesThreads(viewer)) return refuse('NOT_PERMITTED');
  return thread.state === 'DONE' ? ok({ ...thread, state: 'OPEN', doneOn: null, closing: '', attendedOn: today }) : refuse('STATE_DIFFERS');
}

/** What an organisation says of a thread that names it. Later words of the same organisation replace the earlier ones. */
export function correctThread(
  viewer: Viewer,
  thread: Thread | null,
  said: { actorId: Id; text: string },
  today: LocalDate,
): Result<Omit<ThreadCorrection, 'version'>, ThreadCode> {
  const { actorId } = said;
  // A thread that does not name the organisation is not there for it.
  if (!isId(actorId) || !readsThreadsOf(viewer, actorId) || !thread || !namesActor(thread, actorId)) return refuse('NOT_PERMITTED');
  const text = checkText('text', said.text, { max: THREAD_LIMITS.correction });
  return text.ok ? ok({ threadId: thread.id, actorId, text: text.value, writtenOn: today, notedOn: null }) : text;
}

/** A coordinator has read what an organisation says. */
export function noteCorrection(viewer: Viewer, correction: ThreadCorrection, today: LocalDate): Result<ThreadCorrection, ThreadCode> {
  if (!seesThreads(viewer)) return refuse('NOT_PERMITTED');
  return correction.notedOn === null ? ok({ ...correction, notedOn: today }) : refuse('STATE_DIFFERS');
}

export const THREAD_ACTIONS = ['planThread', 'postponeThread', 'completeThread', 'reopenThread'] as const;
export type ThreadAction = (typeof THREAD_ACTIONS)[number];

/** What a viewer may do next. */
export function threadActions(viewer: Viewer, { state }: Pick<Thread, 'state'>): ThreadAction[] {
  if (!seesThreads(viewer)) return [];
  return state === 'OPEN' ? ['planThread', 'postponeThread', 'completeThread'] : ['reopenThread'];
}
