import { HALF_BOX, KIND_SHAPES, NOMINAL, type ActorKind } from '@knotenpunkt/kernel';
import { INK, SHEET_FONT, type Figure, type Shape, type Writing } from '@knotenpunkt/network/domain';

/** Here the page's own font is at hand. */
const FONT = `'IBM Plex Sans Variable', ${SHEET_FONT}`;

type Drawn<Kind extends Shape['is']> = Extract<Shape, { is: Kind }>;

/** Paints shapes on a canvas, as SVG and PDF draw them. */
class Painter {
  private readonly paths = new Map<ActorKind, Path2D>();

  constructor(private readonly context: CanvasRenderingContext2D) {}

  paint(shape: Shape): void {
    this.context.save();
    if (shape.is === 'mark') this.mark(shape);
    else if (shape.is === 'lines') this.lines(shape);
    else if (shape.is === 'text') this.text(shape);
    else if (shape.is === 'ring') this.ring(shape);
    else this.area(shape);
    this.context.restore();
  }

  private mark({ kind, at, radius, fill, halo }: Drawn<'mark'>): void {
    const { context } = this;
    const path = this.pathOf(kind);
    const scale = radius / NOMINAL;
    context.translate(at.x, at.y);
    context.scale(scale, scale);
    context.translate(-HALF_BOX, -HALF_BOX);
    if (halo > 0) {
      context.strokeStyle = INK.ground;
      context.lineWidth = (2 * halo) / scale;
      context.stroke(path);
    }
    // Nothing shows through the hole of the ring.
    if (kind === 'NETWORK') {
      context.fillStyle = INK.ground;
      context.beginPath();
      context.arc(HALF_BOX, HALF_BOX, NOMINAL, 0, 2 * Math.PI);
      context.fill();
    }
    context.fillStyle = fill;
    context.fill(path, 'evenodd');
  }

  private lines({ data, stroke, width, dash, opacity }: Drawn<'lines'>): void {
    const { context } = this;
    context.globalAlpha = opacity;
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.lineCap = 'round';
    context.setLineDash(dash ?? []);
    context.stroke(new Path2D(data));
  }

  private text({ at, align, text, size, bold, fill, halo, turn = 0 }: Writing): void {
    const { context } = this;
    context.translate(at.x, at.y);
    context.rotate((-turn * Math.PI) / 180);
    context.font = `${bold ? 600 : 400} ${size}px ${FONT}`;
    context.textAlign = align;
    if (halo > 0) {
      context.strokeStyle = INK.ground;
      context.lineWidth = halo;
      context.lineJoin = 'round';
      context.strokeText(text, 0, 0);
    }
    context.fillStyle = fill;
    context.fillText(text, 0, 0);
  }

  private ring({ at, radius, stroke, width }: Drawn<'ring'>): void {
    const { context } = this;
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.beginPath();
    context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
    context.stroke();
  }

  private area({ corners, fill, opacity }: Drawn<'area'>): void {
    const { context } = this;
    context.globalAlpha = opacity;
    context.fillStyle = fill;
    context.beginPath();
    for (const { x, y } of corners) context.lineTo(x, y);
    context.fill();
  }

  private pathOf(kind: ActorKind): Path2D {
    const known = this.paths.get(kind) ?? new Path2D(KIND_SHAPES[kind]);
    this.paths.set(kind, known);
    return known;
  }
}

/** So many shapes are painted in one step; of lines, which are hundreds in one shape, each alone. */
const SHAPES_TOGETHER = 20;

/** Paints a figure over the whole of a canvas, shape by shape. */
export function* paintFigure({ width, height, shapes }: Figure, context: CanvasRenderingContext2D): Generator<number, void> {
  context.scale(context.canvas.width / width, context.canvas.height / height);
  context.fillStyle = INK.ground;
  context.fillRect(0, 0, width, height);
  const painter = new Painter(context);
  for (const [at, shape] of shapes.entries()) {
    painter.paint(shape);
    if (shape.is !== 'lines' && at % SHAPES_TOGETHER > 0) continue;
    // A canvas puts off what it is told to paint until somebody looks, and would do all of it in one go.
    context.getImageData(0, 0, 1, 1);
    yield at / shapes.length;
  }
}
