import { useState } from 'react';
import { newId } from '@knotenpunkt/kernel';
import { MANDATE_ROLES, wrongInInvitation, type MandateRole } from '@knotenpunkt/identity/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  DateField,
  Dialog,
  DialogFoot,
  ErrorNotice,
  ErrorSummary,
  Fields,
  Select,
  showToast,
  TextField,
  useForm,
} from '@knotenpunkt/webkit/ui';

const INVITE = graphql(`
  mutation InviteToMandate($input: InviteToMandateInput!) {
    inviteToMandate(input: $input) {
      ... on MandateInvitation {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** Asks somebody by mail to act for the organisation. */
export function InviteDialog({ actorId, actorName, onClose }: { actorId: string; actorName: string; onClose: () => void }) {
  const t = useMessages('identity');
  const today = useToday();
  const { send, busy, fault } = useMutationAnswer(INVITE);
  const [id] = useState(() => newId());
  const form = useForm({
    room: 'identity',
    initial: { name: '', email: '', role: 'DELEGATE' as MandateRole, fromOn: today, untilOn: '' },
    check: (values) => wrongInInvitation({ ...values, untilOn: values.untilOn || null }, today),
  });
  const submit = form.submit(async (values) => {
    const answer = await send({ input: { id, actorId, ...values, untilOn: values.untilOn || null } });
    if (answer.kind === 'refused') return form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    showToast({ text: t('acting.invited', { name: values.name }) });
    onClose();
  });
  return (
    <Dialog
      open
      title={t('acting.inviteTitle')}
      onClose={onClose}
      onSubmit={() => submit()}
      foot={<DialogFoot send={t('acting.sendInvitation')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('acting.inviteLead', { actor: actorName })}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <TextField label={t('mandates.name')} autoComplete="off" {...form.field('name')} />
        <TextField label={t('mandates.email')} type="email" autoComplete="off" {...form.field('email')} />
        <Select
          label={t('mandates.role')}
          hint={t(`roleHints.${form.values.role}`)}
          options={MANDATE_ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
          {...form.field('role')}
        />
        <DateField label={t('mandates.from')} {...form.field('fromOn')} />
        <DateField label={t('mandates.until')} optional {...form.field('untilOn')} />
      </Fields>
    </Dialog>
  );
}
