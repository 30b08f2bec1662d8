import { useState } from 'react';
import { DISMISSAL_LIMITS, DISMISSAL_REASONS, type DismissalReason } from '@knotenpunkt/matching/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Dialog, ErrorNotice, ErrorSummary, Fields, RadioGroup, showToast, TextArea, useForm } from '@knotenpunkt/webkit/ui';

const DISMISS = graphql(`
  mutation DismissSuggestion($input: DismissSuggestionInput!) {
    dismissSuggestion(input: $input) {
      ... on MatchDismissal {
        actorId
        suggestedId
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export const UNDISMISS = graphql(`
  mutation UndismissSuggestion($input: UndismissSuggestionInput!) {
    undismissSuggestion(input: $input) {
      ... on MatchDismissal {
        actorId
        suggestedId
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

interface Pair {
  actorId: string;
  suggestedId: string;
}

/** Puts a suggestion away, with a way back. */
export function useDismiss(pair: Pair, name: string, onChange: () => void) {
  const t = useMessages('matching');
  const dismiss = useMutationAnswer(DISMISS);
  const undismiss = useMutationAnswer(UNDISMISS);
  const put = async (reason: DismissalReason, note = '') => {
    const answer = await dismiss.send({ input: { ...pair, reason, note } });
    if (answer.kind !== 'done') return answer;
    showToast({
      text: t(reason === 'LATER' ? 'dismissal.postponed' : 'dismissal.dismissed', { name }),
      undo: () => void undismiss.send({ input: pair }).then(onChange),
    });
    onChange();
    return answer;
  };
  return { put, busy: dismiss.busy, fault: dismiss.fault };
}

/** "Passt nicht": asks why, in one word and if wanted a sentence. */
export function DismissDialog({ pair, name, onChange, onClose }: { pair: Pair; name: string; onChange: () => void; onClose: () => void }) {
  const t = useMessages('matching');
  const [reason, setReason] = useState<DismissalReason>('NO_FIT');
  const { put, busy, fault } = useDismiss(pair, name, onChange);
  const form = useForm({ room: 'matching', initial: { note: '' } });
  const send = form.submit(async ({ note }) => {
    const answer = await put(reason, note);
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    else if (answer.kind === 'done') onClose();
  });
  return (
    <Dialog
      open
      title={t('dismissal.title', { name })}
      onClose={onClose}
      onSubmit={() => send()}
      foot={
        <Button kind="primary" type="submit" busy={busy}>
          {t('dismissal.dismiss')}
        </Button>
      }
    >
      <Fields>
        <p>{t('dismissal.lead')}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <RadioGroup
          id="dismissal-reason"
          name="reason"
          label={t('dismissal.question')}
          value={reason}
          onChange={setReason}
          choices={DISMISSAL_REASONS.filter((value) => value !== 'LATER').map((value) => ({ value, label: t(`dismissal.${value}`) }))}
        />
        <TextArea label={t('dismissal.note')} rows={2} max={DISMISSAL_LIMITS.note} optional {...form.field('note')} />
      </Fields>
    </Dialog>
  );
}
