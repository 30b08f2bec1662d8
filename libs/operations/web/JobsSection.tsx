import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, Section, Table } from '@knotenpunkt/webkit/ui';
import { RetryButton } from './RetryButton';
import type { SectionProps } from './systemState';

const RETRY_JOBS = graphql(`
  mutation RetryJobs {
    retryJobs {
      ... on SystemState {
        askedAt
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** Work in the background, by kind. */
export function JobsSection({ state, onChange }: SectionProps) {
  const t = useMessages('operations');
  const format = useFormat();
  const retry = useMutationAnswer(RETRY_JOBS);
  const figures = ['waiting', 'running', 'failed'] as const;
  return (
    <Section title={t('jobs.title')}>
      {state.jobs.length === 0 ? (
        <EmptyState>{t('jobs.none')}</EmptyState>
      ) : (
        <div className="operations-table">
          <Table
            caption={t('jobs.title')}
            columns={[{ id: 'name', label: t('jobs.kind') }, ...figures.map((id) => ({ id, label: t(`jobs.${id}`), numeric: true }))]}
            rows={state.jobs.map((job) => ({
              id: job.name,
              cells: {
                name: job.name === 'mail.send' ? t('jobs.mail') : job.name,
                ...Object.fromEntries(figures.map((id) => [id, format.number(job[id])])),
              },
            }))}
          />
        </div>
      )}
      {state.concerns.includes('JOBS_FAILED') ? (
        <RetryButton retry={retry} label={t('jobs.retry')} done={t('jobs.retried')} onChange={onChange} />
      ) : null}
    </Section>
  );
}
