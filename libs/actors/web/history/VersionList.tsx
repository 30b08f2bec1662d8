import { HISTORY_ACTS } from '@knotenpunkt/actors/domain';
import type { Pages } from '@knotenpunkt/webkit/data';
import { useRegion } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, ErrorNotice, FactLine, Loading, MorePages, Table } from '@knotenpunkt/webkit/ui';
import type { KeptVersion } from './useHistory';

export interface VersionListProps {
  pages: Pages<KeptVersion>;
  chosen: { older: number; newer: number } | null;
  onChoose: (chosen: { older: number; newer: number }) => void;
}

/** The versions, the newest first: who, when, what; two of them are chosen to be compared. */
export function VersionList({ pages, chosen, onChoose }: VersionListProps) {
  const t = useMessages('actors');
  const format = useFormat();
  const region = useRegion();
  if (pages.error && pages.nodes.length === 0) return <ErrorNotice error={pages.error} onRetry={() => void pages.refresh()} />;
  if (pages.loading) return <Loading />;
  if (pages.nodes.length === 0) return <EmptyState>{t('history.none')}</EmptyState>;
  const wordOf = (act: string) => t(`history.acts.${(HISTORY_ACTS as readonly string[]).includes(act) ? act.replace('.', '_') : 'other'}`);
  const radio = (side: 'older' | 'newer', version: number) => (
    <label className="actors-side">
      <input
        type="radio"
        className="kn-check kn-check--radio"
        name={`history-${side}`}
        checked={chosen?.[side] === version}
        aria-label={t(`history.${side}`, { number: version })}
        onChange={() => onChoose({ ...(chosen ?? { older: version, newer: version }), [side]: version })}
      />
      {t(`history.columns.${side}`)}
    </label>
  );
  const comparable = pages.nodes.length > 1;
  return (
    <>
      <Table
        caption={t('history.versions')}
        stacked
        columns={[
          { id: 'version', label: t('history.columns.version') },
          { id: 'what', label: t('history.columns.what') },
          { id: 'who', label: t('history.columns.who') },
          ...(comparable ? [{ id: 'sides', label: t('history.columns.sides') }] : []),
        ]}
        rows={pages.nodes.map(({ version, at, act, personName, changed }) => ({
          id: String(version),
          selected: chosen?.newer === version || chosen?.older === version,
          cells: {
            version: (
              <FactLine
                parts={[t('history.version', { number: version }), at ? format.moment(at, region.timeZone) : t('history.someTime')]}
              />
            ),
            what: (
              <>
                {wordOf(act)}
                {changed.length > 0 ? (
                  <span className="actors-quiet">: {format.list(changed.map((field) => t(`history.fields.${field}`)))}</span>
                ) : null}
              </>
            ),
            who: personName ?? t('history.nobody'),
            sides: (
              <span className="actors-sides">
                {radio('older', version)}
                {radio('newer', version)}
              </span>
            ),
          },
        }))}
      />
      <MorePages pages={pages} />
    </>
  );
}
