import { checkSearchName } from '@knotenpunkt/actors/domain';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Dialog, DialogFoot, ErrorNotice, ErrorSummary, Fields, showToast, TextField, useForm } from '@knotenpunkt/webkit/ui';
import { RENAME_SEARCH, type SavedSearch } from './useSavedSearches';

/** Another name for a saved search. */
export function RenameSearchDialog({ search, onDone, onClose }: { search: SavedSearch; onDone: () => void; onClose: () => void }) {
  const t = useMessages('actors');
  const { send, busy, fault } = useMutationAnswer(RENAME_SEARCH);
  const form = useForm({
    room: 'actors',
    initial: { name: search.name },
    check: ({ name }) => {
      const checked = checkSearchName(name);
      return [checked.ok ? null : checked.refusal];
    },
  });
  const submit = form.submit(async ({ name }) => {
    const answer = await send({ input: { id: search.id, expectedVersion: search.version, name } });
    if (answer.kind === 'refused') return form.refuse(answer.refusal);
    if (answer.kind === 'failed') return;
    showToast({ text: answer.kind === 'done' ? t('searches.renamed', { name: name.trim() }) : t('searches.stale') });
    onDone();
    onClose();
  });
  return (
    <Dialog
      open
      title={t('searches.rename')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('searches.keep')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <TextField label={t('searches.name')} autoFocus {...form.field('name')} />
      </Fields>
    </Dialog>
  );
}
