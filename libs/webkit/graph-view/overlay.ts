import type { Core } from 'cytoscape';
import { paddedHull, placeLabels, shapesOf, type LabelRequest, type PlacedLabel } from '@knotenpunkt/kernel';
import type { Weight } from './emphasis';
import { radiusOf, type NetworkNode, type NetworkTie, type Point, type Rect } from './model';
import {
  clearSheet,
  discOf,
  lineHeightOf,
  makeSheet,
  paintHull,
  paintLabel,
  paintMark,
  paintRing,
  paintTie,
  paintVeil,
  setFont,
  type LabelTone,
  type Sheet,
} from './paint';
import type { Palette } from './palette';
import type { ViewData } from './view';

/** All the overlay needs to know of the picture. */
export interface OverlayState {
  cy: Core;
  data: ViewData;
  palette: Palette;
  weights: ReadonlyMap<string, Weight>;
  /** Ties that stand out, with their elements' ids. */
  lifted: readonly { id: string; tie: NetworkTie; role: 'near' | 'path' }[];
  chosen: string | null;
  pathEnds: readonly string[];
  /** Size of marks and names against their nominal size. */
  size: number;
  /** A corner at the bottom end that something else covers. */
  reserved: { width: number; height: number } | null;
}

interface ShownLabel extends PlacedLabel {
  tone: LabelTone;
  /** Where its anchor was when it was placed; the label moves with it until it is placed anew. */
  anchor: Point;
  owner: { node: string } | { community: string };
}

const HULL_PADDING = 15;
/** A community of fewer members has no ground and no name: it would be a blot around a mark. */
const FEWEST = 3;
/** Names are placed anew when the picture has stood still this long. Milliseconds. */
export const CALM = 110;

/** Weights in the order in which their names are served. */
const RANK: Record<Weight, number> = { focus: 0, path: 1, near: 2, plain: 4, far: 4, filtered: 9 };
const GROUND_RANK = 3;

/** The sheets beneath and above Cytoscape: grounds of communities, rings of chosen marks, names. */
export class Overlay {
  private readonly beneath: Sheet;
  private readonly above: Sheet;
  private state: OverlayState | null = null;
  private labels: ShownLabel[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: HTMLElement,
    cytoscapeHost: HTMLElement,
  ) {
    this.beneath = makeSheet(host, 'kn-network__sheet');
    host.append(cytoscapeHost);
    this.above = makeSheet(host, 'kn-network__sheet');
  }

  /** Something about the picture changed: names are placed anew at once. */
  tell(state: OverlayState): void {
    this.state = state;
    this.replace();
  }

