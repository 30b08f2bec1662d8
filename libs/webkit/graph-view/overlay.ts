import type { Core } from 'cytoscape';
import { paddedHull } from '@knotenpunkt/kernel';
import type { Weight } from './emphasis';
import type { NamedRegion } from './ground';
import { radiusOf, type NetworkNode, type NetworkTie, type Point, type Rect } from './model';
import { placeNames, typeScale, type LabelOwner, type MeasuredNames, type ShownLabel } from './overlay-labels';
import { clearSheet, makeSheet, paintHull, paintLabel, paintMark, paintRing, paintTie, paintVeil, type Sheet } from './paint';
import { paintChange, paintPattern, paintSign, type ChangeMark } from './paint-marks';
import type { MarkColour, Palette } from './palette';
import type { ViewData } from './view-data';

/** An actor of the ground one points at, which Cytoscape does not draw. */
export interface PointedDot {
  id: string;
  label: string;
  kind: string;
  position: Point;
}

/** All the overlay needs to know of the picture. */
export interface OverlayState {
  cy: Core;
  data: ViewData;
  /** Where marks stand, in the picture's coordinates. */
  positions: ReadonlyMap<string, Point>;
  palette: Palette;
  weights: ReadonlyMap<string, Weight>;
  /** Ties that stand out, with their elements' ids. */
  lifted: readonly { id: string; tie: NetworkTie; role: 'near' | 'path' }[];
  changed: readonly { tie: NetworkTie; mark: ChangeMark }[];
  nodeMarks: ReadonlyMap<string, ChangeMark>;
  /** Who carries a flag. */
  pins: readonly { id: string }[];
  colourOf: (id: string) => MarkColour | undefined;
  /** Who has a ring; the first is the one in focus. */
  chosen: readonly string[];
  pathEnds: readonly string[];
  /** Regions of the ground, with the scale they were drawn at. */
  regions: readonly (NamedRegion & { scale: number })[];
  /** Size of marks and names against their nominal size. */
  size: number;
  /** What the background has written on. */
  taken: () => readonly Rect[];
  /** A corner at the bottom end that something else covers. */
  reserved: { width: number; height: number } | null;
}

const HULL_PADDING = 15;
/** A community of fewer members has no ground and no name: it would be a blot around a mark. */
const FEWEST = 3;

/** The sheets beneath and above Cytoscape: grounds of communities, rings of chosen marks, names. */
export class Overlay {
  private readonly beneath: Sheet;
  private readonly above: Sheet;
  private state: OverlayState | null = null;
  private pointed: PointedDot | null = null;
  private labels: ShownLabel[] = [];
  private isAsked = false;
  /** Ways to write a name, by font and name: measuring takes longer than placing. */
  private readonly measured: MeasuredNames = new Map();

  constructor(
    private readonly host: HTMLElement,
    cytoscapeHost: HTMLElement,
  ) {
    this.beneath = makeSheet(host, 'kn-network__sheet');
    host.append(cytoscapeHost);
    this.above = makeSheet(host, 'kn-network__sheet');
  }

  /** Something about the picture changed: names are placed anew, once for all that changes in one turn. */
  tell(state: OverlayState): void {
    this.state = state;
    if (this.isAsked) return;
    this.isAsked = true;
    queueMicrotask(() => {
      this.isAsked = false;
      this.replace();
    });
  }

  /** Marks move to other places; names ride along. */
  ride(positions: ReadonlyMap<string, Point>): void {
    if (!this.state) return;
    this.state = { ...this.state, positions };
    this.paint();
  }

  /** Letters have arrived: what was measured is measured anew. */
  relearn(): void {
    this.measured.clear();
    this.replace();
  }

  /** A dot of the ground is pointed at. */
  point(dot: PointedDot | null): void {
    if (dot?.id === this.pointed?.id) return;
    this.pointed = dot;
    this.paint();
  }

  /** Names find new places; until then they ride along with what they name. */
  replace(): void {
    const { state } = this;
    if (!state) return;
    const hulls = this.hulls(state);
    this.labels = placeNames(state, {
      bounds: { x: 0, y: 0, width: this.host.clientWidth, height: this.host.clientHeight } satisfies Rect,
      hulls,
      at: (position) => this.onScreen(state, position),
      anchorOf: (owner) => this.anchorOf(state, owner, hulls),
      scale: typeScale(state.size),
      context: this.above.context,
      measured: this.measured,
    });
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
    this.paintPatterns(state);
    if (state.chosen.length > 0 || state.pathEnds.length > 0 || state.lifted.length > 0) {
      paintVeil(this.above, width, height, hulls.values(), palette);
      this.paintLifted(state);
    }
    this.paintChanges(state);
    // The important names come last, so that their halo lies above a neighbour's.
    for (const label of [...this.labels].reverse()) {
      const now = this.anchorOf(state, label.owner, hulls);
      const shift = now && { x: now.x - label.anchor.x, y: now.y - label.anchor.y };
      if (shift) paintLabel(this.above, label, shift, label.tone, palette, typeScale(size));
    }
    this.paintPointed(state);
  }

