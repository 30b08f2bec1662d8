import { useMemo, useSyncExternalStore } from 'react';
import {
  arrange,
  colouringOf,
  labelsOf,
  measureOf,
  swatchesOf,
  type Arranged,
  type Colouring,
  type NetworkOverview,
  type NetworkView,
  type Shown,
  type Swatch,
} from '@knotenpunkt/network/domain';
import type { NetworkCanvasProps } from '@knotenpunkt/webkit/graph-view';
import { groundPainter } from './paint-ground';
import { useRegionGround } from './useRegionGround';
import { useGroundWords } from './words';

const FORCED = '(forced-colors: active)';

function useForcedColours(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(FORCED);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(FORCED).matches,
    () => false,
  );
}

export interface Colours {
  colouring: Colouring;
  /** Null where colours tell kinds. */
  swatches: Swatch[] | null;
}

/** The present colouring and what it looks like. */
export function useColours(overview: NetworkOverview, { colour, themes }: NetworkView): Colours {
  const forced = useForcedColours();
  return useMemo(() => {
    const colouring = colouringOf(overview, { colour, themes });
    return { colouring, swatches: swatchesOf(colour, colouring, { withPatterns: forced }) };
  }, [overview, colour, themes, forced]);
}

/** Radius of the largest mark of an arrangement: half its spacing at about the scale at which all of it is seen. Pixels. */
const TO_PIXELS = 0.3;
const [SMALLEST, LARGEST] = [6.5, 14];
const NO_THEMES: readonly string[] = [];
const NOBODY: readonly string[] = [];
const EVERYTHING: Pick<Shown, 'ties'> = { ties: new Uint8Array() };

function byId<Value>(ids: readonly string[], values: ArrayLike<Value>): Map<string, Value> {
  return new Map(ids.map((id, place) => [id, values[place]!]));
}

/** What the picture gets besides actors and ties: colours, sizes, names and places as the view wants them. */
export function useDecoration(
  overview: NetworkOverview,
  view: NetworkView,
  shown: Shown,
  pointed: string | null,
): Pick<
  NetworkCanvasProps,
  'colourOf' | 'palette' | 'sizeOf' | 'labelOf' | 'places' | 'background' | 'extent' | 'dimmedIds' | 'largestMark' | 'quietNames'
> {
  const { ids } = overview.columns.actors;
  const { colouring, swatches } = useColours(overview, view);
  const { size, label } = view;
  const colourOf = useMemo(() => (swatches ? byId(ids, colouring.of) : undefined), [ids, colouring, swatches]);
  // Only strength looks at what is shown: other sizes stay when filters change.
  const summed = size === 'strength' ? shown : EVERYTHING;
  const sizeOf = useMemo(() => {
    const measure = measureOf(overview, size, summed);
    return measure ? byId(overview.columns.actors.ids, measure) : undefined;
  }, [overview, size, summed]);
  const labelOf = useMemo(() => {
    const labels = labelsOf(overview, label);
    return labels ? byId(overview.columns.actors.ids, labels) : undefined;
  }, [overview, label]);
  const dimmedIds = useMemo(() => {
    const wanted = colouring.classes.findIndex(({ id }) => id === pointed);
    const isDimmed = (place: number) => !shown.actors[place] || (wanted >= 0 && colouring.of[place] !== wanted);
    if (wanted < 0 && shown.actorCount === ids.length) return NOBODY;
    return ids.filter((_, place) => isDimmed(place));
  }, [ids, shown, colouring, pointed]);
  const { arranged, drawn } = useArrangement(overview, view, shown);
  const places = useMemo(
    () => (arranged ? new Map(ids.map((id, at) => [id, { x: arranged.x[at]!, y: arranged.y[at]! }])) : undefined),
    [ids, arranged],
  );
  const say = useGroundWords();
  const background = useMemo(() => (drawn ? groundPainter(drawn.ground, say) : undefined), [drawn, say]);
  return {
    ...{ colourOf, palette: swatches ?? undefined, sizeOf, labelOf, places, background, dimmedIds },
    extent: arranged?.extent,
    largestMark: arranged ? Math.min(LARGEST, Math.max(SMALLEST, arranged.spacing * TO_PIXELS)) : undefined,
    // In cells names would lie over what stands beside.
    quietNames: view.arrangement === 'matrix',
  };
}

/** Places that stay while filters change, and a ground whose numbers follow them. */
function useArrangement(overview: NetworkOverview, view: NetworkView, shown: Shown): { arranged: Arranged | null; drawn: Arranged | null } {
  const { arrangement } = view;
  const region = useRegionGround(arrangement === 'map');
  const isMatrix = arrangement === 'matrix';
  const themes = isMatrix ? view.themes : NO_THEMES;
  const arranged = useMemo(
    () => arrange(overview, { arrangement, themes }, new Uint8Array(overview.actorCount).fill(1), region),
    [overview, arrangement, themes, region],
  );
  const counted = isMatrix ? shown.actors : null;
  const drawn = useMemo(
    () => (counted ? arrange(overview, { arrangement, themes }, counted, region) : arranged),
    [overview, arrangement, themes, region, counted, arranged],
  );
  return { arranged, drawn };
}
