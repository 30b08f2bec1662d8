import { Link } from 'react-router';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useRegion } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Figures, Section } from '@knotenpunkt/webkit/ui';
import { RetryButton } from './RetryButton';
import type { SectionProps } from './systemState';

const RETRY_MAILS = graphql(`
  mutation RetryMails {
    retryMails {
      ... on SystemState {
        askedAt
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** Mails that have not gone out. */
export function MailsSection({ state, onChange }: SectionProps) {
  const t = useMessages('operations');
  const format = useFormat();
  const { timeZone } = useRegion();
  const retry = useMutationAnswer(RETRY_MAILS);
  const { configured, waiting, failed, oldestFailedAt } = state.mails;
  if (!configured) {
    return (
      <Section title={t('mails.title')} beside={<Link to="/verwaltung">{t('mails.link')}</Link>}>
        <p>{t('mails.unconfigured', { count: waiting })}</p>
      </Section>
    );
  }
  return (
    <Section title={t('mails.title')}>
      <Figures
        figures={[
          { value: format.number(waiting), label: t('mails.waiting') },
          { value: format.number(failed), label: t('mails.failed'), ...(failed > 0 ? { tone: 'overdue' as const } : {}) },
        ]}
      />
      {oldestFailedAt ? (
        <>
          <p className="kn-meta">{t('mails.oldest', { moment: format.moment(oldestFailedAt, timeZone) })}</p>
          <RetryButton retry={retry} label={t('mails.retry')} done={t('mails.retried')} onChange={onChange} />
        </>
      ) : null}
    </Section>
  );
}
