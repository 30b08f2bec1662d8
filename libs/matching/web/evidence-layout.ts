/** All numbers are units of the picture; at its usual size one is a pixel. */
export const PICTURE_WIDTH = 240;
/** Height of a row: whoever points at it with a finger meets it. */
export const ROW = 27;
/** Edge of a sign. */
export const SIGN = 16;

const HALF = SIGN / 2;
/** Where the threads come from and where they lead. */
const LEFT = 10;
const RIGHT = PICTURE_WIDTH - LEFT;
const SIGN_AT = 34;
const LABEL_AT = SIGN_AT + HALF + 6;
const BARE_LABEL_AT = 28;
/** A thread shows beside its label at least so far. */
const SHORTEST = 30;
const GAP = 6;
/** Names of the ends are set in semibold, which takes more room. */
const END_WIDTH = (PICTURE_WIDTH - LEFT - HALF - GAP) / 1.08;

/** What a row needs to know of a thread: the words on it, from the end the picture begins with; none where it is bare but for a word. */
export interface Laid {
  /** A record each, or one word on a bare thread. */
  labels: readonly string[];
  bare: boolean;
  dashed: boolean;
}

export interface LaidStop {
  /** The middle of the sign; null on a bare thread. */
  sign: number | null;
  y: number;
  label: { x: number; text: string; width: number };
  /** From where to where the row can be pointed at. */
  area: { x: number; width: number };
}

export interface LaidStrand {
  stops: LaidStop[];
  /** The thread, as a path. */
  line: string;
  /** The free end of it behind the last label. */
  tail: { x: number; y: number; width: number };
  dashed: boolean;
}

export interface LaidPicture {
  height: number;
  from: { text: string; x: number; y: number };
  to: { text: string; x: number; y: number };
  strands: LaidStrand[];
  /** The two rails the threads hang on: solid as far as something counts, dashed beyond. */
  rails: { line: string; dashed: boolean }[];
}

/** The picture of what lies between two ends: one above left, the other below right, and a row for each record between them. */
export function layOut(from: string, strands: readonly Laid[], to: string): LaidPicture {
  let row = 0;
  const laid = strands.map((strand) => {
    const first = row;
    row += strand.labels.length;
    return strandAt(strand, first);
  });
  const foot = middleOf(row);
  return {
    height: foot + HALF + 2,
    from: { text: fitted(from, END_WIDTH), x: LEFT, y: middleOf(-1) },
    to: { text: fitted(to, END_WIDTH), x: RIGHT, y: foot },
    strands: laid,
    rails: railsOf(laid, middleOf(-1) + HALF, foot - HALF),
  };
}

const middleOf = (row: number) => HALF + 2 + (row + 1) * ROW;

function strandAt({ labels, bare, dashed }: Laid, first: number): LaidStrand {
  const start = bare ? BARE_LABEL_AT : LABEL_AT;
  const stops = labels.map((text, at): LaidStop => {
    const last = at === labels.length - 1;
    const end = last ? RIGHT - SHORTEST - GAP : RIGHT - GAP;
    const label = fitted(text, end - start);
    const width = widthOf(label);
    const x = LEFT + 2;
    return {
      sign: bare ? null : SIGN_AT,
      y: middleOf(first + at),
      label: { x: start, text: label, width },
      area: { x, width: start + width + GAP - x },
    };
  });
  const end = stops.at(-1)!;
  const begin = stops[0]!.y;
  const near = bare ? BARE_LABEL_AT - GAP : SIGN_AT - HALF - 2;
  const tailAt = end.area.x + end.area.width;
  const between = stops.slice(1).map(({ y }, at) => `M${SIGN_AT} ${stops[at]!.y + HALF + 1}V${y - HALF - 1}`);
  return {
    stops,
    line: [`M${LEFT} ${begin}H${near}`, ...between, `M${tailAt} ${end.y}H${RIGHT}`].join(''),
    tail: { x: tailAt, y: end.y, width: RIGHT - tailAt },
    dashed,
  };
}

function railsOf(strands: readonly LaidStrand[], top: number, bottom: number): LaidPicture['rails'] {
  const starts = strands.map(({ stops, dashed }) => ({ y: stops[0]!.y, dashed }));
  const ends = strands.map(({ stops, dashed }) => ({ y: stops.at(-1)!.y, dashed }));
  const solidTo = Math.max(top, ...starts.filter(({ dashed }) => !dashed).map(({ y }) => y));
  const last = Math.max(top, ...starts.map(({ y }) => y));
  const solidFrom = Math.min(bottom, ...ends.filter(({ dashed }) => !dashed).map(({ y }) => y));
  const first = Math.min(bottom, ...ends.map(({ y }) => y));
  const rail = (x: number, from: number, to: number, dashed: boolean) => (from < to ? [{ line: `M${x} ${from}V${to}`, dashed }] : []);
  return [
    ...rail(LEFT, top, solidTo, false),
    ...rail(LEFT, solidTo, last, true),
    ...rail(RIGHT, first, solidFrom, true),
    ...rail(RIGHT, solidFrom, bottom, false),
  ];
}

const NARROW = new Set(" .,:;'!|()[]-–ijlItfr„“”");
const WIDE = new Set('mwMWÄÖÜ@%&QGODHNUC…—');

/** How wide a text is about, in letters of twelve pixels; rather too wide than too narrow. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += NARROW.has(letter) ? 3.9 : WIDE.has(letter) ? 9.4 : 6.5;
  return Math.ceil(width);
}

/** The text, cut at the end where it is too long, so that it fits. */
export function fitted(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  const letters = [...text];
  while (letters.length > 0 && widthOf(`${letters.join('').trimEnd()}…`) > most) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
