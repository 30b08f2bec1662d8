import type { Grade, PlacedLabel } from '@knotenpunkt/kernel';
import { KIND_SHAPES, toKind, type ActorKind } from '@knotenpunkt/webkit/ui';
import type { Point } from './model';
import type { Palette } from './palette';
import { HALF_BOX, NOMINAL } from './stylesheet';

/** A canvas that covers the picture and keeps the sharpness of the screen. */
export interface Sheet {
  canvas: HTMLCanvasElement;
  context: CanvasRenderingContext2D;
}

export function makeSheet(host: HTMLElement, className: string): Sheet {
  const canvas = document.createElement('canvas');
  canvas.className = className;
  canvas.setAttribute('aria-hidden', 'true');
  host.append(canvas);
  return { canvas, context: canvas.getContext('2d')! };
}

/** Fits the sheet to its host and clears it. Afterwards one unit is one CSS pixel. */
export function clearSheet({ canvas, context }: Sheet, width: number, height: number): void {
  const sharpness = window.devicePixelRatio || 1;
  const [wide, high] = [Math.round(width * sharpness), Math.round(height * sharpness)];
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
  }
  context.setTransform(sharpness, 0, 0, sharpness, 0, 0);
  context.clearRect(0, 0, width, height);
}

export function paintHull({ context }: Sheet, outline: readonly Point[], palette: Palette): void {
  context.beginPath();
  outline.forEach(({ x, y }, index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.closePath();
  context.fillStyle = palette.hull;
  context.fill();
  if (palette.hullLine === '') return;
  context.lineWidth = 1.5;
  context.strokeStyle = palette.hullLine;
  context.stroke();
}

/** The font of a label by its weight in the picture. Pixels. */
export type LabelTone = 'chosen' | 'near' | 'plain' | 'far' | 'ground';

const FONTS: Record<LabelTone, { size: number; weight: number; lineHeight: number }> = {
  chosen: { size: 14, weight: 650, lineHeight: 17 },
  near: { size: 13, weight: 600, lineHeight: 16 },
  plain: { size: 12.5, weight: 450, lineHeight: 15 },
  far: { size: 13, weight: 400, lineHeight: 16 },
  ground: { size: 13.5, weight: 650, lineHeight: 18 },
};

export function lineHeightOf(tone: LabelTone, scale: number): number {
  return FONTS[tone].lineHeight * scale;
}

export function setFont(context: CanvasRenderingContext2D, tone: LabelTone, palette: Palette, scale: number): void {
  const { size, weight } = FONTS[tone];
  context.font = `${weight} ${size * scale}px ${palette.font}`;
}

/** A name with a halo in the ground's colour that parts it from the ties beneath. */
export function paintLabel({ context }: Sheet, label: PlacedLabel, shift: Point, tone: LabelTone, palette: Palette, scale: number): void {
  const lineHeight = lineHeightOf(tone, scale);
  setFont(context, tone, palette, scale);
  context.textBaseline = 'middle';
  context.textAlign = label.align === 'start' ? 'left' : label.align === 'end' ? 'right' : 'center';
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = palette.ground;
  context.fillStyle = tone === 'far' || tone === 'ground' ? palette.muted : palette.text;
  const { x, y, width } = label.box;
  const left = shift.x + x + (label.align === 'start' ? 0 : label.align === 'end' ? width : width / 2);
  label.lines.forEach((line, index) => {
    const middle = shift.y + y + (index + 0.5) * lineHeight;
    context.strokeText(line, left, middle);
    context.fillText(line, left, middle);
  });
}

const paths = new Map<ActorKind, Path2D>();

/** A mark with its halo, as Cytoscape draws it, on top of everything painted before. */
export function paintMark({ context }: Sheet, center: Point, radius: number, kind: string, palette: Palette, hue?: string): void {
  const known = toKind(kind);
  let path = paths.get(known);
  if (!path) paths.set(known, (path = new Path2D(KIND_SHAPES[known])));
  const scale = radius / NOMINAL;
  context.save();
  context.translate(center.x, center.y);
  context.scale(scale, scale);
  context.translate(-HALF_BOX, -HALF_BOX);
  context.lineJoin = 'round';
  context.lineWidth = 3.2 / scale;
  context.strokeStyle = palette.ground;
  context.stroke(path);
  if (known === 'NETWORK') {
    // Nothing shows through the hole of the ring.
    context.beginPath();
    context.arc(HALF_BOX, HALF_BOX, NOMINAL, 0, 2 * Math.PI);
    context.fillStyle = palette.ground;
    context.fill();
  }
  context.fillStyle = hue ?? palette.kinds[known];
  context.fill(path, 'evenodd');
  context.restore();
}

/** A tie lifted out of the picture: in the muted text colour, on a path in the colour of action. */
export function paintTie(
  { context }: Sheet,
  ends: [Point, Point],
  bend: Point | null,
  grade: Grade,
  role: 'near' | 'path',
  palette: Palette,
): void {
  const [from, to] = ends;
  context.beginPath();
  context.moveTo(from.x, from.y);
  if (bend) context.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
  else context.lineTo(to.x, to.y);
  context.lineCap = 'round';
  context.lineWidth = role === 'path' ? 3.5 : 1.6;
  context.strokeStyle = role === 'path' ? palette.action : palette.muted;
  context.setLineDash(role === 'path' ? [] : DASHES[grade]);
  context.stroke();
  context.setLineDash([]);
}

const DASHES: Record<Grade, number[]> = { WORKS_TOGETHER: [], STATED: [5, 4], MET: [0.1, 4.4] };

/** How far everything that is not looked at steps back. */
const VEIL = 0.5;

/** Lays the ground's colour over the picture, so that what is painted afterwards stands out. */
export function paintVeil({ context }: Sheet, width: number, height: number, hulls: Iterable<readonly Point[]>, palette: Palette): void {
  context.save();
  context.globalAlpha = VEIL;
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, width, height);
  // The grounds of communities stay as they are.
  for (const outline of hulls) paintHull({ context } as Sheet, outline, palette);
  context.restore();
}

/** Lifts a chosen mark: a disc of the ground with a ring, the mark on it. */
export function paintRing(
  sheet: Sheet,
  center: Point,
  radius: number,
  kind: string,
  ring: 'chosen' | 'end',
  palette: Palette,
  hue?: string,
): void {
  const { context } = sheet;
  context.beginPath();
  context.arc(center.x, center.y, discOf(radius), 0, 2 * Math.PI);
  context.fillStyle = palette.ground;
  context.fill();
  context.lineWidth = ring === 'chosen' ? 2.5 : 2;
  context.strokeStyle = ring === 'chosen' ? palette.text : palette.action;
  context.stroke();
  paintMark(sheet, center, radius, kind, palette, hue);
}

/** Radius of the disc around a chosen mark. */
export function discOf(radius: number): number {
  return Math.max(radius + 6, radius * 1.6);
}
