import { useState } from 'react';
import { TASK_LIMITS } from '@knotenpunkt/alliances/domain';
import { checkText, newId } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useToday, type Answer } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  DateField,
  Dialog,
  DialogFoot,
  ErrorNotice,
  ErrorSummary,
  Fields,
  Select,
  showToast,
  TextArea,
  useForm,
} from '@knotenpunkt/webkit/ui';
import type { ShownAlliance } from '../useAlliance';
import { useOwnMembers, type ShownTask, type ShownWork } from '../useAllianceWork';

const OFFER = graphql(`
  mutation OfferAllianceTask($input: OfferAllianceTaskInput!) {
    offerAllianceTask(input: $input) {
      ... on Alliance {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

interface OfferTaskDialogProps {
  alliance: ShownAlliance;
  work: ShownWork;
  onClose: () => void;
  onDone: () => void;
}

/** Writes a task down for whoever takes it on. */
export function OfferTaskDialog({ alliance, work, onClose, onDone }: OfferTaskDialogProps) {
  const t = useMessages('alliances');
  const format = useFormat();
  const today = useToday();
  const [id] = useState(() => newId());
  const own = useOwnMembers(alliance);
  const { send, busy, fault } = useMutationAnswer(OFFER);
  const minutes = work.statements.filter(({ kind, standing }) => kind === 'MINUTES' && standing !== 'WITHDRAWN');
  const form = useForm({
    room: 'alliances',
    initial: { text: '', dueOn: '', minutesId: '' },
    check: ({ text, dueOn }) => {
      const what = checkText('text', text, { max: TASK_LIMITS.text });
      return [what.ok ? null : what.refusal, dueOn >= today ? null : { code: 'DAY_INVALID', field: 'dueOn' }];
    },
    draft: `alliance.${alliance.id}.task`,
  });
  const submit = form.submit(async ({ minutesId, ...task }) => {
    const enteredById = own[0]?.id ?? '';
    const answer = await send({ input: { ...task, id, allianceId: alliance.id, enteredById, minutesId: minutesId || null } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    form.done();
    showToast({ text: t('tasks.offered') });
    onClose();
    onDone();
  });
  return (
    <Dialog
      open
      title={t('tasks.offer')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('tasks.send')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('tasks.offerText')}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <TextArea label={t('tasks.what')} hint={t('tasks.whatHint')} rows={2} max={TASK_LIMITS.text} {...form.field('text')} />
        <DateField label={t('tasks.dueOn')} min={today} {...form.field('dueOn')} />
        {minutes.length > 0 ? (
          <Select
            label={t('work.fields.minutes')}
            none={t('work.fields.noMinutes')}
            optional
            {...form.field('minutesId')}
            options={minutes.map((each) => ({ value: each.id, label: t('work.meetingOn', { date: format.date(each.on) }) }))}
          />
        ) : null}
      </Fields>
    </Dialog>
  );
}

interface TakeTaskDialogProps {
  /** The reader's organisations that could take it on. */
  own: readonly { id: string; name: string }[];
  task: ShownTask;
  send: (wish: { actorId: string; dueOn: string }) => Promise<Answer<unknown>>;
  onClose: () => void;
  onDone: () => void;
}

/** Which of the reader's organisations takes a task on, and until when: where one click would not say it. */
export function TakeTaskDialog({ own, task, send, onClose, onDone }: TakeTaskDialogProps) {
  const t = useMessages('alliances');
  const today = useToday();
  const form = useForm({
    room: 'alliances',
    initial: { actorId: own[0]?.id ?? '', dueOn: task.dueOn < today ? '' : task.dueOn },
    check: ({ dueOn }) => [dueOn >= today ? null : { code: 'DAY_INVALID', field: 'dueOn' }],
  });
  const submit = form.submit(async (wish) => {
    const answer = await send(wish);
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    showToast({ text: t('tasks.taken') });
    onClose();
    onDone();
  });
  return (
    <Dialog
      open
      title={t('tasks.take')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('tasks.take')} busy={false} onClose={onClose} />}
    >
      <Fields>
        <p>{task.text}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        <Select
          label={t('work.fields.for')}
          {...form.field('actorId')}
          options={own.map(({ id: value, name: label }) => ({ value, label }))}
        />
        <DateField label={t('tasks.dueOn')} min={today} {...form.field('dueOn')} />
      </Fields>
    </Dialog>
  );
}
