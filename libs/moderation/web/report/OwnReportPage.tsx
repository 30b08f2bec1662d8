import { Link, useParams } from 'react-router';
import { APPEAL_LIMIT } from '@knotenpunkt/moderation/domain';
import { checkText } from '@knotenpunkt/kernel';
import { graphql, readFragment, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  Column,
  EmptyState,
  ErrorNotice,
  ErrorSummary,
  FactList,
  Fields,
  FormFoot,
  LinkButton,
  Loading,
  Notice,
  Page,
  PageHeader,
  Section,
  showToast,
  TextArea,
  useForm,
} from '@knotenpunkt/webkit/ui';
import './report.css';

const PARTS = graphql(`
  fragment OwnContentReportParts on OwnContentReport {
    id
    reference
    side
    subjectType
    subjectTitle
    subjectAddress
    reason
    explanation
    state
    createdAt
    decisions {
      kind
      facts
      basis
      ground
      onAppeal
      decidedAt
    }
    appeal
    appealUntil
  }
`);

const OWN_REPORT = graphql(`
  query OwnContentReport($token: String!) {
    ownContentReport(token: $token) {
      ...OwnContentReportParts
    }
  }
`);

const APPEAL = graphql(`
  mutation AppealContentDecision($input: AppealContentDecisionInput!) {
    appealContentDecision(input: $input) {
      ... on OwnContentReport {
        ...OwnContentReportParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

type OwnReport = ResultOf<typeof PARTS>;

/** `/meldung/:token`: a report for whoever holds the link in a mail, and the way to object. */
export function OwnReportPage() {
  const t = useMessages('moderation');
  const { token = '' } = useParams();
  const { data, error, refetch } = useQuery(OWN_REPORT, { variables: { token }, fetchPolicy: 'cache-and-network' });
  const report = data ? (data.ownContentReport ? readFragment(PARTS, data.ownContentReport) : null) : undefined;
  if (report) return <Known report={report} token={token} onChange={() => void refetch()} />;
  return (
    <Page narrow>
      {report === undefined && error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {report === undefined && !error ? <Loading /> : null}
      {report === null ? (
        <>
          <PageHeader title={t('own.unknownTitle')} />
          <EmptyState step={<LinkButton to="/">{t('own.home')}</LinkButton>}>{t('own.unknown')}</EmptyState>
        </>
      ) : null}
    </Page>
  );
}

interface KnownProps {
  report: OwnReport;
  token: string;
  onChange: () => void;
}

function Known({ report, token, onChange }: KnownProps) {
  const t = useMessages('moderation');
  const format = useFormat();
  const { reference, side, subjectTitle, subjectAddress, reason, explanation, state, createdAt, appeal, appealUntil } = report;
  return (
    <Page narrow>
      <PageHeader title={t(`own.title${side}`, { reference })} />
      <Column>
        <FactList
          facts={[
            { term: t('own.about'), value: <Link to={subjectAddress}>{subjectTitle}</Link> },
            { term: t('own.reason'), value: t(`report.reasons.${reason}`) },
            { term: t('own.sentOn'), value: format.date(createdAt.slice(0, 10)) },
            { term: t('own.state'), value: t(`states.${state}`) },
          ]}
        />
        {explanation ? (
          <Section title={t('own.explanation')}>
            <div className="kn-quoted">{explanation}</div>
          </Section>
        ) : null}
        <Decisions report={report} />
        {state === 'OPEN' ? <p>{t('own.waits')}</p> : null}
        {appeal ? (
          <Section title={t('own.appealed')}>
            <div className="kn-quoted">{appeal}</div>
          </Section>
        ) : null}
        {state === 'APPEALED' ? <Notice>{t('own.appealWaits')}</Notice> : null}
        {appealUntil ? <AppealForm until={appealUntil} token={token} onChange={onChange} /> : null}
      </Column>
    </Page>
  );
}

function Decisions({ report: { decisions } }: { report: OwnReport }) {
  const t = useMessages('moderation');
  const format = useFormat();
  return (
    <>
      {decisions.map(({ kind, facts, basis, ground, onAppeal, decidedAt }) => (
        <Section
          key={decidedAt}
          title={t(onAppeal ? 'own.decisionOnAppeal' : 'own.decision', { date: format.date(decidedAt.slice(0, 10)) })}
        >
          <div className="moderation-said">
            <p>
              <strong>{t(`decisions.${kind}`)}</strong>
            </p>
            <p>{facts}</p>
            <p>{t('queue.basis', { basis: t(`bases.${basis}`) })}</p>
            {ground ? <p>{ground}</p> : null}
          </div>
        </Section>
      ))}
      {decisions.length > 0 ? (
        <p>
          {t('own.person')} {t('own.courts')}
        </p>
      ) : null}
    </>
  );
}

function AppealForm({ until, token, onChange }: { until: string; token: string; onChange: () => void }) {
  const t = useMessages('moderation');
  const format = useFormat();
  const appealing = useMutationAnswer(APPEAL);
  const form = useForm({
    room: 'moderation',
    initial: { text: '' },
    check: ({ text }) => {
      const checked = checkText('text', text, { max: APPEAL_LIMIT });
      return [checked.ok ? null : checked.refusal];
    },
  });
  const submit = form.submit(async ({ text }) => {
    const answer = await appealing.send({ input: { token, text } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    showToast({ text: t('own.appealSent') });
    onChange();
  });
  return (
    <Section title={t('own.appealTitle')} explanation={t('own.appealLead', { date: format.date(until) })}>
      <form onSubmit={submit} noValidate>
        <Fields>
          <ErrorSummary errors={form.errors} attempts={form.attempts} />
          {appealing.fault ? <ErrorNotice error={appealing.fault} /> : null}
          <TextArea label={t('own.appealText')} rows={5} max={APPEAL_LIMIT} {...form.field('text')} />
          <FormFoot>
            <Button type="submit" kind="primary" busy={appealing.busy}>
              {t('own.appealSend')}
            </Button>
          </FormFoot>
        </Fields>
      </form>
    </Section>
  );
}
