import { useState } from 'react';
import { useOwnActors } from '@knotenpunkt/actors/web';
import { useCoordinates } from '@knotenpunkt/identity/web';
import { newId } from '@knotenpunkt/kernel';
import { checkNaming, KEPT_LIMITS, type Visibility } from '@knotenpunkt/network/domain';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Dialog,
  DialogFoot,
  ErrorNotice,
  ErrorSummary,
  Fields,
  Loading,
  showToast,
  TextArea,
  TextField,
  useForm,
} from '@knotenpunkt/webkit/ui';
import { OwnerField, ownerInput, VisibilityField, type OwnerChoice } from './KeepingFields';
import { StopsField, type WrittenStop } from './StopsField';
import { SAVE_ROUND, useRound, type OpenedRound, type Round } from './useRounds';

interface RoundDialogProps {
  /** Null: a new one. */
  round: Round | null;
  onDone: () => void;
  onClose: () => void;
}

/** Puts a round together, or puts it together anew. */
export function RoundDialog({ round, ...on }: RoundDialogProps) {
  const t = useMessages('network');
  const { round: opened, error } = useRound(round?.id ?? null);
  if (round === null) return <Form opened={null} {...on} />;
  if (opened) return <Form key={opened.round.version} opened={opened} {...on} />;
  return (
    <Dialog open title={t('views.rounds.editTitle')} onClose={on.onClose}>
      {error ? <ErrorNotice error={error} /> : <Loading />}
    </Dialog>
  );
}

interface Values {
  name: string;
  sentence: string;
  owner: OwnerChoice;
  visibility: Visibility;
  stops: WrittenStop[];
}

function valuesOf(opened: OpenedRound | null): Values {
  if (!opened) return { name: '', sentence: '', owner: 'PERSON', visibility: 'OWN', stops: [] };
  const { name, sentence, ownerKind, visibility } = opened.round;
  const stops = opened.stops.map(({ sentence: said, opened: { view } }) => ({
    key: newId(),
    viewId: view.id,
    name: view.name,
    sentence: said,
  }));
  return { name, sentence, owner: ownerKind, visibility, stops };
}

function Form({ opened, onDone, onClose }: { opened: OpenedRound | null } & Omit<RoundDialogProps, 'round'>) {
  const t = useMessages('network');
  const own = useOwnActors();
  const coordinates = useCoordinates() === true;
  const [id] = useState(() => opened?.round.id ?? newId());
  const [initial] = useState(() => valuesOf(opened));
  const { send, busy, fault } = useMutationAnswer(SAVE_ROUND);
  const form = useForm<Values>({
    room: 'network',
    initial,
    check: ({ name, sentence, stops }) => {
      const naming = checkNaming({ name, sentence });
      return [naming.ok ? null : naming.refusal, stops.length === 0 ? { code: 'ROUND_EMPTY', field: 'stops' } : null];
    },
  });
  const { owner } = form.values;
  const unseen = opened ? opened.round.stopCount - opened.stops.length : 0;
  const given = ownerInput(owner === 'ACTOR' ? 'PERSON' : owner);
  const ownerKind = opened ? opened.round.ownerKind : given.ownerKind;
  const visibility = form.values.visibility === 'REGION' && ownerKind !== 'REGION' ? 'LINK' : form.values.visibility;
  const submit = form.submit(async ({ name, sentence, stops: written }) => {
    const stops = written.map(({ viewId, sentence: said }) => ({ viewId, sentence: said }));
    const version = { id, expectedVersion: opened?.round.version ?? 0 };
    const answer = await send({ input: { ...version, ...given, name, sentence, visibility, stops } });
    if (answer.kind === 'refused') return form.refuse(answer.refusal);
    if (answer.kind === 'failed') return;
    showToast({ text: answer.kind === 'done' ? t('views.rounds.saved', { name: name.trim() }) : t('views.open.stale') });
    onDone();
    onClose();
  });
  return (
    <Dialog
      open
      wide
      title={t(opened ? 'views.rounds.editTitle' : 'views.rounds.new')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('views.rounds.save')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <TextField label={t('views.form.name')} autoFocus {...form.field('name')} />
        <TextArea label={t('views.form.sentence')} optional rows={2} max={KEPT_LIMITS.sentence} {...form.field('sentence')} />
        <StopsField {...form.field('stops')} />
        {unseen > 0 ? <p className="kn-meta">{t('views.rounds.fewer', { count: unseen })}</p> : null}
        {opened ? null : <OwnerField actors={own?.actors ?? []} coordinates={coordinates} {...form.field('owner')} />}
        <VisibilityField owner={ownerKind} {...form.field('visibility')} value={visibility} />
      </Fields>
    </Dialog>
  );
}
