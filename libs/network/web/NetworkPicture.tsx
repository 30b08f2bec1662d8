import { useCallback, useMemo, useState } from 'react';
import { GRADES } from '@knotenpunkt/kernel';
import {
  MOST_DRAWN,
  tieBetween,
  type NetworkOverview,
  type NetworkRegions,
  type NetworkView,
  type Shown,
} from '@knotenpunkt/network/domain';
import { NetworkCanvas, type NetworkTie, type NetworkViewport } from '@knotenpunkt/webkit/graph-view';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { useDecoration } from './decorate/useDecoration';
import type { ChangeMarks } from './time/useChangeMarks';
import { useDrawing } from './useDrawing';
import type { KeptOfPage } from './views/useKeptOfPage';

const NOTHING: readonly string[] = [];

export interface NetworkPictureProps {
  overview: NetworkOverview;
  view: NetworkView;
  /** What was seen of it first; where the whole is still on its way, `overview` is those with the most ties. */
  first?: NetworkRegions | null;
  /** What the view leaves of the network. */
  shown: Shown;
  chosenId: string | null;
  /** Those chosen beside it, to be compared with it. */
  alsoChosen: readonly string[];
  path: readonly string[] | null;
  /** The class of the legend that is pointed at: all others step back. */
  pointed?: string | null;
  /** What became of ties and actors, while days are compared or something has just come. */
  marks: ChangeMarks;
  /** Who was moved by hand, which part is to be seen, and the notes of the kept view. */
  kept: KeptOfPage;
  onSelect: (id: string | null) => void;
  onSelectTie: (a: string, b: string) => void;
}

/** The picture in the middle of the page. */
export function NetworkPicture({
  overview,
  first = null,
  view,
  shown,
  chosenId,
  alsoChosen,
  path,
  pointed = null,
  marks,
  kept,
  onSelect,
  onSelectTie,
}: NetworkPictureProps) {
  const [viewport, setViewport] = useState<NetworkViewport | null>(null);
  const { moved, tellSeen } = kept;
  const pins = useMemo(
    () => (kept.opened?.notes ?? []).map(({ actor: { id, label }, text }) => ({ id, name: label, text })),
    [kept.opened],
  );
  // Who is chosen or carries a note is in the picture however many there are.
  const inFocus = useMemo(() => [...(path ?? NOTHING), ...alsoChosen, ...pins.map(({ id }) => id)], [path, alsoChosen, pins]);
  const drawing = useDrawing(overview, { chosenId, path: inFocus, viewport, shown, moved }, first);
  const look = useCallback(
    (seen: NetworkViewport) => {
      setViewport(seen);
      tellSeen(seen);
    },
    [tellSeen],
  );
  const decoration = useDecoration(overview, view, shown, pointed);
  const { grades, arrangement } = view;
  const dimmedGrades = useMemo(() => GRADES.filter((grade) => !grades.includes(grade)), [grades]);
  const ties = useMemo(
    () => tiesDrawn(overview, drawing.ties, shown, arrangement === 'matrix' ? (chosenId ?? '') : null),
    [overview, drawing.ties, shown, arrangement, chosenId],
  );
  return (
    <div className="network__picture">
      <NetworkCanvas
        {...drawing}
        {...decoration}
        ties={ties}
        selectedId={chosenId}
        alsoSelected={alsoChosen}
        path={path ?? NOTHING}
        dimmedGrades={dimmedGrades}
        tieMarks={marks.ties}
        nodeMarks={marks.nodes}
        onSelect={onSelect}
        onSelectTie={onSelectTie}
        onView={look}
        pins={pins}
        moved={moved}
        onMove={kept.move}
        frame={kept.frame}
        frameKey={kept.frameKey}
      />
    </div>
  );
}

/** Of the ties in the picture those that are shown; with `only` (in a matrix lines would say nothing) those of one actor. */
function tiesDrawn(overview: NetworkOverview, drawn: readonly NetworkTie[], shown: Shown, only: string | null): readonly NetworkTie[] {
  if (only === null && shown.tieCount === overview.tieCount) return drawn;
  const isShown = (tie: NetworkTie) => {
    if (only !== null && tie.a !== only && tie.b !== only) return false;
    return overview.placeOf(tie.a) < 0 || shown.ties[tieBetween(overview, tie.a, tie.b)] === 1;
  };
  return drawn.filter(isShown);
}

/** "Stand: 23. November 2026 · 87 Akteure, 188 Beziehungen". */
export function StateLine({ overview, first = null }: { overview: NetworkOverview; first?: NetworkRegions | null }) {
  const t = useMessages('network');
  const format = useFormat();
  // While the whole is on its way, what is seen first knows how large it is.
  const size = first && overview.columns === first ? first : overview;
  const partial = size.actorCount > MOST_DRAWN.actors || size.tieCount > MOST_DRAWN.ties;
  return (
    <p className="network__state">
      <strong>{t('state.asOf', { date: format.date(overview.asOf) })}</strong>
      {' · '}
      {t('state.actors', { count: size.actorCount })}, {t('state.ties', { count: size.tieCount })}
      {partial ? <span className="kn-meta"> {t('state.partial', { actors: format.number(MOST_DRAWN.actors) })}</span> : null}
    </p>
  );
}
