import { Link } from 'react-router';
import { BarChart, MatrixChart } from '@knotenpunkt/webkit/charts';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { KindMark } from '@knotenpunkt/webkit/ui';
import type { NewestMeasures } from './MeasuresPage';
import { useShare } from './useShare';

/** Which kinds of actor work with which. */
export function Benches({ benches: { kinds, actors, ties } }: { benches: NewestMeasures['benches'] }) {
  const t = useMessages('network');
  return (
    <MatrixChart
      title={t('measures.benches.matrix')}
      description={t('measures.benches.explanation')}
      items={kinds.map((kind, at) => ({
        id: kind,
        label: t('measures.benches.kind', { kind: t(`webkit:kinds.${kind}`), count: actors[at]! }),
        mark: <KindMark kind={kind} size={18} />,
      }))}
      // Within a bench of one nobody can work together.
      values={ties.map((row, i) => row.map((value, j) => (i === j && actors[i]! < 2 ? null : value)))}
      sayCell={(one, other, count) => t('measures.benches.cell', { one, other, count })}
    />
  );
}

/** Who stands between others. */
export function Brokers({ newest: { brokers, sampled } }: { newest: NewestMeasures }) {
  const t = useMessages('network');
  const share = useShare();
  if (brokers.length === 0) return <p className="kn-muted">{t('measures.brokers.none')}</p>;
  return (
    <>
      <BarChart
        title={t('measures.brokers.chart')}
        description={t('measures.brokers.explanation')}
        columns={{ label: t('measures.brokers.actor'), value: t('measures.brokers.share') }}
        bars={brokers.map(({ actor, value }) => ({ id: actor.id, label: <ActorLink actor={actor} />, value }))}
        say={share}
      />
      {sampled ? <p className="kn-meta">{t('measures.brokers.sampled', { count: sampled })}</p> : null}
    </>
  );
}

/** Who has no tie yet. */
export function Isolated({ newest: { isolated, isolatedActors } }: { newest: NewestMeasures }) {
  const t = useMessages('network');
  if (isolated === 0) return <p className="kn-muted">{t('measures.isolated.none')}</p>;
  return (
    <>
      <p>{t('measures.isolated.explanation')}</p>
      <ul className="network-measures__alone">
        {isolatedActors.map((actor) => (
          <li key={actor.id}>
            <ActorLink actor={actor} />
          </li>
        ))}
      </ul>
      {isolated > isolatedActors.length ? (
        <p className="kn-meta">{t('communities.more', { count: isolated - isolatedActors.length })}</p>
      ) : null}
    </>
  );
}

function ActorLink({ actor: { label, slug, kind } }: { actor: { label: string; slug: string; kind: string } }) {
  return (
    <span className="network-measures__actor">
      <KindMark kind={kind} size={16} />
      <Link to={`/netzwerk?akteur=${slug}`}>{label}</Link>
    </span>
  );
}
