import { useState } from 'react';
import { ALLIANCE_LIMITS, REVIEW_DECISIONS, type ReviewDecision } from '@knotenpunkt/alliances/domain';
import { checkText, newId } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Dialog,
  DialogFoot,
  Entry,
  EntryList,
  ErrorNotice,
  ErrorSummary,
  Fields,
  RadioGroup,
  Section,
  showToast,
  StateMark,
  TextArea,
  TextButton,
  useForm,
} from '@knotenpunkt/webkit/ui';
import type { ShownAlliance } from './useAlliance';

const REVIEW = graphql(`
  mutation ReviewAlliance($input: ReviewAllianceInput!) {
    reviewAlliance(input: $input) {
      ... on Alliance {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** How it was looked back on, and when that is due again. */
export function AllianceReviews({ alliance, onChange }: { alliance: ShownAlliance; onChange: () => void }) {
  const t = useMessages('alliances');
  const format = useFormat();
  const today = useToday();
  const [open, setOpen] = useState(false);
  const { reviews, nextReviewOn: next } = alliance;
  if (next === null && reviews.length === 0) return null;
  return (
    <Section
      title={t('page.review.title')}
      beside={
        alliance.availableActions.includes('reviewAlliance') ? (
          <TextButton onClick={() => setOpen(true)}>{t('page.review.open')}</TextButton>
        ) : null
      }
    >
      {next === null ? null : (
        <StateMark state={next <= today ? 'due' : 'open'}>
          {t(next <= today ? 'page.review.due' : 'page.review.next', { date: format.date(next) })}
        </StateMark>
      )}
      <EntryList label={t('page.review.title')}>
        {reviews.map(({ id, on, decision, summary }) => (
          <Entry key={id} title={t(`page.review.decisions.${decision}`)} meta={format.date(on)}>
            {summary}
          </Entry>
        ))}
      </EntryList>
      {open ? <ReviewDialog alliance={alliance} onClose={() => setOpen(false)} onDone={onChange} /> : null}
    </Section>
  );
}

function ReviewDialog({ alliance, onClose, onDone }: { alliance: ShownAlliance; onClose: () => void; onDone: () => void }) {
  const t = useMessages('alliances');
  const [reviewId] = useState(() => newId());
  const { send, busy, fault, stale } = useMutationAnswer(REVIEW);
  const form = useForm({
    room: 'alliances',
    initial: { decision: 'GO_ON' as ReviewDecision, summary: '' },
    check: ({ summary }) => {
      const checked = checkText('summary', summary, { max: ALLIANCE_LIMITS.review });
      return [checked.ok ? null : checked.refusal];
    },
    draft: `alliance.${alliance.id}.review`,
  });
  const submit = form.submit(async (values) => {
    const answer = await send({ input: { id: alliance.id, expectedVersion: alliance.version, reviewId, ...values } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind === 'stale') onDone();
    if (answer.kind !== 'done') return;
    form.done();
    showToast({ text: t('page.review.done') });
    onClose();
    onDone();
  });
  return (
    <Dialog
      open
      title={t('page.review.title')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('page.review.send')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('page.review.explanation')}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {stale !== null ? <p role="alert">{t('page.stale')}</p> : null}
        <RadioGroup
          label={t('page.review.question')}
          choices={REVIEW_DECISIONS.map((value) => ({ value, label: t(`page.review.decisions.${value}`) }))}
          {...form.field('decision')}
        />
        <TextArea
          label={t('page.review.summary')}
          hint={t('page.review.summaryHint')}
          rows={4}
          max={ALLIANCE_LIMITS.review}
          {...form.field('summary')}
        />
      </Fields>
    </Dialog>
  );
}
