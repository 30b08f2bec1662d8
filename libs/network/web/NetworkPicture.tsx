import { useMemo, useState } from 'react';
import { GRADES } from '@knotenpunkt/kernel';
import { MOST_DRAWN, type NetworkOverview, type NetworkView, type Shown } from '@knotenpunkt/network/domain';
import { ACTOR_KINDS } from '@knotenpunkt/themes/domain';
import { NetworkCanvas, type NetworkViewport } from '@knotenpunkt/webkit/graph-view';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { useDrawing, type FirstSeen } from './useDrawing';

const NOTHING: readonly string[] = [];

export interface NetworkPictureProps {
  overview: NetworkOverview;
  view: NetworkView;
  /** What was seen of it first; where the whole is still on its way, `overview` is those with the most ties. */
  first?: FirstSeen | null;
  /** What the view leaves of the network. */
  shown: Shown;
  chosenId: string | null;
  path: readonly string[] | null;
  onSelect: (id: string | null) => void;
}

/** The picture in the middle of the page. */
export function NetworkPicture({ overview, first = null, view, shown, chosenId, path, onSelect }: NetworkPictureProps) {
  const [viewport, setViewport] = useState<NetworkViewport | null>(null);
  const drawing = useDrawing(overview, { chosenId, path: path ?? NOTHING, viewport, shown }, first);
  const { kinds, grades, themes } = view;
  const dimmedKinds = useMemo(() => ACTOR_KINDS.filter((kind) => !kinds.includes(kind)), [kinds]);
  const dimmedGrades = useMemo(() => GRADES.filter((grade) => !grades.includes(grade)), [grades]);
  const dimmedIds = useMemo(
    () =>
      themes.length === 0
        ? NOTHING
        : overview.actors.filter((actor) => !actor.themes.some((theme) => themes.includes(theme))).map(({ id }) => id),
    [overview, themes],
  );
  return (
    <div className="network__picture">
      <NetworkCanvas
        {...drawing}
        selectedId={chosenId}
        path={path ?? NOTHING}
        dimmedKinds={dimmedKinds}
        dimmedGrades={dimmedGrades}
        dimmedIds={dimmedIds}
        onSelect={onSelect}
        onView={setViewport}
      />
    </div>
  );
}

/** "Stand: 23. November 2026 · 87 Akteure, 188 Beziehungen". */
export function StateLine({ overview }: { overview: NetworkOverview }) {
  const t = useMessages('network');
  const format = useFormat();
  const partial = overview.actorCount > MOST_DRAWN.actors || overview.tieCount > MOST_DRAWN.ties;
  return (
    <p className="network__state">
      <strong>{t('state.asOf', { date: format.date(overview.asOf) })}</strong>
      {' · '}
      {t('state.actors', { count: overview.actorCount })}, {t('state.ties', { count: overview.tieCount })}
      {partial ? <span className="kn-meta"> {t('state.partial', { actors: MOST_DRAWN.actors })}</span> : null}
    </p>
  );
}
