import { ALLIANCE_LIMITS } from '@knotenpunkt/alliances/domain';
import { checkText } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Dialog, DialogFoot, ErrorNotice, ErrorSummary, Fields, showToast, TextArea, useForm } from '@knotenpunkt/webkit/ui';
import type { ShownAlliance } from './useAlliance';

const CONCLUDE = graphql(`
  mutation ConcludeAlliance($input: ConcludeAllianceInput!) {
    concludeAlliance(input: $input) {
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

/** The end, with what came of it. */
export function ConcludeDialog({ alliance, onClose, onDone }: { alliance: ShownAlliance; onClose: () => void; onDone: () => void }) {
  const t = useMessages('alliances');
  const { send, busy, fault, stale } = useMutationAnswer(CONCLUDE);
  const form = useForm({
    room: 'alliances',
    initial: { effect: '' },
    check: ({ effect }) => {
      const checked = checkText('effect', effect, { max: ALLIANCE_LIMITS.effect });
      return [checked.ok ? null : checked.refusal];
    },
    draft: `alliance.${alliance.id}.effect`,
  });
  const submit = form.submit(async ({ effect }) => {
    const answer = await send({ input: { id: alliance.id, expectedVersion: alliance.version, effect } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind === 'stale') onDone();
    if (answer.kind !== 'done') return;
    form.done();
    showToast({ text: t('page.conclude.done') });
    onDone();
  });
  return (
    <Dialog
      open
      title={t('page.conclude.title')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('page.conclude.send')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('page.conclude.text')}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {stale !== null ? <p role="alert">{t('page.stale')}</p> : null}
        <TextArea
          label={t('page.conclude.effect')}
          hint={t('page.conclude.effectHint')}
          rows={5}
          max={ALLIANCE_LIMITS.effect}
          {...form.field('effect')}
        />
      </Fields>
    </Dialog>
  );
}
