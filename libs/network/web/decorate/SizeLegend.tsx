import { useMemo } from 'react';
import { measureOf, sizeSamples, type NetworkOverview, type NetworkView, type Shown } from '@knotenpunkt/network/domain';
import { radiusFor, radiusOf } from '@knotenpunkt/webkit/graph-view';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import './decorate.css';

/** Up to three marks as large as in the picture, with what they stand for. Nothing where all are alike. */
export function SizeLegend({ overview, view: { size }, shown }: { overview: NetworkOverview; view: NetworkView; shown: Shown }) {
  const t = useMessages('network');
  const format = useFormat();
  const samples = useMemo(() => {
    if (size === 'same') return [];
    return sizeSamples(measureOf(overview, size, shown) ?? overview.columns.actors.degree);
  }, [overview, size, shown]);
  if (samples.length === 0) return null;
  const radius = (value: number) => (size === 'ties' ? radiusOf(value) : radiusFor(value, samples.at(-1)!));
  const widest = Math.max(...samples.map(radius));
  const words = (value: number) => format.number(size === 'broker' ? 100 * value : value, size === 'ties' || value >= 10 ? 0 : 1);
  return (
    <section aria-labelledby="network-sizes">
      <h2 id="network-sizes" className="network-filter__title">
        {t(`decorate.sizes.${size}`)}
      </h2>
      <ul className="network-sizes">
        {samples.map((value) => (
          <li key={value}>
            <svg width={2 * radius(value)} height={2 * widest} viewBox={`0 0 ${2 * radius(value)} ${2 * widest}`} aria-hidden>
              <circle cx={radius(value)} cy={widest} r={radius(value) - 0.75} />
            </svg>
            <span>{size === 'broker' ? t('decorate.sizes.percent', { share: words(value) }) : words(value)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
