import { useState } from 'react';
import { FollowButton } from '@knotenpunkt/notices/web';
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
  showToast,
  TextArea,
  TextButton,
  TextField,
  useForm,
} from '@knotenpunkt/webkit/ui';
import { CommitmentFeedLink } from './FeedLink';
import type { ShownCommitment } from './commitment-parts';

const KEEP = graphql(`
  mutation KeepCommitment($input: KeepCommitmentInput!) {
    keepCommitment(input: $input) {
      ... on Commitment {
        ...CommitmentParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const NEXT_STEP = graphql(`
  mutation NoteNextStep($input: NoteNextStepInput!) {
    noteNextStep(input: $input) {
      ... on Commitment {
        ...CommitmentParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const RESCHEDULE = graphql(`
  mutation RescheduleCommitment($input: RescheduleCommitmentInput!) {
    rescheduleCommitment(input: $input) {
      ... on Commitment {
        ...CommitmentParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const WITHDRAW = graphql(`
  mutation WithdrawCommitment($input: WithdrawCommitmentInput!) {
    withdrawCommitment(input: $input) {
      ... on Commitment {
        ...CommitmentParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

type Act = ShownCommitment['availableActions'][number];
const DONE: Record<Act, string> = {
  keep: 'acts.kept',
  noteNextStep: 'acts.nextStepNoted',
  reschedule: 'acts.rescheduled',
  withdraw: 'acts.withdrawn',
};

/** What may be done with a Zusage: by those who promised it, and "Folgen" by everybody who is signed in. */
export function CommitmentActs({ commitment, onChange }: { commitment: ShownCommitment; onChange: () => void }) {
  const t = useMessages('agreements');
  const [chosen, choose] = useState<Act | null>(null);
  return (
    <>
      <CommitmentFeedLink id={commitment.id} text={commitment.text} />
      <FollowButton type="COMMITMENT" id={commitment.id} title={commitment.text} quiet />
      {commitment.availableActions.map((act) => (
        <TextButton key={act} onClick={() => choose(act)}>
          {t(`acts.${act}`)}
        </TextButton>
      ))}
      {chosen ? <ActDialog act={chosen} commitment={commitment} onClose={() => choose(null)} onChange={onChange} /> : null}
    </>
  );
}

interface Values {
  evidence: string;
  evidenceUrl: string;
  nextStep: string;
  dueOn: string;
  note: string;
}

function useSend(act: Act, { id, version }: ShownCommitment) {
  const [keep, noteNextStep] = [useMutationAnswer(KEEP), useMutationAnswer(NEXT_STEP)];
  const [reschedule, withdraw] = [useMutationAnswer(RESCHEDULE), useMutationAnswer(WITHDRAW)];
  const asked = { id, expectedVersion: version };
  const send = (values: Values): Promise<Answer<unknown>> => {
    const { evidence, evidenceUrl, nextStep, dueOn, note } = values;
    if (act === 'keep') return keep.send({ input: { ...asked, evidence, evidenceUrl: evidenceUrl || null } });
    if (act === 'noteNextStep') return noteNextStep.send({ input: { ...asked, nextStep } });
    if (act === 'reschedule') return reschedule.send({ input: { ...asked, dueOn, note } });
    return withdraw.send({ input: { ...asked, note } });
  };
  return { send, busy: [keep, noteNextStep, reschedule, withdraw].some(({ busy }) => busy) };
}

function ActDialog({
  act,
  commitment,
  onClose,
  onChange,
}: {
  act: Act;
  commitment: ShownCommitment;
  onClose: () => void;
  onChange: () => void;
}) {
  const t = useMessages('agreements');
  const format = useFormat();
  const today = useToday();
  const { send, busy } = useSend(act, commitment);
  const [fault, setFault] = useState<unknown>(null);
  const explained = act === 'reschedule' || act === 'withdraw';
  const form = useForm({
    room: 'agreements',
    initial: { evidence: '', evidenceUrl: '', nextStep: commitment.nextStep, dueOn: '', note: '' },
    check: ({ evidence, dueOn, note }) => [
      act === 'keep' && evidence.trim() === '' ? { code: 'TEXT_MISSING', field: 'evidence' } : null,
      act === 'reschedule' && dueOn < today ? { code: 'DUE_INVALID', field: 'dueOn' } : null,
      explained && note.trim() === '' ? { code: 'TEXT_MISSING', field: 'note' } : null,
    ],
    draft: `commitment.${commitment.id}.${act}`,
  });
  const submit = form.submit(async (values) => {
    const answer = await send(values);
    setFault(answer.kind === 'failed' ? answer.fault : null);
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind === 'done' || answer.kind === 'stale') {
      form.done();
      showToast({ text: t(answer.kind === 'done' ? DONE[act] : 'acts.stale') });
      onChange();
      onClose();
    }
  });
  const note = act === 'reschedule' ? 'noteReschedule' : 'noteWithdraw';
  return (
    <Dialog
      open
      title={t(`acts.${act}Title`)}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t(`acts.${act}Send`)} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t(`acts.${act}Text`, { text: commitment.text, date: format.date(commitment.dueOn) })}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {act === 'keep' ? (
          <>
            <TextArea label={t('acts.evidence')} hint={t('acts.evidenceHint')} rows={3} {...form.field('evidence')} />
            <TextField label={t('acts.evidenceUrl')} hint={t('acts.evidenceUrlHint')} type="url" optional {...form.field('evidenceUrl')} />
          </>
        ) : null}
        {act === 'noteNextStep' ? (
          <TextField label={t('promise.nextStep')} hint={t('promise.nextStepHint')} optional {...form.field('nextStep')} />
        ) : null}
        {act === 'reschedule' ? <DateField label={t('acts.dueOn')} min={today} {...form.field('dueOn')} /> : null}
        {explained ? <TextArea label={t(`acts.${note}`)} hint={t(`acts.${note}Hint`)} rows={3} {...form.field('note')} /> : null}
      </Fields>
    </Dialog>
  );
}
