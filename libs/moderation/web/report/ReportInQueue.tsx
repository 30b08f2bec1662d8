import { Link } from 'react-router';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Entry, FactLine, Notice, Tag } from '@knotenpunkt/webkit/ui';
import type { QueuedReport } from './useReports';

/** One report as those read it who decide: what is said, what was decided and objected so far, and the way to decide. */
export function ReportInQueue({ report, onDecide }: { report: QueuedReport; onDecide: () => void }) {
  const t = useMessages('moderation');
  const format = useFormat();
  const { reference, subjectType, subjectTitle, subjectAddress, reason, explanation, place, name, email, state, createdAt } = report;
  const waits = state !== 'DECIDED';
  const isOwn = report.whyNotDecide === 'OWN_ENTRY';
  return (
    <Entry
      over={<FactLine parts={[t(`types.${subjectType}`), reference]} />}
      title={<Link to={subjectAddress}>{subjectTitle}</Link>}
      beside={<Tag>{t(`states.${state}`)}</Tag>}
      meta={
        <FactLine
          parts={[
            t('queue.reportedOn', { date: format.date(createdAt.slice(0, 10)) }),
            report.erasedOn ? t('queue.erased', { date: format.date(report.erasedOn) }) : name || (isOwn ? null : t('queue.unnamed')),
            email ? <a href={`mailto:${email}`}>{email}</a> : null,
          ]}
        />
      }
      actions={
        waits && !report.whyNotDecide ? (
          <Button small onClick={onDecide} aria-label={`${t(decideWord(state))}: ${subjectTitle}`}>
            {t(decideWord(state))}
          </Button>
        ) : null
      }
    >
      <div className="moderation-said">
        <p>
          <strong>{t(`report.reasons.${reason}`)}</strong>
        </p>
        {explanation ? <div className="kn-quoted">{explanation}</div> : null}
        {place ? <p>{t('queue.place', { place })}</p> : null}
        <Course report={report} />
        {isOwn ? <Notice>{t('queue.ownEntry')}</Notice> : null}
        {waits && report.whyNotDecide === 'SAME_PERSON' ? <Notice>{t('queue.samePerson')}</Notice> : null}
      </div>
    </Entry>
  );
}

const decideWord = (state: QueuedReport['state']) => (state === 'APPEALED' ? 'queue.decideAppeal' : 'queue.decide');

/** What was decided and objected, in the order in which it happened. */
function Course({ report: { decisions, appeals } }: { report: QueuedReport }) {
  const t = useMessages('moderation');
  const format = useFormat();
  const day = (at: string) => format.date(at.slice(0, 10));
  const steps = [
    ...decisions.map((decision) => ({
      at: decision.decidedAt,
      shown: (
        <>
          <strong>{t(`decisions.${decision.kind}`)}</strong>{' '}
          <FactLine
            parts={[
              t('queue.decidedOn', { date: day(decision.decidedAt), name: decision.personName ?? t('duty.byUnknown') }),
              decision.onAppeal && t('queue.onAppeal'),
              t('queue.basis', { basis: t(`bases.${decision.basis}`) }),
            ]}
          />
          {decision.facts ? <p>{decision.facts}</p> : null}
          {decision.ground ? <p>{decision.ground}</p> : null}
        </>
      ),
    })),
    ...appeals.map(({ side, text, appealedAt }) => ({
      at: appealedAt,
      shown: (
        <>
          <strong>{t(`queue.appealOf.${side}`)}</strong> {day(appealedAt)}
          {text ? <div className="kn-quoted">{text}</div> : null}
        </>
      ),
    })),
  ].sort((one, other) => one.at.localeCompare(other.at));
  return steps.map(({ at, shown }) => <div key={at}>{shown}</div>);
}
