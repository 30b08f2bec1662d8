import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Dialog, DialogFoot, ErrorNotice, ErrorSummary, Fields, showToast, StaleNotice, useForm } from '@knotenpunkt/webkit/ui';
import { useState } from 'react';
import { restartAt } from './session';
import type { ActingMandate } from './useActing';

const END = graphql(`
  mutation EndMandate($input: EndMandateInput!) {
    endMandate(input: $input) {
      ... on PersonMandate {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

interface EndMandateDialogProps {
  mandate: ActingMandate;
  actorName: string;
  /** The viewer leaves; else somebody else's mandate is ended. */
  own: boolean;
  onClose: () => void;
}

/** Asks once more before a mandate ends, at once. Whoever leaves is signed out with it. */
export function EndMandateDialog({ mandate, actorName: actor, own, onClose }: EndMandateDialogProps) {
  const t = useMessages('identity');
  const { send, busy, fault } = useMutationAnswer(END);
  const [stale, setStale] = useState(false);
  const { id, version: expectedVersion, personName: name } = mandate;
  const form = useForm({ room: 'identity', initial: {} });
  const submit = form.submit(async () => {
    const answer = await send({ input: { id, expectedVersion } });
    if (answer.kind === 'refused') return form.refuse(answer.refusal);
    if (answer.kind === 'stale') setStale(true);
    if (answer.kind !== 'done') return;
    showToast({ text: t(own ? 'acting.left' : 'mandates.ended') });
    if (own) restartAt('/anmelden');
    else onClose();
  });
  return (
    <Dialog
      open
      title={own ? t('acting.leaveTitle', { actor }) : t('mandates.endOf', { name })}
      onClose={onClose}
      onSubmit={() => submit()}
      foot={<DialogFoot send={t(own ? 'acting.leave' : 'mandates.end')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        {stale ? <StaleNotice onLoad={onClose} /> : null}
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <p>{own ? t('acting.leaveLead') : t('acting.endLead', { name, actor })}</p>
      </Fields>
    </Dialog>
  );
}
