import { useState } from 'react';
import { newId } from '@knotenpunkt/kernel';
import { checkThreadPlan, THREAD_LIMITS, type ThreadSubjectType } from '@knotenpunkt/coordination/domain';
import { useViewer } from '@knotenpunkt/identity/web';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  DateField,
  Dialog,
  DialogFoot,
  ErrorNotice,
  ErrorSummary,
  FieldRow,
  Fields,
  Loading,
  Notice,
  Select,
  showToast,
  StaleNotice,
  TextField,
  useForm,
} from '@knotenpunkt/webkit/ui';
import { OPEN_THREAD, PLAN_THREAD, type ShownThread } from './thread-parts';
import { ThreadActorsField, type ChosenActor } from './ThreadActorsField';
import { ThreadCorrections } from './ThreadCorrections';
import { ThreadNote } from '../list/ThreadNote';
import { useCoordinators } from './useThreads';
import './threads.css';

/** What a new thread is about, where it is begun on a page of its own. */
export interface ThreadStart {
  subject: { type: ThreadSubjectType; id: string };
  title: string;
  actors?: ChosenActor[];
}

export interface ThreadDialogProps {
  /** The thread to plan; null: a new one. */
  thread: ShownThread | null;
  start?: ThreadStart;
  onClose: () => void;
  onStale?: () => void;
  onDone: () => void;
}

/** Begins a thread, or plans one: step, day, organisations and who has it in hand, in one save. */
export function ThreadDialog(props: ThreadDialogProps) {
  const t = useMessages('coordination');
  const coordinators = useCoordinators();
  const viewer = useViewer();
  if (coordinators && viewer) return <ThreadForm {...props} coordinators={coordinators} me={viewer.personId ?? null} />;
  return (
    <Dialog open title={t(props.thread ? 'threads.form.planTitle' : 'threads.form.openTitle')} onClose={props.onClose}>
      <Loading />
    </Dialog>
  );
}

type FormProps = ThreadDialogProps & { coordinators: readonly { id: string; name: string }[]; me: string | null };

function ThreadForm({ thread, start, coordinators, me, onClose, onStale, onDone }: FormProps) {
  const t = useMessages('coordination');
  const [newThreadId] = useState(() => newId());
  const opening = useMutationAnswer(OPEN_THREAD);
  const planning = useMutationAnswer(PLAN_THREAD);
  const { busy, fault, stale } = thread ? planning : opening;
  const coordinates = coordinators.some(({ id }) => id === me);
  const form = useForm({
    room: 'coordination',
    initial: {
      title: thread?.title ?? start?.title.slice(0, THREAD_LIMITS.title) ?? '',
      nextStep: thread?.nextStep ?? '',
      stepActorId: (thread?.stepActor ? [thread.stepActor] : []) as ChosenActor[],
      followUpOn: thread?.followUpOn ?? '',
      actorIds: (thread?.actors ?? start?.actors ?? []) as ChosenActor[],
      ownerId: thread ? (thread.owner?.id ?? '') : coordinates ? me! : '',
      deputyId: thread?.deputy?.id ?? '',
    },
    check: (values) => {
      const checked = checkThreadPlan(planOf(values), null);
      return [checked.ok ? null : checked.refusal];
    },
  });
  const submit = form.submit(async (values) => {
    const plan = planOf(values);
    const answer = thread
      ? await planning.send({ input: { ...plan, id: thread.id, expectedVersion: thread.version } })
      : await opening.send({ input: { ...plan, id: newThreadId, subject: start?.subject ?? null } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    showToast({ text: t(thread ? 'threads.form.planned' : 'threads.form.opened') });
    onDone();
  });
  const people = coordinators.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Dialog
      open
      wide
      title={t(thread ? 'threads.form.planTitle' : 'threads.form.openTitle')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t(thread ? 'threads.form.plan' : 'threads.form.open')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {stale !== null ? <StaleNotice onLoad={onStale ?? onClose} /> : null}
        {thread ? <ThreadCorrections thread={thread} onChange={onStale ?? onDone} /> : null}
        {thread && thread.note !== '' ? <ThreadNote text={thread.note} /> : null}
        <TextField label={t('threads.form.title')} hint={t('threads.form.titleHint')} autoFocus {...form.field('title')} />
        <TextField label={t('threads.form.nextStep')} optional {...form.field('nextStep')} />
        <ThreadActorsField label={t('threads.form.stepActor')} max={1} {...form.field('stepActorId')} />
        <DateField label={t('threads.form.followUpOn')} hint={t('threads.form.followUpHint')} optional {...form.field('followUpOn')} />
        <ThreadActorsField label={t('threads.form.actors')} max={THREAD_LIMITS.actors} {...form.field('actorIds')} />
        <Notice>{t('threads.form.readByThem')}</Notice>
        <FieldRow>
          <Select label={t('threads.form.owner')} none={t('threads.form.nobody')} options={people} {...form.field('ownerId')} />
          <Select label={t('threads.form.deputy')} none={t('threads.form.nobody')} options={people} {...form.field('deputyId')} />
        </FieldRow>
      </Fields>
    </Dialog>
  );
}

interface Written {
  title: string;
  nextStep: string;
  stepActorId: ChosenActor[];
  followUpOn: string;
  actorIds: ChosenActor[];
  ownerId: string;
  deputyId: string;
}

function planOf({ title, nextStep, stepActorId, followUpOn, actorIds, ownerId, deputyId }: Written) {
  return {
    title,
    nextStep,
    stepActorId: stepActorId[0]?.id ?? null,
    followUpOn: followUpOn || null,
    actorIds: actorIds.map(({ id }) => id),
    ownerId: ownerId || null,
    deputyId: deputyId || null,
  };
}
