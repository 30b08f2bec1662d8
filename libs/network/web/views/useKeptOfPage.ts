import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Point } from '@knotenpunkt/kernel';
import {
  isPlacedByHand,
  placesById,
  sameFrame,
  samePlaces,
  sameView,
  withPlace,
  type ViewFrame,
  type ViewPlace,
} from '@knotenpunkt/network/domain';
import type { NetworkViewport } from '@knotenpunkt/webkit/graph-view';
import type { NetworkViewControl } from '../useNetworkView';
import { OPENED } from './opened';
import { useOpenedView, type OpenedView } from './useKeptViews';

/** The kept view one looks at, if any, and what of a view does not stand in the address: who was moved, and which part is seen. */
export interface KeptOfPage {
  /** As the address names it; null: none. */
  id: string | null;
  /** Null: there is none for the reader; undefined: not known yet. */
  opened: OpenedView | null | undefined;
  error: unknown;
  refresh: () => Promise<void>;
  /** Who stands where they were put by hand. */
  places: readonly ViewPlace[];
  /** The same as the picture wants it; nobody where places say something of their own. */
  moved: ReadonlyMap<string, Point>;
  move: (actorId: string, place: Point) => void;
  /** The part the picture is to go to; undefined: it stays. A new key says that it is to go there again. */
  frame: ViewFrame | null | undefined;
  frameKey: number;
  tellSeen: (viewport: NetworkViewport) => void;
  /** The part that is seen, as it will be kept. */
  seen: ViewFrame | null;
  /** Somebody was moved, and that is not kept. */
  isMoved: boolean;
  /** What one sees differs from what is kept. */
  isChanged: boolean;
  /** Everything as it is kept. */
  goBack: () => void;
  /** What one sees is kept in the present kept view. */
  wasUpdated: () => void;
  /** One looks at another kept view (null: at none) that shows the same. */
  becameOf: (id: string | null) => void;
}

const NOBODY: readonly ViewPlace[] = [];
const UNMOVED: ReadonlyMap<string, Point> = new Map();

/** `control` is that of the page. */
export function useKeptOfPage({ view, moved, change, carryOver }: NetworkViewControl): KeptOfPage {
  const [search, setSearch] = useSearchParams();
  const id = search.get(OPENED);
  const { opened, error, refresh } = useOpenedView(id);
  const keptPlaces = opened?.places ?? NOBODY;
  const places = moved !== null && moved.of === id ? moved.places : keptPlaces;
  const byHand = isPlacedByHand(view);
  const move = useCallback(
    (actorId: string, place: Point) => change({}, { of: id, places: withPlace(places, { actorId, ...place }) }),
    [change, id, places],
  );

  const { arrangement } = view;
  const [{ backs, of, part }, setSeen] = useState<Seen>({ backs: 0, of: null, part: undefined });
  const frame = useMemo(() => {
    if (!opened) return undefined;
    return opened.value.arrangement === arrangement ? (opened.frame ?? null) : null;
  }, [opened, arrangement]);
  // What was told before the picture went to another part says nothing about that.
  const told = of === frame ? part : undefined;
  const tellSeen = useCallback(
    ({ x1, y1, x2, y2, zoom, isFitted }: NetworkViewport) => {
      const now = isFitted ? null : { x: (x1 + x2) / 2, y: (y1 + y2) / 2, zoom };
      setSeen((before) => ({ ...before, of: frame, part: now }));
    },
    [frame],
  );
  const seen = told === undefined ? (frame ?? null) : told;

  const isMoved = !samePlaces(places, keptPlaces);
  const isChanged = opened
    ? isMoved || !sameView({ ...view, form: opened.value.form }, opened.value) || (frame !== undefined && !sameFrame(seen, frame))
    : false;
  const becameOf = (to: string | null) => {
    carryOver({ of: id, places: keptPlaces }, to);
    setSearch((before) => leadTo(before, to), { replace: true, preventScrollReset: true });
  };
  return {
    ...{ id, opened, error, refresh, places, move, frame, tellSeen, seen, isMoved, isChanged, becameOf },
    moved: useMemo(() => (byHand && places.length > 0 ? placesById(places) : UNMOVED), [byHand, places]),
    frameKey: backs,
    goBack: () => {
      if (!opened) return;
      change(opened.value, null);
      setSeen({ backs: backs + 1, of: null, part: undefined });
    },
    wasUpdated: () => carryOver({ of: id, places: keptPlaces }, id),
  };
}

interface Seen {
  /** How often one went back to what is kept. */
  backs: number;
  /** The part that was asked for when this was told. */
  of: ViewFrame | null | undefined;
  part: ViewFrame | null | undefined;
}

function leadTo(search: URLSearchParams, id: string | null): URLSearchParams {
  const next = new URLSearchParams(search);
  if (id === null) next.delete(OPENED);
  else next.set(OPENED, id);
  return next;
}
