import { useState } from 'react';
import { FollowButton } from '@knotenpunkt/notices/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useToday, type Answer } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { DateField, TextArea, TextButton, TextField, useForm } from '@knotenpunkt/webkit/ui';
import { ActDialog } from './ActDialog';
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
      {chosen ? <AskedAct act={chosen} commitment={commitment} onClose={() => choose(null)} onChange={onChange} /> : null}
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

function AskedAct({
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
  const note = act === 'reschedule' ? 'noteReschedule' : 'noteWithdraw';
  return (
    <ActDialog
      title={t(`acts.${act}Title`)}
      text={t(`acts.${act}Text`, { text: commitment.text, date: format.date(commitment.dueOn) })}
      act={t(`acts.${act}Send`)}
      done={t(DONE[act])}
      form={form}
      send={send}
      busy={busy}
      onChange={onChange}
      onClose={onClose}
    >
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
    </ActDialog>
  );
}
