import { useState } from 'react';
import { checkLetter, LETTER_LIMITS, type Letter } from '@knotenpunkt/coordination/domain';
import { checkText, newId } from '@knotenpunkt/kernel';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Dialog,
  DialogFoot,
  ErrorNotice,
  ErrorSummary,
  Fields,
  showToast,
  TextButton,
  TextField,
  useAnswerToast,
  useForm,
} from '@knotenpunkt/webkit/ui';
import type { ShownTemplate, useLetters } from './useLetters';

interface TemplateActsProps {
  letters: ReturnType<typeof useLetters>;
  letter: Letter;
  /** The region's own template that is chosen. */
  own: ShownTemplate | null;
  onGone: () => void;
}

/** Keeps the text as a template of the region, or throws the chosen one away. */
export function TemplateActs({ letters, letter, own, onGone }: TemplateActsProps) {
  const t = useMessages('coordination');
  const tell = useAnswerToast('coordination');
  const [saving, setSaving] = useState(false);
  const remove = async ({ id, version }: ShownTemplate) => {
    const answer = await letters.remove.send({ input: { id, expectedVersion: version } });
    tell(answer, t('letters.templateRemoved'));
    if (answer.kind === 'done') onGone();
    letters.refresh();
  };
  return (
    <p className="letters-acts">
      {checkLetter(letter).ok ? <TextButton onClick={() => setSaving(true)}>{t('letters.saveTemplate')}</TextButton> : null}
      {own ? <TextButton onClick={() => void remove(own)}>{t('letters.templateRemove')}</TextButton> : null}
      {saving ? <SaveDialog letters={letters} letter={letter} onClose={() => setSaving(false)} /> : null}
    </p>
  );
}

function SaveDialog({ letters, letter, onClose }: Pick<TemplateActsProps, 'letters' | 'letter'> & { onClose: () => void }) {
  const t = useMessages('coordination');
  const [id] = useState(newId);
  const [fault, setFault] = useState<unknown>(null);
  const form = useForm({
    room: 'coordination',
    initial: { name: '' },
    check: ({ name }) => {
      const checked = checkText('name', name, { max: LETTER_LIMITS.templateName });
      return [checked.ok ? null : checked.refusal];
    },
  });
  const submit = form.submit(async ({ name }) => {
    const answer = await letters.save.send({ input: { id, name, ...letter } });
    setFault(answer.kind === 'failed' ? answer.fault : null);
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    showToast({ text: t('letters.templateSaved', { name }) });
    letters.refresh();
    onClose();
  });
  return (
    <Dialog
      open
      title={t('letters.saveTemplate')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('letters.templateSave')} busy={letters.save.busy} onClose={onClose} />}
    >
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <TextField label={t('letters.templateName')} autoFocus {...form.field('name')} />
      </Fields>
    </Dialog>
  );
}
