import { useState } from 'react';
import { BARRIER_LIMITS, isOfThesePages } from '@knotenpunkt/moderation/domain';
import { checkText } from '@knotenpunkt/kernel';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, usePages } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  Dialog,
  DialogFoot,
  EmptyState,
  Entry,
  ErrorNotice,
  ErrorSummary,
  FactLine,
  Fields,
  PagedEntries,
  Section,
  showToast,
  StaleNotice,
  Tag,
  TextArea,
  useForm,
} from '@knotenpunkt/webkit/ui';

const BARRIER_REPORTS = graphql(`
  query BarrierReports($first: Int!, $after: String) {
    barrierReports(first: $first, after: $after) {
      edges {
        node {
          id
          pageAddress
          text
          email
          state
          answer
          answeredAt
          createdAt
          erasedOn
          version
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const ANSWER = graphql(`
  mutation AnswerBarrierReport($input: AnswerBarrierReportInput!) {
    answerBarrierReport(input: $input) {
      ... on BarrierReport {
        id
        state
        answer
        answeredAt
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

type Reported = ResultOf<typeof BARRIER_REPORTS>['barrierReports']['edges'][number]['node'];

/** Administration: what people could not use, and the answers to it; for administrators of the platform. */
export function BarrierReportsSection() {
  const t = useMessages('moderation');
  const pages = usePages(BARRIER_REPORTS, 'barrierReports', {});
  const [answering, setAnswering] = useState<Reported | null>(null);
  return (
    <Section id="barrieren" title={t('barrier.section')}>
      <PagedEntries pages={pages} label={t('barrier.section')} empty={<EmptyState>{t('barrier.none')}</EmptyState>}>
        {(report) => <ReportedBarrier key={report.id} report={report} onAnswer={() => setAnswering(report)} />}
      </PagedEntries>
      {answering ? (
        <AnswerDialog
          report={answering}
          onClose={(changed) => {
            setAnswering(null);
            if (changed) void pages.refresh();
          }}
        />
      ) : null}
    </Section>
  );
}

function ReportedBarrier({ report, onAnswer }: { report: Reported; onAnswer: () => void }) {
  const t = useMessages('moderation');
  const format = useFormat();
  const { pageAddress, text, email, state, answer, answeredAt, createdAt, erasedOn } = report;
  const erased = erasedOn ? t('barrier.erased', { date: format.date(erasedOn) }) : null;
  return (
    <Entry
      title={isOfThesePages(pageAddress) ? <a href={pageAddress}>{pageAddress}</a> : pageAddress || erased}
      beside={<Tag>{t(`barrier.states.${state}`)}</Tag>}
      meta={
        <FactLine
          parts={[
            t('barrier.reportedOn', { date: format.date(createdAt.slice(0, 10)) }),
            email ? <a href={`mailto:${email}`}>{email}</a> : t('barrier.unnamed'),
            answeredAt && t('barrier.answeredOn', { date: format.date(answeredAt.slice(0, 10)) }),
          ]}
        />
      }
      actions={
        state === 'OPEN' && !erasedOn ? (
          <Button small onClick={onAnswer}>
            {t(email ? 'barrier.answer' : 'barrier.note')}
          </Button>
        ) : null
      }
    >
      {text}
      {answer ? <div className="kn-quoted">{answer}</div> : null}
    </Entry>
  );
}

function AnswerDialog({ report, onClose }: { report: Reported; onClose: (changed: boolean) => void }) {
  const t = useMessages('moderation');
  const answering = useMutationAnswer(ANSWER);
  const form = useForm({
    room: 'moderation',
    initial: { answer: '' },
    check: ({ answer }) => {
      const checked = checkText('answer', answer, { max: BARRIER_LIMITS.answer });
      return [checked.ok ? null : checked.refusal];
    },
  });
  const submit = form.submit(async ({ answer }) => {
    const sent = await answering.send({ input: { id: report.id, expectedVersion: report.version, answer } });
    if (sent.kind === 'refused') form.refuse(sent.refusal);
    if (sent.kind !== 'done') return;
    showToast({ text: t(report.email ? 'barrier.answered' : 'barrier.noted') });
    onClose(true);
  });
  return (
    <Dialog
      open
      title={t('barrier.answerTitle')}
      onClose={() => onClose(false)}
      onSubmit={submit}
      foot={<DialogFoot send={t('barrier.answerSend')} busy={answering.busy} onClose={() => onClose(false)} />}
    >
      <Fields>
        <div className="kn-quoted">{report.text}</div>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {answering.fault ? <ErrorNotice error={answering.fault} /> : null}
        {answering.stale !== null ? <StaleNotice onLoad={() => onClose(true)} /> : null}
        <TextArea
          label={t('barrier.answerText')}
          hint={report.email ? t('barrier.answerHint', { email: report.email }) : t('barrier.noteHint')}
          rows={6}
          max={BARRIER_LIMITS.answer}
          {...form.field('answer')}
        />
      </Fields>
    </Dialog>
  );
}
