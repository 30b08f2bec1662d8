import type { Point } from './model';
import type { Sheet } from './paint';
import type { MarkPattern, Palette } from './palette';

/** What became of a tie or an actor between two days, or since the last visit. */
export type ChangeMark = 'new' | 'gone' | 'grown';

const HALF = Math.PI / 2;

/** A pattern in the ground's colour over a mark, so that its colour is not all that tells it apart. */
export function paintPattern({ context }: Sheet, { x, y }: Point, radius: number, pattern: MarkPattern, palette: Palette): void {
  if (pattern === 'full') return;
  context.fillStyle = palette.ground;
  const [long, thick] = [0.62 * radius, Math.max(1.2, 0.24 * radius)];
  const bar = (angle: number) => {
    context.save();
    context.translate(x, y);
    context.rotate(angle);
    context.fillRect(-long, -thick / 2, 2 * long, thick);
    context.restore();
  };
  if (pattern === 'hole') {
    context.beginPath();
    context.arc(x, y, Math.max(1.5, 0.36 * radius), 0, 2 * Math.PI);
    context.fill();
  }
  if (pattern === 'bar' || pattern === 'cross') bar(0);
  if (pattern === 'upright' || pattern === 'cross') bar(HALF);
  if (pattern === 'slash') bar(-HALF / 2);
}

const SIGN = 6.5;

/** A small disc with plus (new), cross (gone) or arrow up (grown). */
export function paintSign({ context }: Sheet, { x, y }: Point, mark: ChangeMark, palette: Palette): void {
  context.save();
  context.translate(x, y);
  context.beginPath();
  context.arc(0, 0, SIGN, 0, 2 * Math.PI);
  context.fillStyle = palette.ground;
  context.fill();
  context.lineWidth = 1.25;
  context.strokeStyle = palette.text;
  context.stroke();
  const arm = SIGN * 0.55;
  context.beginPath();
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.lineWidth = 1.7;
  if (mark === 'gone') {
    const side = arm * 0.8;
    context.moveTo(-side, -side);
    context.lineTo(side, side);
    context.moveTo(-side, side);
    context.lineTo(side, -side);
  } else {
    context.moveTo(0, arm);
    context.lineTo(0, -arm);
    if (mark === 'new') {
      context.moveTo(-arm, 0);
      context.lineTo(arm, 0);
    } else {
      context.moveTo(-arm * 0.8, -arm * 0.15);
      context.lineTo(0, -arm);
      context.lineTo(arm * 0.8, -arm * 0.15);
    }
  }
  context.stroke();
  context.restore();
}

/**
 * A tie that changed, over the one Cytoscape draws: a new one is a double line, one that is gone a broken thin line, one that
 * has grown a broad line; each has its sign in the middle.
 */
export function paintChange(sheet: Sheet, from: Point, to: Point, mark: ChangeMark, palette: Palette): void {
  const { context } = sheet;
  const stroke = (width: number, colour: string, dash: number[] = []) => {
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.setLineDash(dash);
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
    context.setLineDash([]);
  };
  context.lineCap = 'butt';
  if (mark === 'new') {
    stroke(4.5, palette.text);
    stroke(2, palette.ground);
  } else if (mark === 'gone') {
    stroke(3, palette.ground);
    stroke(1.2, palette.text, [9, 6]);
  } else stroke(3.6, palette.text);
  paintSign(sheet, { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, mark, palette);
}
