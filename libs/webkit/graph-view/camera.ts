import type { Core } from 'cytoscape';
import type { Camera } from './ground-draw';
import type { NetworkFrame, NetworkViewport } from './ground-model';
import { intoFrame, outOfFrame, type Frame } from './frame';
import type { Point, Rect } from './model';

/** Room kept around the marks for names, in CSS pixels. */
const MARGIN = { top: 60, side: 58, bottom: 32 };
const FARTHEST_OUT = 0.6;
/** Nearer than this nobody looks at a part that was opened. */
const NEAREST_IN = 8;
/** Motion is shorter than this everywhere. Milliseconds. */
export const MOTION = 180;

export function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Where one looks from: what is in view, and how near. */
export class ViewCamera {
  fitZoom = 1;
  movedByReader = false;

  constructor(
    private readonly cy: Core,
    private readonly host: HTMLElement,
  ) {}

  /** Zoom against that at which everything is in view. */
  get nearness(): number {
    return this.cy.zoom() / this.fitZoom;
  }

  now(): Camera {
    const { x, y } = this.cy.pan();
    return { zoom: this.cy.zoom(), pan: { x, y } };
  }

  /** Brings all of it into view. False while there is no room to draw in. */
  fit({ x, y, width, height }: Rect, nearest = NEAREST_IN): boolean {
    const [wide, high] = [this.host.clientWidth, this.host.clientHeight];
    if (wide === 0 || high === 0) return false;
    this.cy.resize();
    const side = Math.min(MARGIN.side, wide * 0.14);
    const room = { width: wide - 2 * side, height: high - MARGIN.top - MARGIN.bottom };
    const zoom = Math.min(room.width / Math.max(width, 1), room.height / Math.max(height, 1));
    this.fitZoom = zoom;
    this.cy.minZoom(zoom * FARTHEST_OUT);
    this.cy.maxZoom(zoom * nearest);
    this.cy.viewport({
      zoom,
      pan: {
        x: side + (room.width - width * zoom) / 2 - x * zoom,
        y: MARGIN.top + (room.height - height * zoom) / 2 - y * zoom,
      },
    });
    this.movedByReader = false;
    return true;
  }

  zoomBy(factor: number): void {
    this.movedByReader = true;
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: { x: this.host.clientWidth / 2, y: this.host.clientHeight / 2 } });
  }

  panBy(offset: Point): void {
    this.movedByReader = true;
    this.cy.panBy({ ...offset });
  }

  /** The part in view, in the unit of places. */
  viewport(frame: Frame): NetworkViewport {
    const { zoom, pan } = this.now();
    const corner = (x: number, y: number) => outOfFrame({ x: (x - pan.x) / zoom, y: (y - pan.y) / zoom }, frame);
    const [wide, high] = [this.host.clientWidth, this.host.clientHeight];
    const [start, end] = [corner(0, 0), corner(wide, high)];
    return { x1: start.x, y1: start.y, x2: end.x, y2: end.y, zoom: this.nearness, room: wide * high };
  }

  /** Looks at a part, after everything was in view; this is no movement by the reader. */
  look({ x, y, zoom: nearness }: NetworkFrame, frame: Frame): void {
    const middle = intoFrame({ x, y }, frame);
    const zoom = Math.min(this.cy.maxZoom(), Math.max(this.cy.minZoom(), this.fitZoom * nearness));
    const [wide, high] = [this.host.clientWidth, this.host.clientHeight];
    this.cy.stop();
    this.cy.viewport({ zoom, pan: { x: wide / 2 - middle.x * zoom, y: high / 2 - middle.y * zoom } });
  }

  /** Goes to a part of the picture with a short motion. */
  approach(rect: Rect): void {
    this.movedByReader = true;
    const { zoom, pan } = this.around(rect);
    if (isStill()) this.cy.viewport({ zoom, pan });
    else this.cy.animate({ zoom, pan, duration: MOTION });
  }

  private around({ x, y, width, height }: Rect): { zoom: number; pan: Point } {
    const [wide, high] = [this.host.clientWidth, this.host.clientHeight];
    const zoom = Math.min(this.cy.maxZoom(), wide / Math.max(width, 1e-6), high / Math.max(height, 1e-6));
    return { zoom, pan: { x: wide / 2 - (x + width / 2) * zoom, y: high / 2 - (y + height / 2) * zoom } };
  }

  /** Moves the picture only if the place lies outside or at the edge. */
  bringIntoView({ x, y }: Point): void {
    const { zoom, pan } = this.now();
    const at = { x: x * zoom + pan.x, y: y * zoom + pan.y };
    const edge = 48;
    const [wide, high] = [this.host.clientWidth, this.host.clientHeight];
    if (at.x > edge && at.y > edge && at.x < wide - edge && at.y < high - edge) return;
    this.movedByReader = true;
    const moved = { x: wide / 2 - x * zoom, y: high / 2 - y * zoom };
    if (isStill()) this.cy.pan(moved);
    else this.cy.animate({ pan: moved, duration: MOTION });
  }
}
