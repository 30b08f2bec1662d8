import { useState } from 'react';
import { checkSearchName } from '@knotenpunkt/actors/domain';
import { newId } from '@knotenpunkt/kernel';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Checkbox, Dialog, DialogFoot, ErrorNotice, ErrorSummary, Fields, showToast, TextField, useForm } from '@knotenpunkt/webkit/ui';
import { SAVE_SEARCH } from './useSavedSearches';

interface SaveSearchDialogProps {
  /** The search part of the directory's address. */
  address: string;
  suggested: string;
  onSaved: () => void;
  onClose: () => void;
}

/** A name for what is searched for at present, and whether mails are wanted. */
export function SaveSearchDialog({ address, suggested, onSaved, onClose }: SaveSearchDialogProps) {
  const t = useMessages('actors');
  const { send, busy, fault } = useMutationAnswer(SAVE_SEARCH);
  const [id] = useState(() => newId());
  const form = useForm({
    room: 'actors',
    initial: { name: suggested, mail: true },
    check: ({ name }) => {
      const checked = checkSearchName(name);
      return [checked.ok ? null : checked.refusal];
    },
  });
  const submit = form.submit(async ({ name, mail }) => {
    const answer = await send({ input: { id, name, mail, address } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    showToast({ text: t('searches.saved') });
    onSaved();
    onClose();
  });
  return (
    <Dialog
      open
      title={t('searches.save')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('searches.keep')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <TextField label={t('searches.name')} autoFocus {...form.field('name')} />
        <Checkbox label={t('searches.mailOn')} {...form.field('mail')} />
      </Fields>
    </Dialog>
  );
}
