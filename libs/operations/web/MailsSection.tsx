import { Link } from 'react-router';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useRegion } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Figures, Section, useAnswerToast } from '@knotenpunkt/webkit/ui';
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
  const tell = useAnswerToast('operations');
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
          <div className="operations-acts">
            <Button
              small
              busy={retry.busy}
              onClick={() =>
                void retry.send({}).then((answer) => {
                  tell(answer, t('mails.retried'));
                  onChange();
                })
              }
            >
              {t('mails.retry')}
            </Button>
          </div>
        </>
      ) : null}
    </Section>
  );
}
