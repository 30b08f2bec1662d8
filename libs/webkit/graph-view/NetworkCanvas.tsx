import { isValidElement, useEffect, useEffectEvent, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Grade } from '@knotenpunkt/kernel';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { MinusIcon, PlusIcon, useTheme } from '@knotenpunkt/webkit/ui';
import type { BackgroundPaint } from './backdrop';
import { decorate } from './decorate';
import type { NetworkFrame, NetworkViewport, NetworkWhole } from './ground-model';
import { rearrange } from './ground-arrange';
import type { NetworkCommunity, NetworkNode, NetworkTie, Point, Rect } from './model';
import type { ChangeMark } from './paint-marks';
import type { MarkColour } from './palette';
import { NetworkFlags, type NetworkPin } from './NetworkFlags';
import { NetworkView } from './view';
import type { WhatIsInView } from './view-data';
import './graph-view.css';

export interface NetworkCanvasProps {
  /** Keep the arrays stable between renders (`useMemo`): a new array means new data. At most some 1,500 elements. */
  nodes: readonly NetworkNode[];
  ties: readonly NetworkTie[];
  communities?: readonly NetworkCommunity[];
  /** The whole of a large network: `nodes` and `ties` are what is in focus then, and lie above it. Places are shared. */
  whole?: NetworkWhole | null;
  selectedId?: string | null;
  /** Those chosen beside it. */
  alsoSelected?: readonly string[];
  /** Ids along a path that is told beside the picture. */
  path?: readonly string[];
  /** Kinds and grades the legend has taken back. */
  dimmedKinds?: readonly string[];
  dimmedGrades?: readonly Grade[];
  /** Single actors that another filter has taken back. */
  dimmedIds?: readonly string[];
  /** Colours that tell something else than kinds: for each actor the place of its colour in `palette`. Shapes stay those of kinds. */
  colourOf?: ReadonlyMap<string, number>;
  palette?: readonly MarkColour[];
  /** Any measure from 0 instead of ties: the largest value is the largest mark. */
  sizeOf?: ReadonlyMap<string, number>;
  /** Names instead of `label`; an empty text is no name. */
  labelOf?: ReadonlyMap<string, string>;
  /** Another arrangement, in a unit of its own; who has no place in it is left out. A new map moves the marks, shortly. */
  places?: ReadonlyMap<string, Point>;
  /** All of the picture, in the unit of places, where more than marks must be in view. */
  extent?: Rect;
  /** No mark is larger: its radius in pixels. Smaller ones shrink in proportion. */
  largestMark?: number;
  /** Names only of what is chosen or pointed at, and around it. */
  quietNames?: boolean;
  /** What lies beneath, in step: a function that paints, or an element (SVG) in a box whose pixels are units of places. */
  background?: ReactElement | BackgroundPaint;
  /** What became of ties (key: `pairKey`) and actors; told by the form of the line and a sign. What is gone is among `ties` too. */
  tieMarks?: ReadonlyMap<string, ChangeMark>;
  nodeMarks?: ReadonlyMap<string, ChangeMark>;
  /** Notes on actors: numbered flags in the picture that open their text. */
  pins?: readonly NetworkPin[];
  /** The part to look at; null: everything; missing: as it is. Gone to when it or its key changes, in between the reader moves about freely. */
  frame?: NetworkFrame | null;
  frameKey?: number;
  /** Told whenever the picture stands after it moved. */
  onView?: (viewport: NetworkViewport) => void;
  /** Who was moved by hand, and where to, in the unit of the actors' own places; nobody is in another arrangement. */
  moved?: ReadonlyMap<string, Point>;
  /** An actor was moved by hand; without it, or in another arrangement, nobody can be. */
  onMove?: (id: string, place: Point) => void;
  /** An actor was chosen, or (null) the ground was pressed. */
  onSelect: (id: string | null) => void;
  /** The line between two actors was pressed. */
  onSelectTie?: (a: string, b: string) => void;
}

const NOTHING: readonly never[] = [];
const UNMOVED: ReadonlyMap<string, Point> = new Map();
const UNMARKED: ReadonlyMap<string, ChangeMark> = new Map();
/** How far an arrow key moves the picture, and with Alt the chosen mark. Pixels. */
const STEP = 60;
const MOVE = 8;

const ARROWS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * The network as a picture. It is never the only way: the page offers the same as a list, and the picture says so to those
 * who reach it by keyboard. Arrow keys move it, with Alt the chosen mark, + and − zoom, 0 shows everything, Enter opens the region in
 * the middle, Escape lets go of the choice.
 */
