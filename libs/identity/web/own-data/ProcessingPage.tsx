import { useState } from 'react';
import { takeFile } from '@knotenpunkt/webkit/data';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Breadcrumbs,
  Button,
  EmptyState,
  ErrorNotice,
  LinkButton,
  Loading,
  Page,
  PageHeader,
  Table,
  useAnswerToast,
} from '@knotenpunkt/webkit/ui';
import { useViewer } from '../useViewer';
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
        actions={administers ? <TakeRecord /> : null}
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

function TakeRecord() {
  const t = useMessages('identity');
  const language = useLanguage();
  const tell = useAnswerToast('identity');
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    const answer = await takeFile(`/daten/verarbeitung.csv?sprache=${language}`, 'verarbeitung.csv');
    if (answer.kind !== 'done') tell(answer, '');
    setBusy(false);
  };
  return (
    <Button busy={busy} onClick={() => void take()}>
      {t('processings.csv')}
    </Button>
  );
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
