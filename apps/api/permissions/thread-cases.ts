import { idFrom, newId, type Id } from '@knotenpunkt/kernel';
import type { CloserLook } from './cases';

/** Threads that name OWN, made before the walk. */
export const threads = {
  open: idFrom('walk', 'thread-open'),
  done: idFrom('walk', 'thread-done'),
};

/** As `about` in `cases.ts`: a version no record has. */
const NO_VERSION = 99_999;
const about = (id: Id, more: object = {}) => ({ input: { id, expectedVersion: NO_VERSION, ...more } });

/** A thread that names an organisation. */
export function threadNaming(actorId: Id, id: Id) {
  return { id, title: 'Walk Nachtbus', actorIds: [actorId], nextStep: 'Anrufen', followUpOn: '2026-01-01' };
}

/** Arguments of what can be done with threads. */
export function threadArguments(own: Id): Record<string, () => Record<string, unknown>> {
  const { id: _, ...plan } = threadNaming(own, threads.open);
  return {
    thread: () => ({ id: threads.open }),
    threads: () => ({ which: 'OPEN', search: 'Walk' }),
    threadsNaming: () => ({ actorId: own }),
    openThread: () => ({ input: threadNaming(own, newId()) }),
    planThread: () => about(threads.open, plan),
    postponeThread: () => about(threads.open, { followUpOn: '2099-01-01' }),
    completeThread: () => about(threads.open, { closing: 'Fährt.' }),
    reopenThread: () => about(threads.done),
    correctThread: () => ({ input: { threadId: threads.open, actorId: own, text: 'Fährt schon.' } }),
    noteCorrection: () => ({ input: { threadId: threads.done, actorId: own, expectedVersion: NO_VERSION } }),
  };
}

/** Fields of a thread that answer to who asks. */
export const THREAD_LOOKS: Record<string, CloserLook> = {
  'Thread.availableActions': {
    ask: `{ thread(id: "${threads.open}") { availableActions } }`,
    found: ({ thread }: { thread: { availableActions: string[] } | null }) => thread && thread.availableActions,
  },
};
