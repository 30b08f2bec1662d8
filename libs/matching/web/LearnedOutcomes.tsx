import { useMessages } from '@knotenpunkt/webkit/i18n';
import { KindMark, Section, Table } from '@knotenpunkt/webkit/ui';
import { ShareBar } from './ShareBar';
import type { ShownLearned } from './useLearned';

/** What became of suggestions: how many of each outcome, why they were put away, and which kinds were suggested. */
export function LearnedOutcomes({ learned }: { learned: ShownLearned }) {
  const t = useMessages('matching');
  const themes = useMessages('themes');
  const { shown, outcomes, reasons, kinds } = learned;
  return (
    <>
      <Section title={t('learned.outcomes.title')} explanation={t('learned.outcomes.shown', { count: shown })}>
        <Counts
          caption={t('learned.outcomes.title')}
          column={t('learned.outcomes.column')}
          of={shown}
          rows={outcomes.map(({ outcome, count }) => ({ id: outcome, name: t(`learned.outcomes.${outcome}`), count }))}
        />
        <p className="kn-meta">{t('learned.outcomes.ignored')}</p>
      </Section>
      <Section title={t('learned.reasons.title')} explanation={t('learned.reasons.explanation')}>
        {reasons.length === 0 ? <p className="kn-muted">{t('learned.reasons.none')}</p> : null}
        {reasons.length > 0 ? (
          <Counts
            caption={t('learned.reasons.title')}
            column={t('learned.reasons.column')}
            of={reasons.reduce((sum, { count }) => sum + count, 0)}
            rows={reasons.map(({ reason, count }) => ({ id: reason, name: t(`dismissal.${reason}`), count }))}
          />
        ) : null}
      </Section>
      {kinds.length > 0 ? (
        <Section title={t('learned.kinds.title')} explanation={t('learned.kinds.explanation')}>
          <Table
            caption={t('learned.kinds.title')}
            stacked
            columns={[
              { id: 'kind', label: t('learned.kinds.column') },
              { id: 'shown', label: t('learned.kinds.shown'), numeric: true },
              { id: 'came', label: t('learned.kinds.came'), numeric: true },
            ]}
            rows={kinds.map(({ kind, shown: count, came }) => ({
              id: kind,
              cells: {
                kind: (
                  <span className="learned-kind">
                    <KindMark kind={kind} size={16} silent />
                    {themes(`kinds.${kind}`, { count: 2 })}
                  </span>
                ),
                shown: count,
                came,
              },
            }))}
          />
        </Section>
      ) : null}
    </>
  );
}

/** Counted rows, each with a bar as long as its share. */
function Counts({
  caption,
  column,
  of,
  rows,
}: {
  caption: string;
  column: string;
  of: number;
  rows: { id: string; name: string; count: number }[];
}) {
  const t = useMessages('matching');
  return (
    <Table
      caption={caption}
      columns={[
        { id: 'name', label: column },
        { id: 'bar', label: <span className="kn-hidden">{t('learned.bar')}</span> },
        { id: 'count', label: t('learned.outcomes.count'), numeric: true },
      ]}
      rows={rows.map(({ id, name, count }) => ({
        id,
        cells: {
          name,
          bar: <ShareBar share={of > 0 ? count / of : 0} />,
          count,
        },
      }))}
    />
  );
}
