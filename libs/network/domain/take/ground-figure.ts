import type { Point, Rect } from '@knotenpunkt/kernel';
import { short } from './chunks';
import { cutTo, INK, type Measure, type Shape } from './figure';
import type { TakenGround } from './taken';

/** How far a circle's curves reach beside its corners, in radii (four cubic arcs). */
const ARC = 0.5523;

function circle({ x, y }: Point, r: number): string {
  const c = ARC * r;
  const to = (...values: number[]) => values.map((value) => short(value)).join(' ');
  return [
    `M${to(x + r, y)}`,
    `C${to(x + r, y + c, x + c, y + r, x, y + r)}`,
    `C${to(x - c, y + r, x - r, y + c, x - r, y)}`,
    `C${to(x - r, y - c, x - c, y - r, x, y - r)}`,
    `C${to(x + c, y - r, x + r, y - c, x + r, y)}Z`,
  ].join('');
}

/** What lies beneath an arrangement, and the boxes of its names, which other names keep free. */
export function groundShapes(
  ground: TakenGround,
  at: (place: Point) => Point,
  scale: number,
  { textSize, measure }: { textSize: number; measure: Measure },
): { shapes: Shape[]; boxes: Rect[] } {
  const line = (data: string, strong: boolean): Shape => ({
    ...{ is: 'lines', data, stroke: INK.muted, width: 0.6, dash: null, opacity: strong ? 0.5 : 0.25 },
  });
  const path = (points: readonly (readonly [number, number])[]) =>
    points
      .map(([x, y], index) => {
        const place = at({ x, y });
        return `${index === 0 ? 'M' : 'L'}${short(place.x)} ${short(place.y)}`;
      })
      .join('');
  const boxes: Rect[] = [];
  const names = ground.names.map(({ x, y, align, text, strong, turn, width: room }): Shape => {
    const place = at({ x, y });
    const size = strong ? textSize * 1.1 : textSize;
    const shown = room === null ? text : cutTo(text, room * scale, (part) => measure(part, size, strong));
    const width = measure(shown, size, strong);
    const left = place.x - (align === 'start' ? 0 : align === 'end' ? width : width / 2);
    // What is turned lies outside of everything that has names.
    if (turn === 0) boxes.push({ x: left, y: place.y - size * 0.6, width, height: size * 1.2 });
    const base = turn === 0 ? { x: place.x, y: place.y + size * 0.35 } : place;
    return { is: 'text', text: shown, align, size, bold: strong, fill: INK.muted, halo: 2.2, at: base, turn };
  });
  return {
    shapes: [
      ...ground.lines.map(({ points, strong }) => line(path(points), strong)),
      ...ground.circles.map(({ radius, ...middle }) => line(circle(at(middle), radius * scale), false)),
      ...names,
    ],
    boxes,
  };
}
