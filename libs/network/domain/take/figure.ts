import type { ActorKind, Point } from '@knotenpunkt/kernel';

/** What a drawing is made of, from back to front. SVG, PNG and PDF write the same list. Lengths are points (1/72 inch). */
export type Shape =
  | { is: 'area'; corners: readonly Point[]; fill: string; opacity: number }
  /** Lines as the data of an SVG path. */
  | { is: 'lines'; data: string; stroke: string; width: number; dash: readonly [number, number] | null; opacity: number }
  | { is: 'mark'; kind: ActorKind; at: Point; radius: number; fill: string; halo: number }
  | { is: 'ring'; at: Point; radius: number; stroke: string; width: number }
  | Writing;

export interface Writing {
  is: 'text';
  /** Where the base line begins, has its middle or ends. */
  at: Point;
  align: 'start' | 'center' | 'end';
  text: string;
  size: number;
  bold: boolean;
  fill: string;
  /** Width of the rim in the ground's colour; 0: none. */
  halo: number;
  /** Degrees against the clock; missing: none. */
  turn?: number;
}

export interface Figure {
  width: number;
  height: number;
  shapes: Shape[];
}

/** How wide a text of this size is. */
export type Measure = (text: string, size: number, bold: boolean) => number;

/** Whatever sans serif the reader has. */
export const SHEET_FONT = "'IBM Plex Sans', 'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

export const INK = { ground: '#ffffff', text: '#131525', muted: '#51577a', line: '#c0c3d5', hull: '#343950', accent: '#2044aa' } as const;

/** Advances of Noto Sans from the space to the tilde, in hundredths of the size: wider than most fonts without serifs. */
const REGULAR = [
  ...[26, 27, 41, 65, 57, 83, 73, 23, 30, 30, 55, 57, 27, 32, 27, 37, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 27, 27, 57, 57, 57, 43],
  ...[90, 64, 65, 63, 73, 56, 52, 73, 74, 34, 27, 62, 52, 91, 76, 78, 61, 78, 62, 55, 56, 73, 60, 93, 59, 57, 57, 33, 37, 33, 57, 44],
  ...[28, 56, 62, 48, 62, 56, 34, 62, 62, 26, 26, 53, 26, 94, 62, 61, 62, 62, 41, 48, 36, 62, 51, 79, 53, 51, 47, 38, 55, 38, 57],
];
const BOLD = 1.08;
/** Letters beyond ASCII: accented ones look like their base letter, others count as a wide or as a square one. */
const WIDE = 80;
const SQUARE_SIGN = 100;

/**
 * How wide a text is likely to be, without a font at hand: a file that leaves the product is set in whatever sans serif the reader has.
 */
export const likelyWidth: Measure = (text, size, bold) => {
  let sum = 0;
  for (const sign of text.normalize('NFD')) {
    const code = sign.codePointAt(0)!;
    if (code >= 0x300 && code <= 0x36f) continue;
    sum += REGULAR[code - 32] ?? (code > 0x2e7f ? SQUARE_SIGN : WIDE);
  }
  return (sum / 100) * size * (bold ? BOLD : 1);
};

/** A text cut so that it is not wider than this, with an ellipsis where something is missing. */
export function cutTo(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  const signs = [...text];
  let [low, high] = [0, signs.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(`${signs.slice(0, middle).join('').trimEnd()}…`) <= width) low = middle;
    else high = middle - 1;
  }
  return `${signs.slice(0, low).join('').trimEnd()}…`;
}

/** A text in lines no wider than this, broken between words; a single longer word is cut. */
export function wrapped(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== '') lines.push(line);
  return lines.map((each) => cutTo(each, width, measure));
}