  private paintPatterns(state: OverlayState): void {
    for (const { id, degree } of state.data.nodes) {
      const colour = state.colourOf(id);
      if (colour && state.weights.get(id) !== 'filtered')
        paintPattern(this.above, this.at(state, id), radiusOf(degree) * state.size, colour.pattern, state.palette);
    }
  }

  /** What the reader looks at: its ties, the marks at their ends, rings around the chosen and the ends of a path. */
  private paintLifted(state: OverlayState): void {
    const { cy, palette, size } = state;
    for (const { id, tie, role } of state.lifted) {
      if (!state.positions.has(tie.a) || !state.positions.has(tie.b)) continue;
      const edge = cy.getElementById(id);
      // A tie is bent only where two lie over each other; of a straight one there is nothing to ask (in spite of the type).
      const control = edge.empty() ? undefined : (edge.controlPoints() as Point[] | undefined)?.[0];
      const bend = control ? this.onScreen(state, control) : null;
      paintTie(this.above, [this.at(state, tie.a), this.at(state, tie.b)], bend, tie.grade, role, palette);
    }
    for (const node of state.data.nodes) {
      const weight = state.weights.get(node.id);
      if (weight !== 'near' && weight !== 'path' && weight !== 'focus') continue;
      const ring = state.chosen.includes(node.id) ? 'chosen' : state.pathEnds.includes(node.id) ? 'end' : null;
      const radius = radiusOf(node.degree) * size;
      const colour = state.colourOf(node.id);
      const at = this.at(state, node.id);
      if (ring) paintRing(this.above, at, radius, node.kind, ring, palette, colour?.colour);
      else paintMark(this.above, at, radius, node.kind, palette, colour?.colour);
      if (colour) paintPattern(this.above, at, radius, colour.pattern, palette);
    }
  }

  private paintChanges(state: OverlayState): void {
    for (const { tie, mark } of state.changed)
      if (state.positions.has(tie.a) && state.positions.has(tie.b))
        paintChange(this.above, this.at(state, tie.a), this.at(state, tie.b), mark, state.palette);
    for (const node of state.data.nodes) {
      const mark = state.nodeMarks.get(node.id);
      if (!mark) continue;
      const { x, y } = this.at(state, node.id);
      const reach = radiusOf(node.degree) * state.size * 0.85 + 3;
      paintSign(this.above, { x: x + reach, y: y - reach }, mark, state.palette);
    }
  }

  private paintPointed(state: OverlayState): void {
    const { pointed } = this;
    if (!pointed) return;
    const at = this.onScreen(state, pointed.position);
    const radius = radiusOf(0);
    paintMark(this.above, at, radius, pointed.kind, state.palette, state.colourOf(pointed.id)?.colour);
    const height = 17;
    const right = at.x < this.host.clientWidth / 2;
    const box = { x: right ? at.x + radius + 6 : at.x - radius - 6, y: at.y - height / 2, width: 0, height };
    const label = { id: pointed.id, lines: [pointed.label], box, align: right ? 'start' : 'end' } as const;
    paintLabel(this.above, { ...label, lines: [...label.lines] }, { x: 0, y: 0 }, 'chosen', state.palette, 1);
  }

  destroy(): void {
    this.state = null;
  }

  private onScreen({ cy }: OverlayState, { x, y }: Point): Point {
    const [zoom, pan] = [cy.zoom(), cy.pan()];
    return { x: x * zoom + pan.x, y: y * zoom + pan.y };
  }

  private at(state: OverlayState, id: string): Point {
    return this.onScreen(state, state.positions.get(id)!);
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

  private anchorOf(state: OverlayState, owner: LabelOwner, hulls: ReadonlyMap<string, Point[]>): Point | null {
    if ('node' in owner) return state.positions.has(owner.node) ? this.at(state, owner.node) : null;
    if ('region' in owner) return this.onScreen(state, owner.region);
    const outline = hulls.get(owner.community);
    if (!outline) return null;
    const sum = outline.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
    return { x: sum.x / outline.length, y: sum.y / outline.length };
  }
}