export function NetworkCanvas({
  nodes: given,
  ties,
  communities = NOTHING,
  whole = null,
  selectedId = null,
  alsoSelected = NOTHING,
  path = NOTHING,
  dimmedKinds = NOTHING,
  dimmedGrades = NOTHING,
  dimmedIds = NOTHING,
  colourOf,
  palette = NOTHING,
  sizeOf,
  labelOf,
  places,
  extent,
  largestMark,
  quietNames = false,
  background,
  tieMarks = UNMARKED,
  nodeMarks = UNMARKED,
  pins = NOTHING,
  frame,
  onView,
  moved = UNMOVED,
  onMove,
  onSelect,
  onSelectTie,
  frameKey = 0,
}: NetworkCanvasProps) {
  const t = useMessages('webkit');
  const format = useFormat();
  const { theme } = useTheme();
  const host = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const flags = useRef<HTMLOListElement>(null);
  const view = useRef<NetworkView | null>(null);
  const hintId = useId();
  const [inView, setInView] = useState<WhatIsInView | null>(null);
  const select = useEffectEvent(onSelect);
  const selectTie = useEffectEvent((a: string, b: string) => (onSelectTie ? onSelectTie(a, b) : onSelect(null)));
  const stands = useEffectEvent((viewport: NetworkViewport, told: WhatIsInView) => {
    setInView(told);
    onView?.(viewport);
  });
  const move = useEffectEvent((id: string, place: Point) => onMove?.(id, place));

  useEffect(() => {
    const made = new NetworkView(host.current!, {
      movable: true,
      backdrop: box.current,
      flags: flags.current,
      onSelect: (id) => select(id),
      onSelectTie: (a, b) => selectTie(a, b),
      onView: (viewport, told) => stands(viewport, told),
      onMove: (id, place) => move(id, place),
    });
    view.current = made;
    return () => {
      view.current = null;
      made.destroy();
    };
  }, []);

  const atHome = useMemo(() => decorate(given, { sizeOf, labelOf, places, largestMark }), [given, sizeOf, labelOf, places, largestMark]);
  const nodes = useMemo(
    () => (places || moved.size === 0 ? atHome : atHome.map((node) => ({ ...node, ...moved.get(node.id) }))),
    [atHome, places, moved],
  );
  const isMovable = onMove !== undefined && !places;
  const arranged = useMemo(() => (whole && places ? rearrange(whole, places) : whole), [whole, places]);
  const kinds = useMemo(() => new Set(dimmedKinds), [dimmedKinds]);
  const grades = useMemo(() => new Set(dimmedGrades), [dimmedGrades]);
  const ids = useMemo(() => new Set(dimmedIds), [dimmedIds]);
  const attention = useMemo(
    () => ({ focus: selectedId, alsoChosen: alsoSelected, path, dimmedKinds: kinds, dimmedGrades: grades, dimmedIds: ids }),
    [selectedId, alsoSelected, path, kinds, grades, ids],
  );
  const decor = useMemo(
    () => ({ colourOf: colourOf ?? null, palette, tieMarks, nodeMarks, pins }),
    [colourOf, palette, tieMarks, nodeMarks, pins],
  );
  useEffect(() => view.current?.dress(decor), [decor]);
  useEffect(() => {
    if (frame !== undefined) view.current?.want(frame);
  }, [frame, frameKey]);
  useEffect(
    // Grounds of communities mean nothing where actors stand elsewhere.
    () =>
      view.current?.show({
        nodes,
        atHome,
        isMovable,
        ties,
        communities: places ? NOTHING : communities,
        whole: arranged,
        arrangement: places,
        extent,
        quietNames,
      }),
    [nodes, atHome, isMovable, ties, communities, arranged, places, extent, quietNames],
  );
  useEffect(() => view.current?.attend(attention), [attention]);
  // After what is chosen was brought into view: the part that is asked for decides.
  useEffect(() => {
    if (frame !== undefined) view.current?.bring();
  }, [frame, frameKey]);
  useEffect(() => view.current?.recolour(), [theme]);
  useEffect(() => view.current?.useBackground(typeof background === 'function' ? background : null), [background]);

  const keys: Record<string, () => void> = {
    '+': () => view.current?.zoomBy(1.3),
    '-': () => view.current?.zoomBy(1 / 1.3),
    '0': () => view.current?.fit(),
    Enter: () => view.current?.openMiddle(),
    Escape: () => onSelect(null),
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    const arrow = ARROWS[event.key];
    if (event.altKey) {
      // With nothing to move, Alt and an arrow stay the browser's way back.
      if (arrow && view.current?.mover.nudge({ x: arrow.x * MOVE, y: arrow.y * MOVE })) event.preventDefault();
      return;
    }
    const act = keys[event.key] ?? (arrow && (() => view.current?.panBy({ x: -arrow.x * STEP, y: -arrow.y * STEP })));
    if (!act) return;
    event.preventDefault();
    act();
  };
  const letGo = () => view.current?.mover.letGo();

  return (
    <div className="kn-network">
      <div ref={box} className="kn-network__backdrop" aria-hidden="true">
        {isValidElement(background) ? background : null}
      </div>
      <div
        ref={host}
        className="kn-network__host"
        role="img"
        tabIndex={0}
        aria-label={t('network.label')}
        aria-describedby={hintId}
        onKeyDown={press}
        onKeyUp={letGo}
        onBlur={letGo}
      />
      <p id={hintId} className="kn-network__hint">
        {whole
          ? t('network.describeWhole', { all: format.number(whole.all?.ids.length ?? nodes.length), shown: nodes.length })
          : t('network.describe', { count: nodes.length, ties: ties.length })}
        {isMovable ? ` ${t('network.describeMoving')}` : null}
      </p>
      <WhereOneIs inView={inView} all={whole ? (whole.all?.ids.length ?? null) : nodes.length} shown={whole !== null} />
      <NetworkFlags pins={pins} box={flags} />
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

/** Says where in the whole one is; in small pictures only to those who hear it. */
function WhereOneIs({ inView, all, shown }: { inView: WhatIsInView | null; all: number | null; shown: boolean }) {
  const t = useMessages('webkit');
  const format = useFormat();
  const count =
    inView?.actors == null || all === null
      ? ''
      : t('network.inView', { count: inView.actors, shown: format.number(inView.actors), all: format.number(all) });
  const place = inView?.regions.join(' › ') ?? '';
  return (
    <p role="status" className={shown ? 'kn-network__where' : 'kn-hidden'}>
      {place === '' ? count : <strong>{place}</strong>}
      {place !== '' && count !== '' ? ` · ${count}` : null}
    </p>
  );
}
