import { checkNaming, KEPT_LIMITS } from '@knotenpunkt/network/domain';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Dialog, DialogFoot, ErrorNotice, ErrorSummary, Fields, showToast, TextArea, TextField, useForm } from '@knotenpunkt/webkit/ui';
import type { KeptView } from './useKeptViews';
import { RENAME } from './viewActs';

/** Another name, another sentence. */
export function RenameViewDialog({ view, onDone, onClose }: { view: KeptView; onDone: () => void; onClose: () => void }) {
  const t = useMessages('network');
  const { send, busy, fault } = useMutationAnswer(RENAME);
  const form = useForm({
    room: 'network',
    initial: { name: view.name, sentence: view.sentence },
    check: (values) => {
      const checked = checkNaming(values);
      return [checked.ok ? null : checked.refusal];
    },
  });
  const submit = form.submit(async ({ name, sentence }) => {
    const answer = await send({ input: { id: view.id, expectedVersion: view.version, name, sentence } });
    if (answer.kind === 'refused') return form.refuse(answer.refusal);
    if (answer.kind === 'failed') return;
    showToast({ text: answer.kind === 'done' ? t('views.form.renamed', { name: name.trim() }) : t('views.open.stale') });
    onDone();
    onClose();
  });
  return (
    <Dialog
      open
      title={t('views.form.rename')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('views.form.save')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <TextField label={t('views.form.name')} autoFocus {...form.field('name')} />
        <TextArea label={t('views.form.sentence')} optional rows={2} max={KEPT_LIMITS.sentence} {...form.field('sentence')} />
        <p className="kn-muted">{t('views.form.words')}</p>
      </Fields>
    </Dialog>
  );
}
