import type { Viewer } from '@knotenpunkt/identity/domain';
import { checkText, isLocalDate, ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import type { Alliance } from '../alliance';
import type { AllianceCode } from '../alliance-text';
import { isWorking, speaksFor } from '../membership/admission';

/** A task nobody has taken on yet: written down at a meeting, or given back by a member that leaves. Taken on it is a Zusage. */
export interface Task {
  id: Id;
  allianceId: Id;
  text: string;
  dueOn: LocalDate;
  enteredById: Id;
  /** The minutes it stands in. */
  minutesId: Id | null;
  /** It was a Zusage of the one that entered it. */
  givenBack: boolean;
  takenById: Id | null;
  droppedOn: LocalDate | null;
  version: number;
}

export type TaskCode = AllianceCode | 'DAY_INVALID' | 'MINUTES_UNKNOWN' | 'TOO_MANY_TASKS' | 'TASK_TAKEN' | 'NOT_A_MEMBER';

export const TASK_LIMITS = { text: 200, open: 50 } as const;

/** Offers a task; nobody is given one by others. */
export function offerTask(
  viewer: Viewer,
  alliance: Alliance,
  wish: Pick<Task, 'id' | 'text' | 'dueOn' | 'enteredById' | 'minutesId'>,
  { openTasks, minutes, today }: { openTasks: number; minutes: readonly Id[]; today: LocalDate },
): Result<Task, TaskCode> {
  if (!speaksFor(viewer, alliance, wish.enteredById)) return refuse('NOT_PERMITTED');
  if (!isWorking(alliance)) return refuse('STATE_DIFFERS');
  if (openTasks >= TASK_LIMITS.open) return refuse('TOO_MANY_TASKS', { params: { max: TASK_LIMITS.open } });
  const text = checkText('text', wish.text, { max: TASK_LIMITS.text });
  if (!text.ok) return text;
  if (!isLocalDate(wish.dueOn) || wish.dueOn < today) return refuse('DAY_INVALID', { field: 'dueOn' });
  if (wish.minutesId !== null && !minutes.includes(wish.minutesId)) return refuse('MINUTES_UNKNOWN', { field: 'minutesId' });
  const { id, dueOn, enteredById, minutesId } = wish;
  const fresh = { givenBack: false, takenById: null, droppedOn: null, version: 1 };
  return ok({ id, allianceId: alliance.id, text: text.value, dueOn, enteredById, minutesId, ...fresh });
}

function isOpenTask({ takenById, droppedOn }: Task): boolean {
  return takenById === null && droppedOn === null;
}

/** A member takes it on, for itself. */
export function takeTask(viewer: Viewer, alliance: Alliance, task: Task, actorId: Id): Result<Task, TaskCode> {
  if (!speaksFor(viewer, alliance, actorId)) return refuse('NOT_PERMITTED');
  if (!isWorking(alliance)) return refuse('STATE_DIFFERS');
  return isOpenTask(task) ? ok({ ...task, takenById: actorId }) : refuse('TASK_TAKEN');
}

/** It is not needed any more. */
export function dropTask(viewer: Viewer, alliance: Alliance, task: Task, today: LocalDate): Result<Task, TaskCode> {
  const may = alliance.members.some(({ actorId }) => speaksFor(viewer, alliance, actorId));
  if (!may) return refuse('NOT_PERMITTED');
  return isOpenTask(task) ? ok({ ...task, droppedOn: today }) : refuse('TASK_TAKEN');
}
