/** Names no longer than this are written whole; of a longer one the beginning. */
const LONGEST_NAME = 24;

/** The name as it is written beside a mark of the slider. */
export function shortTitle(title: string): string {
  if (title.length <= LONGEST_NAME) return title;
  const [before] = title.split(/[:–—(]/u);
  const short = before!.trim();
  if (short.length <= LONGEST_NAME) return short;
  const cut = short.slice(0, LONGEST_NAME);
  const space = cut.lastIndexOf(' ');
  return `${space > LONGEST_NAME / 3 ? cut.slice(0, space) : cut.slice(0, -1)}…`;
}

/** A text along a line, beside what it names. */
export interface LineLabel {
  /** Of what it names, 0 to 1 along the line. */
  at: number;
  text: string;
}

/** A letter takes about so much, and between two texts there is so much room. Pixels. */
const LETTER = 6.4;
const GAP = 8;

/**
 * Where the middles of texts lie along a line that many pixels long; null where one has no room beside those before it. Give the
 * most important first. A text that would stand out at an end is moved inwards.
 */
export function placeLabels(labels: readonly LineLabel[], width: number): (number | null)[] {
  const taken: { begin: number; end: number }[] = [];
  return labels.map(({ at, text }) => {
    const half = (text.length * LETTER) / 2;
    if (2 * half > width) return null;
    const middle = Math.min(Math.max(at * width, half), width - half);
    const span = { begin: middle - half, end: middle + half };
    if (taken.some(({ begin, end }) => span.begin < end + GAP && begin < span.end + GAP)) return null;
    taken.push(span);
    return middle;
  });
}
