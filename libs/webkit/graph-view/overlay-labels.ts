import type { Weight } from './emphasis';
import { flagBox } from './flags';
import { placeLabels, shapesOf, type LabelRequest, type LabelShape, type PlacedLabel } from '@knotenpunkt/kernel';
import { radiusOf, type Point, type Rect } from './model';
import type { OverlayState } from './overlay';
import { discOf, lineHeightOf, setFont, type LabelTone } from './paint';

/** What a label belongs to and moves with. */
export type LabelOwner = { node: string } | { community: string } | { region: Point };

export interface ShownLabel extends PlacedLabel {
  tone: LabelTone;
  /** Where its owner was when it was placed; the label moves with it until it is placed anew. */
  anchor: Point;
  owner: LabelOwner;
}

interface Wanted {
  rank: number;
  weight: number;
  tone: LabelTone;
  owner: LabelOwner;
  request: LabelRequest;
}

/** Weights in the order in which their names are served. */
const RANK: Record<Weight, number> = { focus: 0, path: 1, near: 2, plain: 4, far: 4, filtered: 9 };
const GROUND_RANK = 3;
/** Where regions are closed, their names are what one reads first after what is chosen. */
const CLOSED_RANK = 1.5;

/** Ways to write names that were measured before, by font and name. */
export type MeasuredNames = Map<string, LabelShape[]>;
/** More are measured anew: nobody looks at so many at once. */
const MOST_MEASURED = 6_000;

/** What placing names has to know besides the state of the picture. */
export interface LabelRoom {
  bounds: Rect;
  /** Grounds of communities, by id. */
  hulls: ReadonlyMap<string, Point[]>;
  /** Where a place of the picture lies on the screen. */
  at: (position: Point) => Point;
  anchorOf: (owner: LabelOwner) => Point | null;
  scale: number;
  context: CanvasRenderingContext2D;
  measured: MeasuredNames;
}

/** Names do not shrink as far as marks: they must be read. */
export function typeScale(size: number): number {
  return Math.min(1.15, Math.max(0.92, size));
}

/** Finds places for the names of marks, communities and regions, the important ones first. */
export function placeNames(state: OverlayState, room: LabelRoom): ShownLabel[] {
  const { bounds, context, scale, anchorOf, measured } = room;
  if (measured.size > MOST_MEASURED) measured.clear();
  const shapes = (text: string, tone: LabelTone) => {
    const key = `${tone} ${scale} ${text}`;
    let known = measured.get(key);
    if (!known) {
      setFont(context, tone, state.palette, scale);
      known = shapesOf(text, lineHeightOf(tone, scale), (part) => context.measureText(part).width);
      measured.set(key, known);
    }
    return known;
  };
  const obstacles: Rect[] = state.reserved
    ? [{ x: bounds.width - state.reserved.width, y: bounds.height - state.reserved.height, ...state.reserved }]
    : [];
  obstacles.push(...state.taken());
  for (const { id } of state.pins) if (state.positions.has(id)) obstacles.push(flagBox(room.at(state.positions.get(id)!)));
  const wanted = [...marks(state, room, shapes, obstacles), ...grounds(state, room, shapes), ...regions(state, room, shapes)].sort(
    (p, q) => p.rank - q.rank || q.weight - p.weight || p.request.id.localeCompare(q.request.id),
  );
  const byId = new Map(wanted.map((each) => [each.request.id, each]));
  return placeLabels(
    wanted.map(({ request }) => request),
    obstacles,
    bounds,
  ).map((label) => {
    const { tone, owner } = byId.get(label.id)!;
    return { ...label, tone, owner, anchor: anchorOf(owner) ?? { x: 0, y: 0 } };
  });
}

type Shapes = (text: string, tone: LabelTone) => LabelRequest['shapes'];

/** The names of marks; the marks themselves are added to what lies in the way. */
function marks(state: OverlayState, { bounds, at }: LabelRoom, shapes: Shapes, obstacles: Rect[]): Wanted[] {
  const { data, weights, size, positions } = state;
  const wanted: Wanted[] = [];
  for (const node of data.nodes) {
    const center = at(positions.get(node.id)!);
    const weight = weights.get(node.id) ?? 'plain';
    const inView = center.x > -20 && center.y > -20 && center.x < bounds.width + 20 && center.y < bounds.height + 20;
    if (!inView || weight === 'filtered') continue;
    const lifted = state.chosen.includes(node.id) || state.pathEnds.includes(node.id);
    const radius = lifted ? discOf(radiusOf(node.degree) * size) : radiusOf(node.degree) * size;
    obstacles.push({ x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius });
    if (node.label === '' || (data.quietNames && (weight === 'plain' || weight === 'far'))) continue;
    const tone: LabelTone =
      weight === 'focus' || weight === 'path' ? 'chosen' : weight === 'near' ? 'near' : weight === 'far' ? 'far' : 'plain';
    wanted.push({
      rank: state.chosen.includes(node.id) ? 0 : RANK[weight],
      weight: node.degree,
      tone,
      owner: { node: node.id },
      request: { id: node.id, shapes: shapes(node.label, tone), around: { kind: 'mark', center, radius } },
    });
  }
  return wanted;
}

function grounds({ data }: OverlayState, { hulls }: LabelRoom, shapes: Shapes): Wanted[] {
  return data.communities.flatMap(({ id, name }): Wanted[] => {
    const outline = hulls.get(id);
    if (!outline) return [];
    return [
      {
        rank: GROUND_RANK,
        weight: outline.length,
        tone: 'ground',
        owner: { community: id },
        request: { id: `community ${id}`, shapes: shapes(name, 'ground').toReversed(), around: { kind: 'ground', outline } },
      },
    ];
  });
}

function regions({ regions: named }: OverlayState, { at, bounds }: LabelRoom, shapes: Shapes): Wanted[] {
  return named.flatMap(({ id, name, x, y, radius, size, closed, scale }): Wanted[] => {
    const center = at({ x, y });
    const reach = radius * scale;
    if (center.x < -reach || center.y < -reach || center.x > bounds.width + reach || center.y > bounds.height + reach) return [];
    return [
      {
        rank: closed ? CLOSED_RANK : GROUND_RANK,
        weight: size,
        tone: 'ground',
        owner: { region: { x, y } },
        request: { id: `region ${id}`, shapes: shapes(name, 'ground'), around: { kind: 'region', center, radius: reach } },
      },
    ];
  });
}
