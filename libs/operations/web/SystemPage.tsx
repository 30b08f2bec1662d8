import { useViewer } from '@knotenpunkt/identity/web';
import { skipToken, useQuery, useRegion } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Columns, Column, EmptyState, ErrorNotice, LinkButton, Loading, Notice, Page, PageHeader } from '@knotenpunkt/webkit/ui';
import { BackupSection } from './BackupSection';
import { GraphSection } from './GraphSection';
import { InstallationSection } from './InstallationSection';
import { JobsSection } from './JobsSection';
import { MailsSection } from './MailsSection';
import { MeaningSection } from './MeaningSection';
import { SetAsideSection } from './SetAsideSection';
import { SYSTEM_STATE, type SystemState } from './systemState';
import './operations.css';

const AGAIN_MS = 10_000;

/** `/systemzustand`: how the installation is doing, and what can be tried again; for platform administrators. */
export function SystemPage() {
  const t = useMessages('operations');
  const format = useFormat();
  const { timeZone } = useRegion();
  const viewer = useViewer();
  const administers = viewer?.platformAdministrator ?? false;
  const { data, error, refetch } = useQuery(
    SYSTEM_STATE,
    administers
      ? { fetchPolicy: 'cache-and-network', pollInterval: AGAIN_MS, skipPollAttempt: () => document.visibilityState === 'hidden' }
      : skipToken,
  );
  if (!viewer) return <Loading />;
  if (!administers) {
    return (
      <Page narrow>
        <PageHeader title={t('page.title')} />
        <EmptyState step={viewer.personId ? null : <LinkButton to="/anmelden?zurueck=/systemzustand">{t('page.signIn')}</LinkButton>}>
          {t('page.onlyAdministrators')}
        </EmptyState>
      </Page>
    );
  }
  const state = data?.systemState;
  const section = state ? { state, onChange: () => void refetch() } : null;
  return (
    <Page>
      <PageHeader title={t('page.title')} explanation={state ? t('page.asOf', { moment: format.moment(state.askedAt, timeZone) }) : null} />
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {!state && !error ? <Loading /> : null}
      {section ? (
        <>
          <Concerns state={section.state} />
          <Columns count={2}>
            <Column>
              <GraphSection {...section} />
              <SetAsideSection {...section} />
            </Column>
            <Column>
              <MailsSection {...section} />
              <JobsSection {...section} />
              <MeaningSection {...section} />
              <BackupSection {...section} />
              <InstallationSection {...section} />
            </Column>
          </Columns>
        </>
      ) : null}
    </Page>
  );
}

function Concerns({ state }: { state: SystemState }) {
  const t = useMessages('operations');
  const counts: Record<string, number> = {
    SET_ASIDE: state.setAsideCount,
    MAILS_FAILED: state.mails.failed,
    JOBS_FAILED: state.jobs.filter(({ name }) => name !== 'mail.send').reduce((sum, { failed }) => sum + failed, 0),
  };
  if (state.concerns.length === 0) return <Notice tone="kept">{t('concerns.none')}</Notice>;
  return (
    <Notice tone="due" title={t('concerns.title')}>
      <ul className="operations-concerns">
        {state.concerns.map((concern) => (
          <li key={concern}>{t(`concerns.${concern}`, { count: counts[concern] ?? 0 })}</li>
        ))}
      </ul>
    </Notice>
  );
}
