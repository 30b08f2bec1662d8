import { useRef, useState, type ReactNode } from 'react';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { showToast, useAnswerToast, type MenuEntry } from '@knotenpunkt/webkit/ui';
import { CompleteThreadDialog } from './CompleteThreadDialog';
import { PostponeThreadDialog } from './PostponeThreadDialog';
import { REOPEN_THREAD, type ShownThread } from './thread-parts';
import { ThreadDialog } from './ThreadDialog';

/** What can be done with a thread of a list: dialogs, and taking the last "done" back. */
export interface ThreadActs {
  plan: (thread: ShownThread) => void;
  postpone: (thread: ShownThread) => void;
  complete: (thread: ShownThread) => void;
  reopen: (thread: { id: string; version: number }) => void;
  /** Takes back what was done last here, if anything. */
  undo: () => void;
  /** Something was done here since the page was opened. */
  acted: boolean;
  /** The same as entries of a menu, as far as the reader may. */
  entries: (thread: ShownThread) => MenuEntry[];
  dialog: ReactNode;
}

type Open = { act: 'plan' | 'postpone' | 'complete'; thread: ShownThread } | null;

/** `onChange`: something was done, and the list is to be read again. */
export function useThreadActs(onChange: () => void): ThreadActs {
  const t = useMessages('coordination');
  const [open, setOpen] = useState<Open>(null);
  const [acted, setActed] = useState(false);
  const last = useRef<{ id: string; version: number } | null>(null);
  const reopening = useMutationAnswer(REOPEN_THREAD);
  const tell = useAnswerToast('coordination');
  const close = () => setOpen(null);
  const changed = () => {
    setActed(true);
    close();
    onChange();
  };
  const reopen = async ({ id, version }: { id: string; version: number }) => {
    last.current = null;
    tell(await reopening.send({ input: { id, expectedVersion: version } }), t('threads.reopened'));
    changed();
  };
  const undo = () => {
    if (last.current) void reopen(last.current);
  };
  const plan = (thread: ShownThread) => setOpen({ act: 'plan', thread });
  const postpone = (thread: ShownThread) => setOpen({ act: 'postpone', thread });
  const complete = (thread: ShownThread) => setOpen({ act: 'complete', thread });
  const entries = (thread: ShownThread): MenuEntry[] =>
    [
      { act: 'planThread', id: 'plan', label: t('threads.acts.plan'), onChoose: () => plan(thread) },
      { act: 'postponeThread', id: 'postpone', label: t('threads.acts.postpone'), onChoose: () => postpone(thread) },
      { act: 'completeThread', id: 'complete', label: t('threads.acts.complete'), onChoose: () => complete(thread) },
      { act: 'reopenThread', id: 'reopen', label: t('threads.acts.reopen'), onChoose: () => void reopen(thread) },
    ].filter(({ act }) => thread.availableActions.includes(act));
  const common = { onClose: close, onStale: changed };
  const dialog =
    open &&
    {
      plan: <ThreadDialog thread={open.thread} {...common} onDone={changed} />,
      postpone: (
        <PostponeThreadDialog
          thread={open.thread}
          {...common}
          onDone={() => {
            showToast({ text: t('threads.postpone.done') });
            changed();
          }}
        />
      ),
      complete: (
        <CompleteThreadDialog
          thread={open.thread}
          {...common}
          onDone={(version) => {
            const { id } = open.thread;
            last.current = { id, version };
            showToast({ text: t('threads.complete.done', { title: open.thread.title }), undo: () => void reopen({ id, version }) });
            changed();
          }}
        />
      ),
    }[open.act];
  return { plan, postpone, complete, reopen: (thread) => void reopen(thread), undo, acted, entries, dialog };
}
