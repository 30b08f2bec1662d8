import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useRegion } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, FactLine, PagedEntries, Section, Tag } from '@knotenpunkt/webkit/ui';
import { useImportHistory, type Batch } from './useImport';

/** Lists so far; each leads to what came of it, where it can be taken back. `state`: of the one that is shown. */
export function ImportHistory({ current, state }: { current: string | null; state: Batch['state'] | null }) {
  const t = useMessages('imports');
  const pages = useImportHistory();
  const { refresh } = pages;
  const before = useRef(`${current} ${state}`);
  useEffect(() => {
    if (before.current === `${current} ${state}`) return;
    before.current = `${current} ${state}`;
    void refresh();
  }, [current, state, refresh]);
  return (
    <Section title={t('import.historyTitle')}>
      <PagedEntries pages={pages} label={t('import.historyTitle')} empty={<p>{t('import.historyEmpty')}</p>}>
        {(batch) => <Line key={batch.id} batch={batch} current={batch.id === current} />}
      </PagedEntries>
    </Section>
  );
}

function Line({ batch, current }: { batch: Batch; current: boolean }) {
  const t = useMessages('imports');
  const format = useFormat();
  const { timeZone } = useRegion();
  const { made, changed, takenBack, kept } = batch.outcome;
  return (
    <Entry
      selected={current}
      title={<Link to={`?liste=${batch.id}`}>{batch.fileName || t('import.unnamed')}</Link>}
      beside={<Tag>{t(`import.states.${batch.state}`)}</Tag>}
      meta={
        <FactLine
          parts={[
            t(`import.kinds.${batch.kind}.title`),
            format.moment(batch.createdAt, timeZone),
            t('import.rows', { count: batch.rows }),
            batch.state === 'COMMITTED' && made > 0 ? t(`import.made.${batch.kind}`, { count: made }) : null,
            batch.state === 'COMMITTED' && changed > 0 ? t(`import.changed.${batch.kind}`, { count: changed }) : null,
            batch.state === 'UNDONE' ? t('import.takenBackInShort', { count: takenBack }) : null,
            batch.state === 'UNDONE' && kept > 0 ? t('import.keptInShort', { count: kept }) : null,
          ]}
        />
      }
    />
  );
}
