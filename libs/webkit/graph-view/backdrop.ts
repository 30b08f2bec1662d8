import { intoFrame, type Frame } from './frame';
import type { Camera } from './ground-draw';
import type { Point, Rect } from './model';
import { clearSheet, makeSheet, type Sheet } from './paint';
import type { Palette } from './palette';

/** What a background knows of the picture it lies beneath. */
export interface BackgroundView {
  width: number;
  height: number;
  /** Where a place (in the unit of the arrangement) lies on the screen. */
  at: (place: Point) => Point;
  /** Pixels to a unit of places. */
  scale: number;
  palette: Pick<Palette, 'text' | 'muted' | 'hull' | 'hullLine' | 'ground' | 'font'>;
}

/** Paints rings, a grid or outlines beneath the picture, each time it moves; tells what it wrote on, where no other name is wanted. */
export type BackgroundPaint = (context: CanvasRenderingContext2D, view: BackgroundView) => readonly Rect[] | void;

/** What lies beneath everything: painted, or elements of the page in a box whose pixels are units of places. */
export class Backdrop {
  private readonly sheet: Sheet;
  private paintBackground: BackgroundPaint | null = null;
  /** What is written on, as it was painted last, on the screen. */
  taken: readonly Rect[] = [];

  constructor(
    private readonly host: HTMLElement,
    /** The box of elements, if there may be one. */
    private readonly box: HTMLElement | null,
  ) {
    this.sheet = makeSheet(host, 'kn-network__sheet');
  }

  use(paintBackground: BackgroundPaint | null): void {
    if (this.paintBackground && !paintBackground) clearSheet(this.sheet, this.host.clientWidth, this.host.clientHeight);
    this.paintBackground = paintBackground;
    this.taken = [];
  }

  paint({ zoom, pan }: Camera, frame: Frame, palette: Palette): void {
    const scale = zoom * frame.scale;
    const [left, top] = [pan.x - frame.left * scale, pan.y - frame.top * scale];
    if (this.box) this.box.style.transform = `matrix(${scale}, 0, 0, ${scale}, ${left}, ${top})`;
    if (!this.paintBackground) return;
    const [width, height] = [this.host.clientWidth, this.host.clientHeight];
    clearSheet(this.sheet, width, height);
    const { context } = this.sheet;
    context.save();
    const at = (place: Point) => {
      const { x, y } = intoFrame(place, frame);
      return { x: x * zoom + pan.x, y: y * zoom + pan.y };
    };
    this.taken = this.paintBackground(context, { width, height, at, scale, palette }) ?? [];
    context.restore();
  }
}
