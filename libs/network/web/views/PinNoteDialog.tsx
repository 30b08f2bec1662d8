import { useState } from 'react';
import { VIEW_LIMITS } from '@knotenpunkt/network/domain';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Dialog, DialogFoot, ErrorNotice, ErrorSummary, Fields, showToast, TextArea, useForm } from '@knotenpunkt/webkit/ui';
import { contentOf, notesOf, type OpenedView } from './useKeptViews';
import { CHANGE } from './viewActs';

interface PinNoteDialogProps {
  opened: OpenedView;
  actor: { id: string; label: string };
  onDone: () => void;
  onClose: () => void;
}

/** A sentence at an actor, within the view; left empty, it goes away. */
export function PinNoteDialog({ opened, actor, onDone, onClose }: PinNoteDialogProps) {
  const t = useMessages('network');
  const { send, busy, fault } = useMutationAnswer(CHANGE);
  const [before] = useState(() => opened.notes.find((note) => note.actor.id === actor.id)?.text ?? '');
  const form = useForm({ room: 'network', initial: { notes: before } });
  const submit = form.submit(async ({ notes: text }) => {
    const others = notesOf(opened).filter(({ actorId }) => actorId !== actor.id);
    const notes = text.trim() === '' ? others : [...others, { actorId: actor.id, text }];
    const { id, version: expectedVersion } = opened.view;
    const answer = await send({ input: { id, expectedVersion, content: contentOf(opened.value, opened, notes) } });
    if (answer.kind === 'refused') return form.refuse(answer.refusal);
    if (answer.kind === 'failed') return;
    showToast({ text: t(answer.kind !== 'done' ? 'views.open.stale' : text.trim() === '' ? 'views.notes.removed' : 'views.notes.saved') });
    onDone();
    onClose();
  });
  return (
    <Dialog
      open
      title={t('views.notes.title', { name: actor.label })}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('views.notes.save')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('views.notes.lead')}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <TextArea label={t('views.notes.text')} optional rows={4} max={VIEW_LIMITS.note} {...form.field('notes')} />
      </Fields>
    </Dialog>
  );
}
