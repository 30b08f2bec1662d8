import type { Core, EventObject } from 'cytoscape';
import type { Ground } from './ground';
import type { NetworkWhole } from './ground-model';
import type { Point, Rect } from './model';
import type { PointedDot } from './overlay';

/** What pointing and pressing lead to. */
export interface PointerActs {
  /** A mark is pointed at; null: none any more. */
  hover: (id: string | null) => void;
  /** A dot of the ground is pointed at. */
  pointDot: (dot: PointedDot | null) => void;
  select: (id: string | null) => void;
  /** A line was pressed. */
  selectTie: (a: string, b: string) => void;
  approach: (rect: Rect) => void;
  chosen: () => string | null;
  whole: () => NetworkWhole | null;
}

/** Pointing and pressing: at marks of Cytoscape, at dots of the ground, at closed regions. */
export class Pointer {
  private frame = 0;

  constructor(
    private readonly cy: Core,
    private readonly host: HTMLElement,
    private readonly ground: Ground,
    private readonly acts: PointerActs,
  ) {
    cy.on('tap', (event) => this.press(event));
    cy.on('mouseover', 'node', (event) => this.hover(event.target.id()));
    cy.on('mouseout', 'node', () => this.hover(null));
    cy.on('mouseover', 'edge', () => host.classList.add('kn-network__host--pointing'));
    cy.on('mouseout', 'edge', () => host.classList.remove('kn-network__host--pointing'));
    cy.on('mousemove', (event) => {
      if (event.target !== cy || !acts.whole()) return;
      const place = { ...event.position };
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() => this.pointAt(place));
    });
    cy.on('viewport', () => acts.pointDot(null));
  }

  private hover(id: string | null): void {
    this.host.classList.toggle('kn-network__host--pointing', id !== null);
    if (id !== null) this.acts.pointDot(null);
    this.acts.hover(id);
  }

  private press({ target, position }: EventObject): void {
    if (target !== this.cy && target.isEdge()) return this.acts.selectTie(target.source().id(), target.target().id());
    if (target !== this.cy) return this.acts.select(target.id());
    const all = this.acts.whole()?.all;
    const actor = this.ground.actorAt(position);
    if (all && actor >= 0) return this.acts.select(all.ids[actor]!);
    // Whoever looks at somebody lets go first.
    if (this.acts.chosen() !== null || !this.openAt(position)) this.acts.select(null);
  }

  /** Opens the closed region at a place of the window. */
  open({ x, y }: Point): void {
    const [zoom, pan] = [this.cy.zoom(), this.cy.pan()];
    this.openAt({ x: (x - pan.x) / zoom, y: (y - pan.y) / zoom });
  }

  private openAt(place: Point): boolean {
    const region = this.ground.closedAt(place);
    if (!region) return false;
    // As near as it takes to open it, and nearer if it fits.
    const wide = Math.min(this.host.clientWidth, this.host.clientHeight) / this.ground.opensAt(region);
    const edge = Math.min(2.4 * region.radius, wide);
    this.acts.approach({ x: region.x - edge / 2, y: region.y - edge / 2, width: edge, height: edge });
    return true;
  }

  private pointAt(place: Point): void {
    const all = this.acts.whole()?.all;
    const actor = this.ground.actorAt(place);
    this.host.classList.toggle('kn-network__host--pointing', actor >= 0 || this.ground.closedAt(place) !== null);
    if (!all || actor < 0) return this.acts.pointDot(null);
    const [id, label, kind] = [all.ids[actor]!, all.labels[actor]!, all.kinds[all.kind[actor]!]!];
    this.acts.pointDot({ id, label, kind, position: { x: all.x[actor]!, y: all.y[actor]! } });
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
  }
}
