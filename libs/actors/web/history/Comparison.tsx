import { isSame, wordDifference, type HistoryField, type TextPart } from '@knotenpunkt/actors/domain';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, ErrorNotice, Loading, Section, Table } from '@knotenpunkt/webkit/ui';
import { useComparison } from './useHistory';
import { useFieldWords } from './useFieldWords';

export interface ComparisonProps {
  actorId: string;
  entryId: string | null;
  older: number;
  newer: number;
}

/** Two versions side by side, part by part; what went and what came is marked word by word. */
export function Comparison(of: ComparisonProps) {
  const t = useMessages('actors');
  const format = useFormat();
  const wordsOf = useFieldWords();
  const { fields, error, refresh } = useComparison(of);
  if (error && fields === undefined) return <ErrorNotice error={error} onRetry={refresh} />;
  if (fields === undefined) return <Loading />;
  if (fields === null) return <EmptyState>{t('history.gone')}</EmptyState>;
  const labelOf = (field: string) => t(`history.fields.${field}`);
  const changed = fields.filter((field) => !isSame(field));
  const same = fields.filter((field) => isSame(field)).map(({ field }) => labelOf(field));
  return (
    <Section title={t('history.compared', { older: of.older, newer: of.newer })}>
      {changed.length === 0 ? <EmptyState>{t('history.noDifference')}</EmptyState> : null}
      {changed.length > 0 ? (
        <div className="actors-compared">
          <Table
            caption={t('history.compared', { older: of.older, newer: of.newer })}
            stacked
            columns={[
              { id: 'field', label: t('stale.field') },
              { id: 'before', label: t('history.version', { number: of.older }) },
              { id: 'after', label: t('history.version', { number: of.newer }) },
            ]}
            rows={changed.map(({ field, before, after }) => {
              const name = field as HistoryField;
              const parts = wordDifference(wordsOf(name, before), wordsOf(name, after));
              return {
                id: field,
                cells: {
                  field: labelOf(field),
                  before: <Marked parts={parts} without="ADDED" />,
                  after: <Marked parts={parts} without="REMOVED" />,
                },
              };
            })}
          />
        </div>
      ) : null}
      {same.length > 0 ? <p className="actors-quiet">{t('history.same', { fields: format.list(same) })}</p> : null}
    </Section>
  );
}

/** One side of the difference: what stayed, and what is on this side only. */
function Marked({ parts, without }: { parts: readonly TextPart[]; without: TextPart['kind'] }) {
  const t = useMessages('actors');
  const shown = parts.filter(({ kind }) => kind !== without);
  if (shown.length === 0) return <span className="actors-quiet">{t('history.nothing')}</span>;
  return (
    <span className="actors-words">
      {shown.map(({ kind, text }, at) => {
        if (kind === 'SAME') return <span key={at}>{text}</span>;
        const Mark = kind === 'ADDED' ? 'ins' : 'del';
        return (
          <Mark key={at}>
            <span className="kn-hidden">{t(`history.${kind}`)} </span>
            {text}
          </Mark>
        );
      })}
    </span>
  );
}
