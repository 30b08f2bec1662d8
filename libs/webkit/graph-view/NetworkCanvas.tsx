import { useEffect, useEffectEvent, useId, useMemo, useRef, type KeyboardEvent } from 'react';
import type { Grade } from '@knotenpunkt/kernel';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { MinusIcon, PlusIcon, useTheme } from '@knotenpunkt/webkit/ui';
import type { NetworkCommunity, NetworkNode, NetworkTie } from './model';
import { NetworkView } from './view';
import './graph-view.css';

export interface NetworkCanvasProps {
  /** Keep the arrays stable between renders (`useMemo`): a new array means new data. At most some 1,500 elements. */
  nodes: readonly NetworkNode[];
  ties: readonly NetworkTie[];
  communities?: readonly NetworkCommunity[];
  selectedId?: string | null;
  /** Ids along a path that is told beside the picture. */
  path?: readonly string[];
  /** Kinds and grades the legend has taken back. */
  dimmedKinds?: readonly string[];
  dimmedGrades?: readonly Grade[];
  /** Single actors that another filter has taken back. */
  dimmedIds?: readonly string[];
  /** An actor was chosen, or (null) the ground was pressed. */
  onSelect: (id: string | null) => void;
  /** When this changes, everything is brought into view again. */
  fitKey?: string | number;
}

const NOTHING: readonly never[] = [];
/** How far an arrow key moves the picture. Pixels. */
const STEP = 60;

/**
 * The network as a picture. It is never the only way: the page offers the same as a list, and the picture says so to those
 * who reach it by keyboard. Arrow keys move it, + and − zoom, 0 shows everything, Escape lets go of the choice.
 */
export function NetworkCanvas({
  nodes,
  ties,
  communities = NOTHING,
  selectedId = null,
  path = NOTHING,
  dimmedKinds = NOTHING,
  dimmedGrades = NOTHING,
  dimmedIds = NOTHING,
  onSelect,
  fitKey,
}: NetworkCanvasProps) {
  const t = useMessages('webkit');
  const { theme } = useTheme();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<NetworkView | null>(null);
  const hintId = useId();
  const select = useEffectEvent(onSelect);

  useEffect(() => {
    const made = new NetworkView(host.current!, { movable: true, onSelect: (id) => select(id) });
    view.current = made;
    return () => {
      view.current = null;
      made.destroy();
    };
  }, []);

  const attention = useMemo(
    () => ({
      focus: selectedId,
      path,
      dimmedKinds: new Set(dimmedKinds),
      dimmedGrades: new Set(dimmedGrades),
      dimmedIds: new Set(dimmedIds),
    }),
    [selectedId, path, dimmedKinds, dimmedGrades, dimmedIds],
  );
  useEffect(() => view.current?.show({ nodes, ties, communities }), [nodes, ties, communities]);
  useEffect(() => view.current?.attend(attention), [attention]);
  useEffect(() => view.current?.recolour(), [theme]);
  useEffect(() => view.current?.fit(), [fitKey]);

  const keys: Record<string, () => void> = {
    ArrowLeft: () => view.current?.panBy({ x: STEP, y: 0 }),
    ArrowRight: () => view.current?.panBy({ x: -STEP, y: 0 }),
    ArrowUp: () => view.current?.panBy({ x: 0, y: STEP }),
    ArrowDown: () => view.current?.panBy({ x: 0, y: -STEP }),
    '+': () => view.current?.zoomBy(1.3),
    '-': () => view.current?.zoomBy(1 / 1.3),
    '0': () => view.current?.fit(),
    Escape: () => onSelect(null),
  };
  const press = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };

  return (
    <div className="kn-network">
      <div
        ref={host}
        className="kn-network__host"
        role="img"
        tabIndex={0}
        aria-label={t('network.label')}
        aria-describedby={hintId}
        onKeyDown={press}
      />
      <p id={hintId} className="kn-network__hint">
        {t('network.describe', { count: nodes.length, ties: ties.length })}
      </p>
      <div className="kn-network__zoom kn-no-print" role="group" aria-label={t('network.zoom')}>
        <button type="button" aria-label={t('network.zoomIn')} title={t('network.zoomIn')} onClick={() => view.current?.zoomBy(1.3)}>
          <PlusIcon />
        </button>
        <button type="button" aria-label={t('network.zoomOut')} title={t('network.zoomOut')} onClick={() => view.current?.zoomBy(1 / 1.3)}>
          <MinusIcon />
        </button>
        <button type="button" aria-label={`1:1 – ${t('network.fit')}`} title={t('network.fit')} onClick={() => view.current?.fit()}>
          1:1
        </button>
      </div>
    </div>
  );
}
