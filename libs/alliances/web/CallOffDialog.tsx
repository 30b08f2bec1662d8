import { ALLIANCE_LIMITS } from '@knotenpunkt/alliances/domain';
import { checkText } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Dialog, DialogFoot, ErrorNotice, ErrorSummary, Fields, showToast, TextArea, useForm } from '@knotenpunkt/webkit/ui';
import type { ShownAlliance } from './useAlliance';

const CALL_OFF = graphql(`
  mutation CallOffAlliance($input: CallOffAllianceInput!) {
    callOffAlliance(input: $input) {
      ... on Alliance {
        id
        version
        state
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** Nothing comes of it, and why. */
export function CallOffDialog({ alliance, onClose, onDone }: { alliance: ShownAlliance; onClose: () => void; onDone: () => void }) {
  const t = useMessages('alliances');
  const { send, busy, fault, stale } = useMutationAnswer(CALL_OFF);
  const form = useForm({
    room: 'alliances',
    initial: { reason: '' },
    check: ({ reason }) => {
      const checked = checkText('reason', reason, { max: ALLIANCE_LIMITS.reason });
      return [checked.ok ? null : checked.refusal];
    },
    draft: `alliance.${alliance.id}.callOff`,
  });
  const submit = form.submit(async ({ reason }) => {
    const answer = await send({ input: { id: alliance.id, expectedVersion: alliance.version, reason } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind === 'stale') onDone();
    if (answer.kind !== 'done') return;
    form.done();
    showToast({ text: t('page.callOff.done') });
    onDone();
  });
  return (
    <Dialog
      open
      title={t('page.callOff.title')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('page.callOff.send')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('page.callOff.text')}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {stale !== null ? <p role="alert">{t('page.stale')}</p> : null}
        <TextArea
          label={t('page.callOff.reason')}
          hint={t('page.callOff.reasonHint')}
          rows={3}
          max={ALLIANCE_LIMITS.reason}
          {...form.field('reason')}
        />
      </Fields>
    </Dialog>
  );
}
