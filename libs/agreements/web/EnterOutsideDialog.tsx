import { useState } from 'react';
import { ActorPicker } from '@knotenpunkt/actors/web';
import { OUTSIDE_WAYS, type OutsideWay } from '@knotenpunkt/agreements/domain';
import { newId } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { skipToken, useMutationAnswer, useQuery, useToday } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  DateField,
  Dialog,
  DialogFoot,
  ErrorNotice,
  ErrorSummary,
  Fields,
  RadioGroup,
  Select,
  showToast,
  TextArea,
  TextField,
  useForm,
} from '@knotenpunkt/webkit/ui';

const PURPOSES = graphql(`
  query OutsidePurposes($actorId: ID!) {
    outsidePurposes(actorId: $actorId) {
      type
      id
      title
    }
  }
`);
const ENTER = graphql(`
  mutation EnterOutsidePromise($input: EnterOutsidePromiseInput!) {
    enterOutsidePromise(input: $input) {
      ... on OutsidePromise {
        ...OutsidePromiseParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** What an organisation may have promised something for, as choices; null while that is not known. */
function usePurposes(actorId: string | null) {
  const t = useMessages('agreements');
  const { data } = useQuery(PURPOSES, actorId === null ? skipToken : { variables: { actorId } });
  if (actorId === null || !data) return null;
  return data.outsidePurposes.map(({ id, type, title }) => ({ value: id, label: `${title} (${t(`purposes.${type}`)})` }));
}

/**
 * Who promised what elsewhere, when and how. Nothing of it is kept as a draft: who said it is to stay on no machine.
 */
export function EnterOutsideDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const t = useMessages('agreements');
  const today = useToday();
  const [id] = useState(() => newId());
  const [fault, setFault] = useState<unknown>(null);
  const { send, busy } = useMutationAnswer(ENTER);
  const form = useForm({
    room: 'agreements',
    initial: {
      ...{ actorId: null as string | null, actorName: '', purposeId: '', text: '', dueOn: '' },
      ...{ way: 'TELEPHONE' as OutsideWay, saidOn: today, saidBy: '', proof: '' },
    },
    check: ({ actorId, purposeId, text, dueOn, saidOn, saidBy, proof }) => [
      actorId === null ? { code: 'ACTOR_MISSING', field: 'actorId' } : null,
      purposeId === '' ? { code: 'PURPOSE_MISSING', field: 'purposeId' } : null,
      text.trim() === '' ? { code: 'TEXT_MISSING', field: 'text' } : null,
      dueOn < today ? { code: 'DUE_INVALID', field: 'dueOn' } : null,
      saidOn === '' || saidOn > today ? { code: 'SAID_LATER', field: 'saidOn' } : null,
      saidBy.trim() === '' ? { code: 'TEXT_MISSING', field: 'saidBy' } : null,
      proof.trim() === '' ? { code: 'TEXT_MISSING', field: 'proof' } : null,
    ],
  });
  const purposes = usePurposes(form.values.actorId);
  const submit = form.submit(async ({ actorId, actorName, ...values }) => {
    const answer = await send({ input: { ...values, id, actorId: actorId! } });
    setFault(answer.kind === 'failed' ? answer.fault : null);
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    showToast({ text: t('outside.enter.done', { actor: actorName }) });
    onDone();
    onClose();
  });
  return (
    <Dialog
      open
      title={t('outside.enter.title')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('outside.enter.send')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('outside.enter.text')}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <ActorPicker
          label={t('outside.enter.who')}
          {...form.field('actorId')}
          onChange={(actorId, actor) => form.set({ actorId, actorName: actor?.name ?? '', purposeId: '' })}
        />
        {purposes?.length === 0 ? <p>{t('outside.enter.purposeNone')}</p> : null}
        {purposes && purposes.length > 0 ? (
          <Select
            label={t('outside.enter.purpose')}
            none={t('outside.enter.purposeChoose')}
            options={purposes}
            {...form.field('purposeId')}
          />
        ) : null}
        <TextArea label={t('outside.enter.what')} hint={t('promise.whatHint')} rows={2} max={200} {...form.field('text')} />
        <DateField label={t('outside.enter.until')} min={today} {...form.field('dueOn')} />
        <RadioGroup<OutsideWay>
          label={t('outside.enter.way')}
          {...form.field('way')}
          choices={OUTSIDE_WAYS.map((value) => ({ value, label: t(`outside.ways.${value}`) }))}
        />
        <DateField label={t('outside.enter.saidOn')} max={today} {...form.field('saidOn')} />
        <TextField label={t('outside.enter.saidBy')} hint={t('outside.enter.saidByHint')} {...form.field('saidBy')} />
        <TextArea label={t('outside.enter.proof')} hint={t('outside.enter.proofHint')} rows={2} max={300} {...form.field('proof')} />
      </Fields>
    </Dialog>
  );
}
