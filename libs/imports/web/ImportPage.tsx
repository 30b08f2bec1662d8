import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { CoordinatorsPage } from '@knotenpunkt/identity/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Column, ErrorNotice, LinkButton, Loading, Notice, Steps } from '@knotenpunkt/webkit/ui';
import { ImportCheck } from './ImportCheck';
import { ImportColumns } from './ImportColumns';
import { ImportHistory } from './ImportHistory';
import { ImportOutcome } from './ImportOutcome';
import { ImportUpload } from './ImportUpload';
import { isRunning, useImportBatch, type Batch } from './useImport';
import './import.css';

/** `/koordination/import`: a list is compared, taken over, and taken back. `?liste=<id>` is one of them. */
export function ImportPage() {
  const t = useMessages('imports');
  return (
    <CoordinatorsPage title={t('import.title')} explanation={t('import.explanation')} only={t('import.coordinatorsOnly')}>
      <Importing />
    </CoordinatorsPage>
  );
}

const STEP: Record<Batch['state'], number> = {
  READING: 0,
  MATCHING: 1,
  COMPARING: 2,
  COMPARED: 2,
  COMMITTING: 3,
  COMMITTED: 4,
  UNDOING: 3,
  UNDONE: 4,
};

function Importing() {
  const t = useMessages('imports');
  const [address, setAddress] = useSearchParams();
  const id = address.get('liste');
  const show = (read: string | null) => setAddress(read ? { liste: read } : {});
  const [state, setState] = useState<Batch['state'] | null>(null);
  const { batch, columns, gone, error, refresh } = useImportBatch(id, state !== null && isRunning({ state }));
  if (batch && batch.state !== state) setState(batch.state);
  const [columnsOf, setColumnsOf] = useState<string | null>(null);
  const matching = batch && (batch.state === 'MATCHING' || (batch.state === 'COMPARED' && columnsOf === batch.id));
  const steps = (['file', 'columns', 'check', 'done'] as const).map((step) => t(`import.steps.${step}`));
  return (
    <Column>
      <Steps label={t('import.title')} current={id === null || !batch ? 0 : matching ? 1 : STEP[batch.state]} steps={steps} />
      {id !== null && error ? <ErrorNotice error={error} onRetry={refresh} /> : null}
      {id !== null && batch === undefined && !gone && !error ? <Loading /> : null}
      {id !== null && gone ? <Notice tone="due">{t('import.gone')}</Notice> : null}
      {id === null || gone ? <ImportUpload onRead={show} /> : null}
      {id !== null && batch ? (
        <>
          {matching ? (
            <ImportColumns
              key={batch.version}
              batch={batch}
              columns={columns}
              onBegun={() => setColumnsOf(null)}
              onGone={() => show(null)}
            />
          ) : null}
          {isRunning(batch) ? <AtWork batch={batch} /> : null}
          {batch.state === 'COMPARED' && !matching ? (
            <ImportCheck batch={batch} onColumns={() => setColumnsOf(batch.id)} onGone={() => show(null)} />
          ) : null}
          {batch.state === 'COMMITTED' || batch.state === 'UNDONE' ? <ImportOutcome batch={batch} /> : null}
          {batch.state === 'MATCHING' ? null : (
            <div>
              <LinkButton to="/koordination/import">{t('import.other')}</LinkButton>
            </div>
          )}
        </>
      ) : null}
      <ImportHistory current={id} state={state} />
    </Column>
  );
}

function AtWork({ batch }: { batch: Batch }) {
  const t = useMessages('imports');
  return (
    <div className="import-work">
      <Loading label={t(`import.working.${batch.state}`)} progress={{ done: batch.done, total: Math.max(1, batch.total) }} />
      <p className="kn-meta">{t('import.leave')}</p>
    </div>
  );
}
