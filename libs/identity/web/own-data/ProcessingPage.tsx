import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Breadcrumbs, EmptyState, ErrorNotice, LinkButton, Loading, Page, PageHeader, Table } from '@knotenpunkt/webkit/ui';
import { useViewer } from '../useViewer';
import { TakeFileButton } from './TakeFileButton';
import { useProcessings, type ProcessingOf } from './useProcessings';
import '../identity.css';

/** `/verwaltung/verarbeitung`: the record of processing (Article 30 GDPR), for administrators of the platform. */
export function ProcessingPage() {
  const t = useMessages('identity');
  const viewer = useViewer();
  const administers = viewer?.platformAdministrator ?? false;
  return (
    <Page>
      <PageHeader
        title={t('processings.title')}
        explanation={t('processings.lead')}
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('app:header.administration'), to: '/verwaltung' }]} />}
        actions={
          administers ? (
            <TakeFileButton address="/daten/verarbeitung.csv" name="verarbeitung.csv">
              {t('processings.csv')}
            </TakeFileButton>
          ) : null
        }
      />
      {viewer === null ? <Loading /> : administers ? <Processings /> : <OnlyAdministrators signedIn={viewer.personId !== null} />}
    </Page>
  );
}

function OnlyAdministrators({ signedIn }: { signedIn: boolean }) {
  const t = useMessages('identity');
  const step = signedIn ? undefined : <LinkButton to="/anmelden?zurueck=/verwaltung/verarbeitung">{t('signIn.submit')}</LinkButton>;
  return <EmptyState step={step}>{t('processings.signedOut')}</EmptyState>;
}

function Processings() {
  const t = useMessages('identity');
  const { protection, error, refetch } = useProcessings();
  if (!protection) return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <>
      <Table
        caption={t('processings.title')}
        stacked
        columns={(['what', 'of', 'ground', 'kept', 'fates', 'columns'] as const).map((id) => ({ id, label: t(`processings.${id}`) }))}
        rows={protection.processings.map((one) => ({ id: one.id, cells: cellsOf(one, t) }))}
      />
      <p>{t('processings.backups', { days: protection.backupsKeptDays })}</p>
      <p className="kn-muted">{t('processings.operator')}</p>
    </>
  );
}

function cellsOf({ title, purpose, of, ground, kept, fates, columns }: ProcessingOf, t: ReturnType<typeof useMessages>) {
  return {
    what: (
      <>
        {title}
        <span className="identity-purpose">{purpose}</span>
      </>
    ),
    of: of.map((subject) => t(`record.subjects.${subject}`)).join(', '),
    ground: t(`record.grounds.${ground}`),
    kept,
    fates: fates.map((fate) => t(`record.fates.${fate}`)).join(', '),
    columns: <span className="identity-columns">{columns.map((column) => column.replace(/^public\./, '')).join(', ')}</span>,
  };
}
