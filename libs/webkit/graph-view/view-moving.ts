import type { Core, NodeCollection } from 'cytoscape';
import type { Point } from './model';

/** What moving marks by hand asks and leads to; places are in the picture's coordinates. */
export interface MoverActs {
  /** Where marks stand; written to while one moves. */
  positions: () => Map<string, Point>;
  chosen: () => string | null;
  /** The chosen mark was moved by keys: it stays in view, and what lies above it follows. */
  follow: (position: Point) => void;
  /** A mark stands where it was let go. */
  put: (id: string, position: Point) => void;
}

/** How near to the chosen mark a finger must come down to take it along. Pixels. */
const FINGER = 26;

/**
 * Marks that are moved by hand: dragged with the mouse, the chosen one with a finger too (fingers move the picture, and marks lie
 * close), or by keys. What was moved is told once, when it is let go.
 */
export class Mover {
  isAllowed = false;
  private nudged: string | null = null;

  constructor(
    private readonly cy: Core,
    private readonly host: HTMLElement,
    private readonly acts: MoverActs,
    signal: AbortSignal,
  ) {
    cy.on('drag', 'node', ({ target }) => void acts.positions().set(target.id(), { ...target.position() }));
    cy.on('dragfree', 'node', ({ target }) => acts.put(target.id(), { ...target.position() }));
    host.addEventListener('pointerdown', (event) => this.offer(event), { capture: true, signal });
  }

  /** Moves the chosen mark by so many pixels; false where there is none to be moved. */
  nudge({ x, y }: Point): boolean {
    const id = this.acts.chosen();
    const place = id === null ? undefined : this.acts.positions().get(id);
    if (!this.isAllowed || id === null || !place) return false;
    const zoom = this.cy.zoom();
    const position = { x: place.x + x / zoom, y: place.y + y / zoom };
    this.acts.positions().set(id, position);
    this.cy.getElementById(id).position({ ...position });
    this.acts.follow(position);
    this.nudged = id;
    return true;
  }

  /** The keys were let go: where the mark stands now is where it was put. */
  letGo(): void {
    const id = this.nudged;
    const place = id === null ? undefined : this.acts.positions().get(id);
    this.nudged = null;
    if (id !== null && place) this.acts.put(id, { ...place });
  }

  /** Some can be taken by what comes down here; where it comes down on anybody else, it moves the picture. */
  private offer(event: PointerEvent): void {
    const marks = this.cy.nodes();
    const offered = this.offered(event, marks);
    marks.not(offered).panify();
    offered.unpanify();
  }

  private offered(event: PointerEvent, marks: NodeCollection): NodeCollection {
    if (this.isAllowed && event.pointerType !== 'touch') return marks;
    // A mark beside the chosen one stays where it is.
    return this.isAllowed && this.isAtChosen(event) ? marks.filter((mark) => mark.id() === this.acts.chosen()) : marks.filter(() => false);
  }

  private isAtChosen({ clientX, clientY }: PointerEvent): boolean {
    const id = this.acts.chosen();
    const place = id === null ? undefined : this.acts.positions().get(id);
    if (!place) return false;
    const { left, top } = this.host.getBoundingClientRect();
    const [zoom, pan] = [this.cy.zoom(), this.cy.pan()];
    return Math.hypot(place.x * zoom + pan.x - (clientX - left), place.y * zoom + pan.y - (clientY - top)) <= FINGER;
  }
}