  /** The picture moves: names ride along and find new places when it stands still. */
  moved(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.replace(), CALM);
  }

  replace(): void {
    if (!this.state) return;
    this.labels = this.place(this.state);
    this.paint();
  }

  paint(): void {
    const { state } = this;
    if (!state) return;
    const { palette, size } = state;
    const [width, height] = [this.host.clientWidth, this.host.clientHeight];
    const hulls = this.hulls(state);
    clearSheet(this.beneath, width, height);
    for (const outline of hulls.values()) paintHull(this.beneath, outline, palette);

    clearSheet(this.above, width, height);
    if (state.chosen !== null || state.pathEnds.length > 0 || state.lifted.length > 0) {
      paintVeil(this.above, width, height, hulls.values(), palette);
      this.paintLifted(state);
    }
    // The important names come last, so that their halo lies above a neighbour's.
    for (const label of [...this.labels].reverse()) {
      const now = this.anchorOf(state, label.owner, hulls);
      if (now)
        paintLabel(this.above, label, { x: now.x - label.anchor.x, y: now.y - label.anchor.y }, label.tone, palette, this.typeScale(size));
    }
  }

  /** What the reader looks at: its ties, the marks at their ends, rings around the chosen and the ends of a path. */
  private paintLifted(state: OverlayState): void {
    const { cy, palette, size } = state;
    for (const { id, tie, role } of state.lifted) {
      const edge = cy.getElementById(id);
      if (edge.empty()) continue;
      // A tie is bent only where two lie over each other; of a straight one there is nothing to ask (in spite of the type).
      const control = (edge.controlPoints() as Point[] | undefined)?.[0];
      const bend = control ? { x: control.x * cy.zoom() + cy.pan().x, y: control.y * cy.zoom() + cy.pan().y } : null;
      paintTie(this.above, [this.at(state, tie.a), this.at(state, tie.b)], bend, tie.grade, role, palette);
    }
    for (const node of state.data.nodes) {
      const weight = state.weights.get(node.id);
      if (weight !== 'near' && weight !== 'path' && weight !== 'focus') continue;
      const ring = node.id === state.chosen ? 'chosen' : state.pathEnds.includes(node.id) ? 'end' : null;
      const radius = radiusOf(node.degree) * size;
      if (ring) paintRing(this.above, this.at(state, node.id), radius, node.kind, ring, palette);
      else paintMark(this.above, this.at(state, node.id), radius, node.kind, palette);
    }
  }

  destroy(): void {
    clearTimeout(this.timer);
    this.state = null;
  }

  /** Names do not shrink as far as marks: they must be read. */
  private typeScale(size: number): number {
    return Math.min(1.15, Math.max(0.92, size));
  }

  private at({ cy }: OverlayState, id: string): Point {
    return cy.getElementById(id).renderedPosition();
  }

  private hulls(state: OverlayState): Map<string, Point[]> {
    const members = new Map<string, NetworkNode[]>(state.data.communities.map(({ id }) => [id, []]));
    for (const node of state.data.nodes) if (node.community !== null) members.get(node.community)?.push(node);
    const hulls = new Map<string, Point[]>();
    for (const [community, nodes] of members) {
      if (nodes.length < FEWEST) continue;
      const circles = nodes.map(({ id, degree }) => ({ ...this.at(state, id), radius: radiusOf(degree) * state.size }));
      hulls.set(community, paddedHull(circles, HULL_PADDING * Math.min(1, state.size)));
    }
    return hulls;
  }

  private anchorOf(state: OverlayState, owner: ShownLabel['owner'], hulls: ReadonlyMap<string, Point[]>): Point | null {
    if ('node' in owner) return state.cy.getElementById(owner.node).empty() ? null : this.at(state, owner.node);
    const outline = hulls.get(owner.community);
    if (!outline) return null;
    const sum = outline.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
    return { x: sum.x / outline.length, y: sum.y / outline.length };
  }

  private place(state: OverlayState): ShownLabel[] {
    const { data, palette, weights, size } = state;
    const bounds: Rect = { x: 0, y: 0, width: this.host.clientWidth, height: this.host.clientHeight };
    const scale = this.typeScale(size);
    const { context } = this.above;
    const shapes = (text: string, tone: LabelTone) => {
      setFont(context, tone, palette, scale);
      return shapesOf(text, lineHeightOf(tone, scale), (part) => context.measureText(part).width);
    };
    const inView = ({ x, y }: Point) => x > -20 && y > -20 && x < bounds.width + 20 && y < bounds.height + 20;

    const wanted: { rank: number; degree: number; tone: LabelTone; owner: ShownLabel['owner']; request: LabelRequest }[] = [];
    const obstacles: Rect[] = state.reserved
      ? [{ x: bounds.width - state.reserved.width, y: bounds.height - state.reserved.height, ...state.reserved }]
      : [];
    for (const node of data.nodes) {
      const center = this.at(state, node.id);
      const weight = weights.get(node.id) ?? 'plain';
      if (!inView(center) || weight === 'filtered') continue;
      const lifted = node.id === state.chosen || state.pathEnds.includes(node.id);
      const radius = lifted ? discOf(radiusOf(node.degree) * size) : radiusOf(node.degree) * size;
      obstacles.push({ x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius });
      const tone: LabelTone =
        weight === 'focus' || weight === 'path' ? 'chosen' : weight === 'near' ? 'near' : weight === 'far' ? 'far' : 'plain';
      wanted.push({
        rank: node.id === state.chosen ? 0 : RANK[weight],
        degree: node.degree,
        tone,
        owner: { node: node.id },
        request: { id: node.id, shapes: shapes(node.label, tone), around: { kind: 'mark', center, radius } },
      });
    }
    const hulls = this.hulls(state);
    for (const { id, name } of data.communities) {
      const outline = hulls.get(id);
      if (!outline) continue;
      wanted.push({
        rank: GROUND_RANK,
        degree: outline.length,
        tone: 'ground',
        owner: { community: id },
        request: { id: `community ${id}`, shapes: shapes(name, 'ground').reverse(), around: { kind: 'ground', outline } },
      });
    }
    wanted.sort((p, q) => p.rank - q.rank || q.degree - p.degree || p.request.id.localeCompare(q.request.id));
    const byId = new Map(wanted.map((each) => [each.request.id, each]));
    return placeLabels(
      wanted.map(({ request }) => request),
      obstacles,
      bounds,
    ).map((label) => {
      const { tone, owner } = byId.get(label.id)!;
      return { ...label, tone, owner, anchor: this.anchorOf(state, owner, hulls) ?? { x: 0, y: 0 } };
    });
  }
}
