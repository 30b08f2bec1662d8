import { radiusOf } from '@knotenpunkt/kernel';
import { SQUARE } from '../columns/network-columns';

/** `#rrggbb` as three numbers. */
export function rgbOf(colour: string): [red: number, green: number, blue: number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Gephi's y grows upwards, the page's downwards: turned over, the picture would stand on its head. */
export function upwards(y: number): number {
  return SQUARE - y;
}

/** How large a mark is in programs that draw networks: its diameter, in the units of places. */
export function widthOf(size: number): number {
  return 2 * radiusOf(size);
}
