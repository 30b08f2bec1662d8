import type { Point, Rect } from '@knotenpunkt/kernel';
import { INK, type Shape } from './figure';

/** Size of a flag in points: the pole, and the cloth with the number. */
const [POLE, WIDTH, HEIGHT] = [15, 11, 9];

/** What a flag covers whose foot stands here. */
export function flagBox({ x, y }: Point): Rect {
  return { x: x - 0.5, y: y - POLE, width: WIDTH, height: HEIGHT };
}

/** A numbered flag, as at a mark on the page. */
export function flagShapes({ x, y }: Point, number: number): Shape[] {
  const { x: left, y: top, width, height } = flagBox({ x, y });
  const corners = [
    { x: left, y: top },
    { x: left + width, y: top },
    { x: left + width, y: top + height },
    { x: left, y: top + height },
  ];
  return [
    {
      is: 'lines',
      data: `M${x.toFixed(2)} ${y.toFixed(2)}L${x.toFixed(2)} ${top.toFixed(2)}`,
      stroke: INK.text,
      width: 1,
      dash: null,
      opacity: 1,
    },
    { is: 'area', corners, fill: INK.text, opacity: 1 },
    {
      ...{ is: 'text', text: String(number), align: 'center', size: 6.5, bold: true, fill: INK.ground, halo: 0 },
      at: { x: left + width / 2, y: top + height / 2 + 2.3 },
    },
  ];
}
