import { useMemo, type FocusEvent } from 'react';
import {
  countSeveral,
  legendOf,
  switchClass,
  toggled,
  type LegendRow,
  type NetworkOverview,
  type NetworkView,
  type Shown,
} from '@knotenpunkt/network/domain';
import { ACTOR_KINDS, type ActorKind } from '@knotenpunkt/themes/domain';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { KindMark } from '@knotenpunkt/webkit/ui';
import { ClassMark } from './ClassMark';
import { SizeLegend } from './SizeLegend';
import { useColours } from './useDecoration';
import { useClassName } from './words';
import './decorate.css';

export interface ClassLegendProps {
  overview: NetworkOverview;
  view: NetworkView;
  shown: Shown;
  onChange: (part: Partial<NetworkView>) => void;
  /** A class is pointed at or reached by keyboard; null: none any more. */
  onPoint?: (id: string | null) => void;
}

/** What colours and sizes mean. Every class is a switch; pointing at it takes the others back. */
export function ClassLegend({ overview, view, shown, onChange, onPoint }: ClassLegendProps) {
  const t = useMessages('network');
  const format = useFormat();
  const nameOf = useClassName();
  const { swatches } = useColours(overview, view);
  const { colour } = view;
  const rows = useMemo(() => inReadingOrder(colour, legendOf(overview, view, shown)), [overview, colour, view, shown]);
  const unknown = colour === 'broker' && rows.length < 2;
  const several = useMemo(() => (colour === 'theme' ? countSeveral(overview, shown.actors) : 0), [colour, overview, shown]);
  const point = (id: string | null) => onPoint?.(id);
  const reached = (id: string) => (event: FocusEvent) => event.target.matches(':focus-visible') && point(id);
  return (
    <>
      <section aria-labelledby="network-classes">
        <h2 id="network-classes" className="network-filter__title">
          {t(colour === 'kind' ? 'filters.kinds' : `decorate.legend.${colour}`)}
        </h2>
        <ul className="network-legend">
          {(unknown ? [] : rows).map((row) => (
            <li key={row.id}>
              <button
                type="button"
                className="network-row"
                aria-pressed={row.shown}
                onClick={() => onChange(switchClass(overview, view, row.id))}
                onPointerEnter={() => point(row.shown ? row.id : null)}
                onPointerLeave={() => point(null)}
                onFocus={reached(row.id)}
                onBlur={() => point(null)}
              >
                {swatches ? <ClassMark swatch={swatches[row.at]!} /> : <KindMark kind={row.id} size={16} silent />}
                <span className="network-row__text">{nameOf(row.label)}</span>
                <span className="network-row__count">{format.number(row.count)}</span>
              </button>
            </li>
          ))}
        </ul>
        {colour === 'broker' ? <p className="kn-meta">{t(unknown ? 'decorate.legend.noBroker' : 'decorate.legend.brokerHint')}</p> : null}
        {several > 0 ? <p className="kn-meta">{t('decorate.legend.several', { count: several })}</p> : null}
      </section>
      {colour === 'kind' ? null : <ShapesOfKinds overview={overview} view={view} shown={shown} onChange={onChange} />}
      <SizeLegend overview={overview} view={view} shown={shown} />
    </>
  );
}

/** Communities by size, as they are told elsewhere; what has an order keeps it. The rest is last. */
function inReadingOrder(colour: NetworkView['colour'], rows: LegendRow[]): LegendRow[] {
  if (colour !== 'community') return rows;
  const isRest = ({ label }: LegendRow) => Number(label.is === 'rest');
  return rows.toSorted((p, q) => isRest(p) - isRest(q) || q.count - p.count || p.at - q.at);
}

/** Where colours tell something else, shapes still tell kinds: these too can be hidden. */
function ShapesOfKinds({ overview, view, shown, onChange }: Omit<ClassLegendProps, 'onPoint'>) {
  const t = useMessages('network');
  const format = useFormat();
  const rows = useMemo(() => legendOf(overview, { ...view, colour: 'kind' }, shown), [overview, view, shown]);
  return (
    <details className="network-shapes" open={view.kinds.length < ACTOR_KINDS.length || undefined}>
      <summary className="network-filter__title">{t('decorate.legend.shapes')}</summary>
      <ul className="network-legend">
        {rows.map(({ id, shown: isShown, count }) => (
          <li key={id}>
            <button
              type="button"
              className="network-row"
              aria-pressed={isShown}
              onClick={() => onChange({ kinds: toggled(ACTOR_KINDS, view.kinds, id as ActorKind) })}
            >
              <KindMark kind={id} size={16} silent />
              <span className="network-row__text">{t(`webkit:kinds.${id}`)}</span>
              <span className="network-row__count">{format.number(count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
