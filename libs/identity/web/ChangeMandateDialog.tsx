import { MANDATE_ROLES, type MandateRole } from '@knotenpunkt/identity/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
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
  StaleNotice,
  useForm,
} from '@knotenpunkt/webkit/ui';
import { useState } from 'react';
import type { ActingMandate } from './useActing';

const CHANGE = graphql(`
  mutation ChangeMandate($input: ChangeMandateInput!) {
    changeMandate(input: $input) {
      ... on PersonMandate {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** Another role, or another last day, of a mandate. */
export function ChangeMandateDialog({ mandate, onClose }: { mandate: ActingMandate; onClose: () => void }) {
  const t = useMessages('identity');
  const { send, busy, fault } = useMutationAnswer(CHANGE);
  const [stale, setStale] = useState(false);
  const { id, version: expectedVersion, personName: name } = mandate;
  const form = useForm({ room: 'identity', initial: { role: mandate.role as MandateRole, untilOn: mandate.untilOn ?? '' } });
  const submit = form.submit(async ({ role, untilOn }) => {
    const answer = await send({ input: { id, expectedVersion, role, untilOn: untilOn || null } });
    if (answer.kind === 'refused') return form.refuse(answer.refusal);
    if (answer.kind === 'stale') setStale(true);
    if (answer.kind !== 'done') return;
    showToast({ text: t('acting.changed', { name }) });
    onClose();
  });
  return (
    <Dialog
      open
      title={t('acting.changeOf', { name })}
      onClose={onClose}
      onSubmit={() => submit()}
      foot={<DialogFoot send={t('acting.save')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        {stale ? <StaleNotice onLoad={onClose} /> : null}
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <Select
          label={t('mandates.role')}
          hint={t(`roleHints.${form.values.role}`)}
          options={MANDATE_ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
          {...form.field('role')}
        />
        <DateField label={t('mandates.until')} optional {...form.field('untilOn')} />
      </Fields>
    </Dialog>
  );
}
