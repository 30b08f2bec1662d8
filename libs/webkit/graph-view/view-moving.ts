import type { Core } from 'cytoscape';
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

  /** Who can be taken by what comes down here. Nobody else lies under a finger: a mark beside the chosen one stays where it is. */
  private offer(event: PointerEvent): void {
    const isFinger = event.pointerType === 'touch';
    const isOffered = this.isAllowed && (!isFinger || this.isAtChosen(event));
    this.cy.autoungrabify(!isOffered);
    if (!isOffered) return;
    const marks = this.cy.nodes();
    if (!isFinger) return void marks.grabify();
    const chosen = this.cy.getElementById(this.acts.chosen()!);
    marks.not(chosen).ungrabify();
    chosen.grabify();
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
