import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { CoordinatorsPage } from '@knotenpunkt/identity/web';
import { usePages } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, PagedEntries, Segments } from '@knotenpunkt/webkit/ui';
import { DecideDialog } from './DecideDialog';
import { ReportInQueue } from './ReportInQueue';
import { CONTENT_REPORTS, type QueuedReport } from './useReports';
import './report.css';

/** `/koordination/meldungen`: what was reported in the region. `?stand=entschieden` shows what was decided. */
export function ReportsPage() {
  const t = useMessages('moderation');
  return (
    <CoordinatorsPage narrow title={t('queue.title')} explanation={t('queue.explanation')} only={t('queue.onlyCoordination')}>
      <Queue />
    </CoordinatorsPage>
  );
}

function Queue() {
  const t = useMessages('moderation');
  const [address, setAddress] = useSearchParams();
  const decided = address.get('stand') === 'entschieden';
  const pages = usePages(CONTENT_REPORTS, 'contentReports', { decided });
  const [deciding, setDeciding] = useState<QueuedReport | null>(null);
  return (
    <>
      <div className="moderation-queue">
        <Segments
          label={t('queue.list')}
          value={decided ? 'decided' : 'waiting'}
          onChange={(which) => setAddress(which === 'decided' ? { stand: 'entschieden' } : {}, { replace: true })}
          options={[
            { value: 'waiting', label: t('queue.waiting') },
            { value: 'decided', label: t('queue.decided') },
          ]}
        />
        <PagedEntries
          pages={pages}
          label={t('queue.title')}
          empty={<EmptyState>{t(decided ? 'queue.noneDecided' : 'queue.noneWaiting')}</EmptyState>}
        >
          {(report) => <ReportInQueue key={report.id} report={report} onDecide={() => setDeciding(report)} />}
        </PagedEntries>
      </div>
      {deciding ? (
        <DecideDialog
          report={deciding}
          onClose={(changed) => {
            setDeciding(null);
            if (changed) void pages.refresh();
          }}
        />
      ) : null}
    </>
  );
}
