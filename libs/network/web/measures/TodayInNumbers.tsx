import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Section } from '@knotenpunkt/webkit/ui';
import type { NewestMeasures } from './MeasuresPage';
import { useShare } from './useShare';

/** Today's measures: each as a number, a sentence, and what it means. */
export function TodayInNumbers({ newest }: { newest: NewestMeasures }) {
  const t = useMessages('network');
  const format = useFormat();
  const share = useShare();
  const pairs = (newest.actors * (newest.actors - 1)) / 2;
  const told = [
    {
      id: 'density',
      value: share(newest.density),
      say: t('measures.density.say', { count: newest.ties, ties: format.number(newest.ties), pairs: format.number(pairs) }),
    },
    {
      id: 'components',
      value: format.number(newest.components),
      say: t('measures.components.say', { count: newest.components, share: share(newest.largestShare) }),
    },
    { id: 'centralisation', value: share(newest.centralisation), say: t('measures.centralisation.say') },
    { id: 'newTies', value: format.number(newest.newTies), say: t('measures.newTies.say', { count: newest.newTies }) },
    { id: 'fadedTies', value: format.number(newest.fadedTies), say: t('measures.fadedTies.say', { count: newest.fadedTies }) },
    { id: 'alone', value: format.number(newest.isolated), say: t('measures.alone.say', { count: newest.isolated }) },
  ];
  return (
    <Section
      title={t('measures.today', { date: format.date(newest.day) })}
      explanation={t('measures.size', { actors: format.number(newest.actors), ties: format.number(newest.ties) })}
    >
      <dl className="network-measures__today">
        {told.map(({ id, value, say }) => (
          <div key={id}>
            <dt>{t(`measures.${id}.title`)}</dt>
            <dd className="network-measures__value">{value}</dd>
            <dd>{say}</dd>
            <dd className="kn-muted kn-small">{t(`measures.${id}.means`)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
