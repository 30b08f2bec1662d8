import { useState } from 'react';
import { newId } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Dialog, DialogFoot, ErrorNotice, ErrorSummary, Fields, RadioGroup, showToast, useForm } from '@knotenpunkt/webkit/ui';
import type { ActingMandate } from './useActing';

const HAND_OVER = graphql(`
  mutation HandOverAdministration($input: HandOverAdministrationInput!) {
    handOverAdministration(input: $input) {
      ... on MandateInvitation {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const KEEPS = ['NONE', 'DELEGATE', 'SUBSTITUTE', 'EDITOR'] as const;

/** Offers the own administration to somebody who acts for the organisation already. */
export function HandOverDialog({ mandate, onClose }: { mandate: ActingMandate; onClose: () => void }) {
  const t = useMessages('identity');
  const { send, busy, fault } = useMutationAnswer(HAND_OVER);
  const [id] = useState(() => newId());
  const { personName: name } = mandate;
  const form = useForm({ room: 'identity', initial: { keeps: 'DELEGATE' as (typeof KEEPS)[number] } });
  const submit = form.submit(async ({ keeps }) => {
    const answer = await send({ input: { id, mandateId: mandate.id, keeps: keeps === 'NONE' ? null : keeps } });
    if (answer.kind === 'refused') return form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    showToast({ text: t('acting.offered', { name }) });
    onClose();
  });
  return (
    <Dialog
      open
      title={t('acting.handOverTo', { name })}
      onClose={onClose}
      onSubmit={() => submit()}
      foot={<DialogFoot send={t('acting.handOver')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('acting.handOverLead', { name })}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <RadioGroup
          label={t('acting.keeps')}
          choices={KEEPS.map((value) => ({
            value,
            label: value === 'NONE' ? t('acting.keepsNone') : t('acting.keepsAs', { role: t(`roles.${value}`) }),
          }))}
          {...form.field('keeps')}
        />
      </Fields>
    </Dialog>
  );
}
