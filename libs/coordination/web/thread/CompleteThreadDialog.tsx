import { checkText } from '@knotenpunkt/kernel';
import { THREAD_LIMITS } from '@knotenpunkt/coordination/domain';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Dialog, DialogFoot, ErrorNotice, ErrorSummary, Fields, StaleNotice, TextField, useForm } from '@knotenpunkt/webkit/ui';
import { COMPLETE_THREAD, type ShownThread } from './thread-parts';

export interface ThreadActDialogProps {
  thread: ShownThread;
  onClose: () => void;
  onStale: () => void;
  /** With the version the thread has now. */
  onDone: (version: number) => void;
}

/** Done: one sentence about what came of it. */
export function CompleteThreadDialog({ thread, onClose, onStale, onDone }: ThreadActDialogProps) {
  const t = useMessages('coordination');
  const { send, busy, fault, stale } = useMutationAnswer(COMPLETE_THREAD);
  const form = useForm({
    room: 'coordination',
    initial: { closing: '' },
    check: ({ closing }) => {
      const checked = checkText('closing', closing, { max: THREAD_LIMITS.closing });
      return [checked.ok ? null : checked.refusal];
    },
  });
  const submit = form.submit(async ({ closing }) => {
    const answer = await send({ input: { id: thread.id, expectedVersion: thread.version, closing } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind === 'done') onDone(thread.version + 1);
  });
  return (
    <Dialog
      open
      title={t('threads.complete.title')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('threads.complete.send')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p className="kn-strong">{thread.title}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {stale !== null ? <StaleNotice onLoad={onStale} /> : null}
        <TextField label={t('threads.complete.closing')} hint={t('threads.complete.hint')} autoFocus {...form.field('closing')} />
      </Fields>
    </Dialog>
  );
}
