import { useState } from 'react';
import { useOwnActors } from '@knotenpunkt/actors/web';
import { useCoordinates } from '@knotenpunkt/identity/web';
import { newId } from '@knotenpunkt/kernel';
import { checkNaming, type NetworkView, type Visibility } from '@knotenpunkt/network/domain';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Dialog, DialogFoot, ErrorNotice, ErrorSummary, Fields, showToast, TextArea, TextField, useForm } from '@knotenpunkt/webkit/ui';
import { KEPT_LIMITS } from '@knotenpunkt/network/domain';
import { OwnerField, ownerInput, VisibilityField, type OwnerChoice } from './KeepingFields';
import type { KeptOfPage } from './useKeptOfPage';
import { contentOf, notesOf } from './useKeptViews';
import { SAVE } from './viewActs';

interface KeepViewDialogProps {
  view: NetworkView;
  /** The kept view one came from: its notes go along. */
  kept: KeptOfPage;
  onKept: (id: string) => void;
  onClose: () => void;
}

/** Keeps what one sees under a name. */
export function KeepViewDialog({ view, kept, onKept, onClose }: KeepViewDialogProps) {
  const t = useMessages('network');
  const own = useOwnActors();
  const coordinates = useCoordinates() === true;
  const [id] = useState(newId);
  const { send, busy, fault } = useMutationAnswer(SAVE);
  const form = useForm({
    room: 'network',
    initial: { name: '', sentence: '', owner: 'PERSON' as OwnerChoice, visibility: 'OWN' as Visibility },
    check: ({ name, sentence }) => {
      const checked = checkNaming({ name, sentence });
      return [checked.ok ? null : checked.refusal];
    },
  });
  const { ownerKind, ownerActorId } = ownerInput(form.values.owner);
  const visibility = form.values.visibility === 'REGION' && ownerKind !== 'REGION' ? 'LINK' : form.values.visibility;
  const submit = form.submit(async ({ name, sentence }) => {
    const content = contentOf(view, { frame: kept.seen, places: kept.places }, kept.opened ? notesOf(kept.opened) : []);
    const answer = await send({ input: { id, ownerKind, ownerActorId, name, sentence, visibility, content } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    showToast({ text: t('views.form.saved', { name: name.trim() }) });
    onKept(id);
    onClose();
  });
  return (
    <Dialog
      open
      title={t('views.form.title')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('views.form.save')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('views.form.lead')}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <TextField label={t('views.form.name')} autoFocus {...form.field('name')} />
        <TextArea label={t('views.form.sentence')} optional rows={2} max={KEPT_LIMITS.sentence} {...form.field('sentence')} />
        <OwnerField actors={own?.actors ?? []} coordinates={coordinates} {...form.field('owner')} />
        <VisibilityField owner={ownerKind} {...form.field('visibility')} value={visibility} />
        <p className="kn-muted">{t('views.form.words')}</p>
      </Fields>
    </Dialog>
  );
}
