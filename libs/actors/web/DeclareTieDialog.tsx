import { useState } from 'react';
import { TIE_LABEL_MAX } from '@knotenpunkt/actors/domain';
import { checkText, newId } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { DateField, Dialog, DialogFoot, ErrorNotice, ErrorSummary, Fields, showToast, TextField, useForm } from '@knotenpunkt/webkit/ui';
import { ActorPicker } from './ActorPicker';

export const DECLARE_TIE = graphql(`
  mutation DeclareTie($input: DeclareTieInput!) {
    declareTie(input: $input) {
      ... on TieDeclared {
        id
        confirmed
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export interface DeclareTieDialogProps {
  fromId: string;
  without: readonly string[];
  onClose: () => void;
  onDone: () => void;
}

/** States that one works with another organisation. */
export function DeclareTieDialog({ fromId, without, onClose, onDone }: DeclareTieDialogProps) {
  const t = useMessages('actors');
  const today = useToday();
  const [id] = useState(newId);
  const { send, busy, fault } = useMutationAnswer(DECLARE_TIE);
  const form = useForm({
    room: 'actors',
    initial: { toId: '', label: '', sinceOn: today },
    check: ({ toId, label, sinceOn }) => {
      const checked = checkText('label', label, { max: TIE_LABEL_MAX });
      return [
        toId === '' ? { code: 'ACTOR_UNKNOWN', field: 'toId' } : null,
        checked.ok ? null : checked.refusal,
        sinceOn === '' ? { code: 'DATE_INVALID', field: 'sinceOn' } : sinceOn > today ? { code: 'DATE_FUTURE', field: 'sinceOn' } : null,
      ];
    },
  });
  const submit = form.submit(async (values) => {
    const answer = await send({ input: { id, fromId, ...values } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    showToast({ text: t(answer.value.confirmed ? 'relations.confirmed' : 'relations.declaredNow') });
    onDone();
  });
  const to = form.field('toId');
  return (
    <Dialog
      open
      title={t('relations.declare')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('relations.declare')} busy={busy} onClose={onClose} />}
    >
      <ErrorSummary errors={form.errors} attempts={form.attempts} />
      {fault ? <ErrorNotice error={fault} /> : null}
      <Fields>
        <ActorPicker
          {...to}
          label={t('relations.with')}
          value={to.value || null}
          onChange={(chosen) => to.onChange(chosen ?? '')}
          without={without}
        />
        <TextField label={t('relations.label')} {...form.field('label')} />
        <DateField label={t('relations.sinceOn')} max={today} {...form.field('sinceOn')} />
      </Fields>
    </Dialog>
  );
}
