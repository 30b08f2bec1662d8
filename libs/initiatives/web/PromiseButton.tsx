import { useState } from 'react';
import type { OwnActor } from '@knotenpunkt/actors/web';
import { newId } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
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
import type { ShownInitiative } from './useInitiative';

const PROMISE = graphql(`
  mutation PromiseForInitiative($input: PromiseForInitiativeInput!) {
    promiseForInitiative(input: $input) {
      ... on Commitment {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

interface Props {
  initiative: ShownInitiative;
  own: readonly OwnActor[];
  onChange: () => void;
}

/** "Etwas zusagen", for organisations that take part. */
export function PromiseButton(props: Props) {
  const t = useMessages('initiatives');
  const [open, setOpen] = useState(false);
  if (!props.initiative.availableActions.includes('promiseForInitiative')) return null;
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        {t('acts.promiseForInitiative')}
      </Button>
      {open ? <PromiseDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function PromiseDialog({ initiative, own, onChange, onClose }: Props & { onClose: () => void }) {
  const t = useMessages('initiatives');
  const today = useToday();
  const { send, busy, fault } = useMutationAnswer(PROMISE);
  const [id] = useState(() => newId());
  const takesPart = (actorId: string) =>
    initiative.lead.id === actorId || initiative.partners.some((partner) => partner.actorId === actorId && partner.state === 'ACCEPTED');
  const promisers = own.filter((actor) => actor.decides && takesPart(actor.id));
  const form = useForm({
    room: 'initiatives',
    initial: { actorId: promisers[0]?.id ?? '', text: '', dueOn: '' },
    check: ({ text, dueOn }) => [
      text.trim() === '' ? { code: 'TEXT_MISSING', field: 'text' } : null,
      dueOn < today ? { code: 'DUE_INVALID', field: 'dueOn' } : null,
    ],
    draft: `promise.${initiative.id}`,
  });
  const submit = form.submit(async ({ actorId, text, dueOn }) => {
    const answer = await send({ input: { id, initiativeId: initiative.id, actorId, text, dueOn } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    form.done();
    showToast({ text: t('page.promised') });
    onChange();
    onClose();
  });
  return (
    <Dialog
      open
      title={t('acts.promiseForInitiative')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('page.promise')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('page.promisesText')}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {promisers.length > 1 ? (
          <Select
            label={t('page.promiser')}
            {...form.field('actorId')}
            options={promisers.map(({ id: value, name: label }) => ({ value, label }))}
          />
        ) : null}
        <TextArea label={t('page.promiseWhat')} hint={t('page.promiseWhatHint')} rows={3} {...form.field('text')} />
        <DateField label={t('page.promiseUntil')} min={today} {...form.field('dueOn')} />
      </Fields>
    </Dialog>
  );
}
