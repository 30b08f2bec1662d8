import { useState } from 'react';
import { newId } from '@knotenpunkt/kernel';
import { NETWORK_NOTE_LIMITS, type NetworkOverview } from '@knotenpunkt/network/domain';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  ComboBox,
  Dialog,
  DialogFoot,
  ErrorNotice,
  ErrorSummary,
  Fields,
  RadioGroup,
  showToast,
  TextArea,
  useForm,
} from '@knotenpunkt/webkit/ui';
import { WRITE_NOTE, type NetworkNote } from './useNetworkNotes';

interface NetworkNoteDialogProps {
  overview: NetworkOverview;
  actor: { id: string; name: string };
  /** Null: a new one. */
  note: NetworkNote | null;
  onDone: () => void;
  onClose: () => void;
}

/** Notes something on an organisation, or on one of its ties. Whoever it concerns reads it, and the dialog says so. */
export function NetworkNoteDialog({ overview, actor, note, onDone, onClose }: NetworkNoteDialogProps) {
  const t = useMessages('network');
  const [id] = useState(() => note?.id ?? newId());
  const { send, busy, fault } = useMutationAnswer(WRITE_NOTE);
  const form = useForm({
    room: 'network',
    initial: { about: (note?.otherId ? 'TIE' : 'ACTOR') as 'TIE' | 'ACTOR', otherId: note?.otherId ?? null, text: note?.text ?? '' },
    check: ({ about, otherId }) => [about === 'TIE' && otherId === null ? { code: 'ACTOR_MISSING', field: 'otherId' } : null],
  });
  const { about } = form.values;
  const submit = form.submit(async ({ otherId, text }) => {
    const ends = note
      ? { actorId: note.actorId, otherId: note.otherId ?? null }
      : { actorId: actor.id, otherId: about === 'TIE' ? otherId : null };
    const answer = await send({ input: { id, expectedVersion: note?.version ?? 0, ...ends, text } });
    if (answer.kind === 'refused') return form.refuse(answer.refusal);
    if (answer.kind === 'failed') return;
    showToast({ text: t(answer.kind === 'done' ? 'views.note.saved' : 'views.open.stale') });
    onDone();
    onClose();
  });
  const place = overview.placeOf(actor.id);
  const others = place < 0 ? [] : Array.from(overview.neighboursOf(place).actors, (other) => overview.actorAt(other));
  return (
    <Dialog
      open
      title={t(note ? 'views.note.title' : 'views.note.add')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('views.note.save')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {note ? null : (
          <RadioGroup
            label={t('views.note.about')}
            choices={[
              { value: 'ACTOR', label: t('views.note.aboutActor', { name: actor.name }) },
              { value: 'TIE', label: t('views.note.aboutTie'), disabled: others.length === 0 },
            ]}
            {...form.field('about')}
          />
        )}
        {!note && about === 'TIE' ? (
          <ComboBox
            label={t('views.note.other')}
            options={others.map((other) => ({ id: other.id, text: other.name }))}
            {...form.field('otherId')}
          />
        ) : null}
        <TextArea label={t('views.note.text')} rows={5} max={NETWORK_NOTE_LIMITS.text} {...form.field('text')} />
        <p className="kn-muted">{about === 'TIE' ? t('views.note.readBoth') : t('views.note.reads', { name: actor.name })}</p>
      </Fields>
    </Dialog>
  );
}
