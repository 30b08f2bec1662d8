import { Link } from 'react-router';
import { dayIn } from '@knotenpunkt/kernel';
import { useRegion } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, FactLine, PagedEntries, Section } from '@knotenpunkt/webkit/ui';
import { useMergeHistory } from './useMerging';

/** Entries that became one; each leads to where it can be taken back. */
export function MergeHistory() {
  const t = useMessages('imports');
  const format = useFormat();
  const { timeZone } = useRegion();
  const pages = useMergeHistory();
  const dayOf = (instant: string | Date) => format.date(dayIn(new Date(instant), timeZone));
  return (
    <Section title={t('merging.historyTitle')}>
      <PagedEntries pages={pages} label={t('merging.historyTitle')} empty={<p>{t('merging.historyEmpty')}</p>}>
        {({ id, keptName: kept, mergedName: merged, mergedAt, undoneAt }) => (
          <Entry
            key={id}
            title={<Link to={`/koordination/zusammengefuehrt/${id}`}>{t('merging.historyLine', { kept, merged })}</Link>}
            meta={
              <FactLine
                parts={[t('merging.on', { day: dayOf(mergedAt) }), undoneAt ? t('merging.undoneOn', { day: dayOf(undoneAt) }) : null]}
              />
            }
          />
        )}
      </PagedEntries>
    </Section>
  );
}
