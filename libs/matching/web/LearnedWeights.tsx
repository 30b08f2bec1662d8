import { LEARNING, PERCENT } from '@knotenpunkt/matching/domain';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Section, Table } from '@knotenpunkt/webkit/ui';
import { ShareBar } from './ShareBar';
import type { ShownLearned } from './useLearned';

/** What counts more or less than before, from how many outcomes, and what is missing until something is learned. */
export function LearnedWeights({ learned }: { learned: ShownLearned }) {
  const t = useMessages('matching');
  const format = useFormat();
  const { state, learnedFrom, changes, known, missing } = learned;
  const date = learned.learnedOn ? format.date(learned.learnedOn) : '';
  return (
    <Section title={t('learned.weights.title')}>
      <p>
        {learnedFrom
          ? t('learned.weights.LEARNED', { date, outcomes: learnedFrom.came + learnedFrom.not, ...learnedFrom })
          : t(`learned.weights.${state}`, { date })}
      </p>
      {state === 'LEARNED' && changes.length === 0 ? <p>{t('learned.weights.unchanged')}</p> : null}
      {changes.length > 0 ? (
        <Table
          caption={t('learned.weights.title')}
          columns={[
            { id: 'name', label: t('learned.weights.column') },
            { id: 'amount', label: t('learned.weights.amount') },
          ]}
          rows={changes.map(({ part, name, factor }) => ({
            id: `${part}.${name}`,
            cells: {
              name: t(`learned.weights.${part}.${name}`),
              amount: t(`learned.weights.${factor > 1 ? 'more' : 'less'}`, { factor: format.number(factor, 1) }),
            },
          }))}
        />
      ) : null}
      <Missing known={known} missing={missing} />
      <p className="kn-meta">{t(`learned.percent.${percentOf(learned)}`, { error: format.number(learned.calibrationError ?? 0, 2) })}</p>
    </Section>
  );
}

function percentOf({ tellsPercent, learnedFrom }: ShownLearned): 'told' | 'few' | 'off' {
  if (tellsPercent) return 'told';
  return learnedFrom && learnedFrom.came + learnedFrom.not >= PERCENT.outcomes ? 'off' : 'few';
}

/** How far it is until something is learned; nothing where there is enough. */
function Missing({ known, missing }: Pick<ShownLearned, 'known' | 'missing'>) {
  const t = useMessages('matching');
  if (missing.outcomes + missing.came + missing.not === 0) return null;
  const there = { outcomes: known.came + known.not, ...known };
  return (
    <>
      <p>{t('learned.missing.wanted')}</p>
      <Table
        caption={t('learned.missing.caption')}
        columns={[
          { id: 'name', label: t('learned.missing.column') },
          { id: 'bar', label: <span className="kn-hidden">{t('learned.bar')}</span> },
          { id: 'there', label: t('learned.missing.there'), numeric: true },
          { id: 'missing', label: t('learned.missing.missing'), numeric: true },
        ]}
        rows={(['outcomes', 'came', 'not'] as const).map((part) => ({
          id: part,
          cells: {
            name: t(`learned.missing.${part}`),
            bar: <ShareBar share={there[part] / (part === 'outcomes' ? LEARNING.outcomes : LEARNING.ofEachSide)} />,
            there: there[part],
            missing: missing[part],
          },
        }))}
      />
    </>
  );
}
