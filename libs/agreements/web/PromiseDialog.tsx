import { useState } from 'react';
import { newId } from '@knotenpunkt/kernel';
import { useToday, type Answer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
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
  TextField,
  useForm,
} from '@knotenpunkt/webkit/ui';

/** A Zusage as it is entered. */
export interface PromisedWish {
  id: string;
  actorId: string;
  text: string;
  nextStep: string;
  dueOn: string;
}

interface PromiseDialogProps {
  title: string;
  /** The organisations for which the viewer may promise here; at least one. */
  promisers: readonly { id: string; name: string }[];
  /** Under which name what is typed is kept until it is sent. */
  draft: string;
  send: (wish: PromisedWish) => Promise<Answer<unknown>>;
  onClose: () => void;
  onDone: () => void;
}

/** Who does what until when, and what comes first; for the pages of Vorhaben and alliances. */
export function PromiseDialog({ title, promisers, draft, send, onClose, onDone }: PromiseDialogProps) {
  const t = useMessages('agreements');
  const today = useToday();
  const [id] = useState(() => newId());
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const form = useForm({
    room: 'agreements',
    initial: { actorId: promisers[0]?.id ?? '', text: '', nextStep: '', dueOn: '' },
    check: ({ text, dueOn }) => [
      text.trim() === '' ? { code: 'TEXT_MISSING', field: 'text' } : null,
      dueOn < today ? { code: 'DUE_INVALID', field: 'dueOn' } : null,
    ],
    draft,
  });
  const submit = form.submit(async (values) => {
    setBusy(true);
    const answer = await send({ id, ...values });
    setBusy(false);
    setFault(answer.kind === 'failed' ? answer.fault : null);
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    form.done();
    showToast({ text: t('promise.done') });
    onDone();
    onClose();
  });
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('promise.send')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('promise.intent')}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {promisers.length > 1 ? (
          <Select
            label={t('promise.who')}
            {...form.field('actorId')}
            options={promisers.map(({ id: value, name: label }) => ({ value, label }))}
          />
        ) : null}
        <TextArea label={t('promise.what')} hint={t('promise.whatHint')} rows={3} max={200} {...form.field('text')} />
        <DateField label={t('promise.until')} min={today} {...form.field('dueOn')} />
        <TextField label={t('promise.nextStep')} hint={t('promise.nextStepHint')} optional {...form.field('nextStep')} />
      </Fields>
    </Dialog>
  );
}
