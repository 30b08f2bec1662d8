import { useMemo } from 'react';
import type { Point } from '@knotenpunkt/kernel';
import {
  FocusFinder,
  isTooLarge,
  MOST_DRAWN,
  mostDrawnAt,
  type CommunityNaming,
  type FocusColumns,
  type NetworkOverview,
  type NetworkRegions,
  type Shown,
} from '@knotenpunkt/network/domain';
import {
  regionsOf,
  type NetworkCommunity,
  type NetworkNode,
  type NetworkTie,
  type NetworkViewport,
  type NetworkWhole,
} from '@knotenpunkt/webkit/graph-view';
import { useCommunityName } from './communityName';

/** What the drawing shows, in the shape it wants. */
export interface Drawing {
  nodes: NetworkNode[];
  ties: NetworkTie[];
  communities: NetworkCommunity[];
  /** Of a large network: all of it, beneath what is in focus. */
  whole: NetworkWhole | null;
}

/** What decides which part of a large network is in focus. */
export interface LookedAt {
  chosenId?: string | null;
  path?: readonly string[];
  viewport?: NetworkViewport | null;
  shown?: Shown | null;
  /** Who was moved by hand. */
  moved?: ReadonlyMap<string, Point>;
}

const NOBODY: readonly string[] = [];
const UNMOVED: ReadonlyMap<string, Point> = new Map();
/** The mark of whoever has the most ties is as large as one of so many in a small network. */
const LARGEST_DEGREE = 14;

/** What is drawn of the overview; of a large network the part one looks at, above the whole. */
export function useDrawing(
  atHome: NetworkOverview,
  { chosenId = null, path = NOBODY, viewport = null, shown = null, moved = UNMOVED }: LookedAt = {},
  first: NetworkRegions | null = null,
): Drawing {
  const nameOf = useCommunityName();
  const isFirst = first !== null && atHome.columns === first;
  const partial = isFirst || isTooLarge({ ...atHome.columns.actors, ties: atHome.columns.ties });
  // Of a small network the picture itself puts those who were moved where they belong, and keeps its scale.
  const overview = useMemo(() => (partial && !isFirst ? atHome.withPlaces(moved) : atHome), [partial, isFirst, atHome, moved]);
  const columns = useMemo<FocusColumns>(() => {
    const { x, y, degree } = overview.columns.actors;
    return { x, y, degree, ties: overview.columns.ties };
  }, [overview]);
  const communities = useMemo(
    () => overview.communities.map(({ id, naming, parent }) => ({ id, name: nameOf(naming), parent })),
    [overview, nameOf],
  );
  const whole = useMemo(() => {
    if (!partial) return null;
    return isFirst ? regionsOnly(first, nameOf) : wholeOf(overview, communities, first);
  }, [partial, isFirst, first, overview, communities, nameOf]);
  const finder = useMemo(() => new FocusFinder(columns, overview.adjacency), [columns, overview]);
  // Of a small network everything is drawn wherever one looks: the drawing stays the same.
  const lookedAt = partial ? chosenId : null;
  const onPath = partial ? path : NOBODY;
  const inView = partial ? viewport : null;
  const left = partial ? shown : null;
  const focus = useMemo(() => {
    const chosen = lookedAt === null ? -1 : overview.placeOf(lookedAt);
    const places = onPath.map((id) => overview.placeOf(id)).filter((place) => place >= 0);
    const most = partial ? mostDrawnAt(inView?.zoom ?? 1, overview.actorCount, chosen >= 0 || places.length > 0, inView?.room) : MOST_DRAWN;
    return finder.find({ chosen: chosen < 0 ? null : chosen, path: places, viewport: inView, shown: left }, most);
  }, [finder, partial, overview, lookedAt, onPath, inView, left]);
  return useMemo(() => {
    const most = overview.columns.actors.degree.reduce((largest, degree) => Math.max(largest, degree), 1);
    return {
      nodes: focus.actors.map((place) => {
        const { id, label, kind, x, y, degree, community } = overview.actorAt(place);
        // Marks as large as thousands of ties would cover the picture.
        return { id, label, kind, x, y, community, degree: partial ? (degree * LARGEST_DEGREE) / most : degree };
      }),
      ties: focus.ties.map((tie) => {
        const { a, b, grade, strength, sources } = overview.tieAt(tie);
        return { a, b, grade, strength, sources };
      }),
      communities: partial ? [] : communities,
      whole,
    };
  }, [focus, partial, overview, communities, whole]);
}

/** What is seen first, while the whole is on its way. */
function regionsOnly({ communities, links }: NetworkRegions, nameOf: (naming: CommunityNaming) => string): NetworkWhole {
  return {
    regions: communities.map(({ id, naming, parent, size, x, y, radius }) => ({ id, name: nameOf(naming), parent, size, x, y, radius })),
    bundles: Array.from(links.a, (a, at) => ({ a, b: links.b[at]!, count: links.ties[at]! })),
    all: null,
  };
}

function wholeOf(
  { columns }: NetworkOverview,
  communities: readonly { id: string; name: string; parent: number }[],
  first: NetworkRegions | null,
): NetworkWhole {
  const { actors, ties, kinds } = columns;
  const { ids, labels, kind, x, y, degree, community } = actors;
  const all = { ids, labels, kinds, kind, x, y, degree, region: community, ties: { a: ties.a, b: ties.b, grade: ties.grade } };
  const { regions, bundles } = regionsOf(communities, all);
  // Regions stay where they were seen first.
  const seen = new Map(first?.communities.map((one) => [one.id, one]));
  const placed = regions.map((region) => {
    const { x: left, y: top, radius } = seen.get(region.id) ?? region;
    return { ...region, x: left, y: top, radius };
  });
  return { regions: placed, bundles, all };
}
