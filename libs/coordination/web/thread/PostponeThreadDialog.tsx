import { addDays, isLocalDate, type LocalDate } from '@knotenpunkt/kernel';
import { monthLater } from '@knotenpunkt/coordination/domain';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, DateField, Dialog, DialogFoot, ErrorNotice, ErrorSummary, Fields, StaleNotice, useForm } from '@knotenpunkt/webkit/ui';
import type { ThreadActDialogProps } from './CompleteThreadDialog';
import { POSTPONE_THREAD } from './thread-parts';

/** Wiedervorlage: tomorrow, in a week, in a month, or on a day. */
export function PostponeThreadDialog({ thread, onClose, onStale, onDone }: ThreadActDialogProps) {
  const t = useMessages('coordination');
  const format = useFormat();
  const today = useToday();
  const { send, busy, fault, stale } = useMutationAnswer(POSTPONE_THREAD);
  const form = useForm({
    room: 'coordination',
    initial: { followUpOn: '' },
    check: ({ followUpOn }) => [
      isLocalDate(followUpOn) && followUpOn > today
        ? null
        : { code: followUpOn === '' ? 'DAY_MISSING' : 'DAY_INVALID', field: 'followUpOn' },
    ],
  });
  const postpone = async (followUpOn: LocalDate) => {
    const answer = await send({ input: { id: thread.id, expectedVersion: thread.version, followUpOn } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind === 'done') onDone(thread.version + 1);
  };
  const quick = { tomorrow: addDays(today, 1), week: addDays(today, 7), month: monthLater(today) };
  return (
    <Dialog
      open
      title={t('threads.postpone.title')}
      onClose={onClose}
      onSubmit={form.submit(({ followUpOn }) => postpone(followUpOn))}
      foot={<DialogFoot send={t('threads.postpone.send')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p className="kn-strong">{thread.title}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {stale !== null ? <StaleNotice onLoad={onStale} /> : null}
        <div className="threads-quick" role="group" aria-label={t('threads.postpone.quick')}>
          {Object.entries(quick).map(([key, day], index) => (
            <Button key={key} small busy={busy} data-autofocus={index === 0 || undefined} onClick={() => void postpone(day)}>
              {t(`threads.postpone.${key}`)}
              <span className="threads-quick__day">{format.dayMonth(day, today)}</span>
            </Button>
          ))}
        </div>
        <DateField label={t('threads.postpone.day')} min={addDays(today, 1)} {...form.field('followUpOn')} />
      </Fields>
    </Dialog>
  );
}
