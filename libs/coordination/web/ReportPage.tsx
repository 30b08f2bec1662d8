import { useSearchParams } from 'react-router';
import { usualPeriod } from '@knotenpunkt/coordination/domain';
import { useViewer } from '@knotenpunkt/identity/web';
import { readPeriod, writePeriod, type DayPeriod } from '@knotenpunkt/kernel';
import { useToday } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, ErrorNotice, LinkButton, Loading, Notice, Page, PageHeader, useRefusals } from '@knotenpunkt/webkit/ui';
import { ReportContent } from './ReportContent';
import { ReportDownloads } from './ReportDownloads';
import { ReportPeriodForm } from './ReportPeriodForm';
import { useReport } from './useReport';
import './report.css';

/** `/koordination/bericht`: the report for a committee, to be looked at and taken along. `?zeitraum=2026-07-01..2026-11-27` */
export function ReportPage() {
  const t = useMessages('coordination');
  const viewer = useViewer();
  const today = useToday();
  const [address, setAddress] = useSearchParams();
  const period = readPeriod(address.get('zeitraum')) ?? usualPeriod(today);
  if (!viewer) return <Loading />;
  if (!viewer.coordinator && !viewer.platformAdministrator) {
    return (
      <Page narrow>
        <PageHeader title={t('reportPage.title')} />
        <EmptyState step={<LinkButton to="/koordination">{t('reportPage.desk')}</LinkButton>}>
          {t('reportPage.onlyCoordinators')}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader title={t('reportPage.title')} explanation={t('reportPage.explanation')} />
      <ReportPeriodForm
        key={writePeriod(period)}
        period={period}
        today={today}
        onChange={(next) => setAddress({ zeitraum: writePeriod(next) }, { preventScrollReset: true })}
      />
      <ReportOf period={period} />
    </Page>
  );
}

function ReportOf({ period }: { period: DayPeriod }) {
  const sentence = useRefusals('coordination');
  const { report, refusal, error, retry } = useReport(period);
  if (error) return <ErrorNotice error={error} onRetry={retry} />;
  if (refusal) return <Notice tone="error">{sentence(refusal)}</Notice>;
  if (!report) return <Loading />;
  return (
    <>
      <ReportDownloads period={period} />
      <ReportContent report={report} />
    </>
  );
}
