import { useMemo } from 'react';
import { GRADES } from '@knotenpunkt/kernel';
import { focusOf, MOST_DRAWN, type NetworkOverview, type NetworkView } from '@knotenpunkt/network/domain';
import { ACTOR_KINDS } from '@knotenpunkt/themes/domain';
import { NetworkCanvas } from '@knotenpunkt/webkit/graph-view';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { useCommunityName } from './communityName';

const NOTHING: readonly string[] = [];

/** What is drawn of the overview, in the shape the drawing wants; of a large network the part one looks at. */
export function useDrawing(overview: NetworkOverview, chosenId: string | null = null, path: readonly string[] = NOTHING) {
  const nameOf = useCommunityName();
  const focus = useMemo(() => focusOf(overview, { chosenId, path }), [overview, chosenId, path]);
  // Of a small network everything is drawn whoever is chosen: the drawing stays the same.
  const whole = useMemo(() => focusOf(overview, { chosenId: null, path: NOTHING }), [overview]);
  const drawn = focus.partial ? focus : whole;
  const sizes = useMemo(() => (drawn.partial ? drawnDegrees(drawn.ties) : null), [drawn]);
  return useMemo(
    () => ({
      nodes: drawn.actors.map(({ id, label, kind, x, y, degree, community }) => ({
        ...{ id, label, kind, x, y, community },
        degree: sizes ? (sizes.get(id) ?? 0) : degree,
      })),
      ties: drawn.ties.map(({ a, b, grade, strength, sources }) => ({ a, b, grade, strength, sources })),
      communities: drawn.partial ? [] : overview.communities.map(({ id, naming }) => ({ id, name: nameOf(naming) })),
    }),
    [drawn, sizes, overview, nameOf],
  );
}

/** How many of the ties drawn each actor has: marks by thousands of ties that are not would cover the picture. */
function drawnDegrees(ties: readonly { a: string; b: string }[]): Map<string, number> {
  const degrees = new Map<string, number>();
  for (const { a, b } of ties) for (const id of [a, b]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  return degrees;
}

export interface NetworkPictureProps {
  overview: NetworkOverview;
  view: NetworkView;
  chosenId: string | null;
  path: readonly string[] | null;
  onSelect: (id: string | null) => void;
}

/** The picture in the middle of the page. */
export function NetworkPicture({ overview, view, chosenId, path, onSelect }: NetworkPictureProps) {
  const drawing = useDrawing(overview, chosenId, path ?? NOTHING);
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
