import { ALLIANCE_LIMITS } from '@knotenpunkt/alliances/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Dialog, DialogFoot, ErrorNotice, ErrorSummary, Fields, showToast, TextArea, useForm } from '@knotenpunkt/webkit/ui';
import type { KnownMember, ShownAlliance } from './useAlliance';

const DIFFER = graphql(`
  mutation StateAllianceStance($input: StateAllianceStanceInput!) {
    stateAllianceStance(input: $input) {
      ... on Alliance {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

interface StanceDialogProps {
  alliance: ShownAlliance;
  /** The one that holds something else. */
  member: KnownMember;
  onClose: () => void;
  onDone: () => void;
}

/** "Abweichende Haltung": agreeing to the common text, and saying what one holds besides. */
export function StanceDialog({ alliance, member, onClose, onDone }: StanceDialogProps) {
  const t = useMessages('alliances');
  const { send, busy, fault } = useMutationAnswer(DIFFER);
  const form = useForm({
    room: 'alliances',
    initial: { stance: member.stance },
    draft: `alliance.${alliance.id}.stance.${member.actorId}`,
  });
  const submit = form.submit(async ({ stance }) => {
    const answer = await send({ input: { id: alliance.id, actorId: member.actorId, stance } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    form.done();
    showToast({ text: t(stance.trim() ? 'page.stance.done' : 'page.stance.takenBack') });
    onDone();
  });
  return (
    <Dialog
      open
      title={t('page.stance.title')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('page.stance.send')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('page.stance.explanation', { actor: member.actor.name })}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <TextArea
          label={t('page.stance.text')}
          hint={t('page.stance.hint')}
          optional
          rows={4}
          max={ALLIANCE_LIMITS.stance}
          {...form.field('stance')}
        />
      </Fields>
    </Dialog>
  );
}
