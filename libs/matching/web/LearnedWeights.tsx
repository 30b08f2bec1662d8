import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { FactList, Section } from '@knotenpunkt/webkit/ui';
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
      <FactList
        facts={changes.map(({ part, name, factor }) => ({
          term: t(`learned.weights.${part}.${name}`),
          value: t(`learned.weights.${factor > 1 ? 'more' : 'less'}`, { factor: format.number(Math.round(factor * 10) / 10) }),
        }))}
      />
      {state === 'LEARNED' ? null : (
        <p>{t('learned.missing.known', { outcomes: known.came + known.not, came: known.came, not: known.not })}</p>
      )}
      <Missing missing={missing} />
      <p className="kn-meta">
        {t(`learned.percent.${percentOf(learned)}`, { error: format.number(Math.round((learned.calibrationError ?? 0) * 100) / 100) })}
      </p>
    </Section>
  );
}

function percentOf({ tellsPercent, learnedFrom }: ShownLearned): 'told' | 'few' | 'off' {
  if (tellsPercent) return 'told';
  return learnedFrom && learnedFrom.came + learnedFrom.not >= 200 ? 'off' : 'few';
}

function Missing({ missing }: { missing: ShownLearned['missing'] }) {
  const t = useMessages('matching');
  const parts = (['outcomes', 'came', 'not'] as const).filter((part) => missing[part] > 0);
  if (parts.length === 0) return null;
  return <p>{[t('learned.missing.wanted'), ...parts.map((part) => t(`learned.missing.${part}`, { count: missing[part] }))].join(' ')}</p>;
}
