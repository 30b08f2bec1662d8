import type { NetworkOverview } from '../columns/network-overview';
import type { NetworkView } from '../view/view';
import { ACTOR_KINDS } from '@knotenpunkt/themes/domain';
import { byTies, gathered, rectangle, widestSpacing, type Arranged, type GroundName } from './arranged';
import { firstThemes } from './first-themes';

/** How many actors of a kind have a theme. */
export interface KindsByThemes {
  /** The kinds and themes that are there; null is "no theme", at the end where there are such. */
  kinds: string[];
  themes: (string | null)[];
  /** A list for each theme, in it one number a kind. Whoever has several themes counts with each. */
  counts: number[][];
}

/** The kinds × themes table of the actors shown, which picture and list both tell. Rows and columns are those of the whole network. */
export function kindsByThemes(network: NetworkOverview, shown: Uint8Array): KindsByThemes {
  const { actors, kinds, themes } = network.columns;
  const kindOrder = presentKinds(network);
  const columnOf = kinds.map((kind) => kindOrder.indexOf(kind));
  const counts = Array.from({ length: themes.length + 1 }, () => kindOrder.map(() => 0));
  let without = false;
  let at = 0;
  for (let place = 0; place < network.actorCount; place++) {
    const end = actors.themeEnd[place]!;
    const column = columnOf[actors.kind[place]!]!;
    if (at === end) {
      without = true;
      if (shown[place]) counts[themes.length]![column]!++;
    }
    for (; at < end; at++) if (shown[place]) counts[actors.theme[at]!]![column]!++;
  }
  return { kinds: kindOrder, themes: without ? [...themes, null] : [...themes], counts: without ? counts : counts.slice(0, -1) };
}

function presentKinds({ columns: { kinds, actors } }: NetworkOverview): string[] {
  const present = new Set(actors.kind);
  return kinds.filter((_, at) => present.has(at)).sort((p, q) => rank(p) - rank(q));
}

function rank(kind: string): number {
  const at = (ACTOR_KINDS as readonly string[]).indexOf(kind);
  return at < 0 ? ACTOR_KINDS.length : at;
}

const WIDTH = 1000;
const HEIGHT = 1000;
/** Room for the names of themes at the left, of kinds above. */
const LEFT = 300;
const TOP = 170;
/** So much of it lies at the edge of the picture anyway. */
const MARGIN = 120;
/** Free space at the edges of a cell, the number in its corner included. */
const EDGE = 0.35;
/** In spacings; a row without anybody is still a row. */
const LEAST_ROWS = 1;

/**
 * A cell for each kind and theme. Everybody stands once, in the cell of the first theme that is looked at, those with most ties first; the
 * number in a cell counts all of that kind that have the theme.
 */
export function matrix(network: NetworkOverview, { themes: wanted }: Pick<NetworkView, 'themes'>, shown: Uint8Array): Arranged {
  const { actors, kinds } = network.columns;
  const table = kindsByThemes(network, shown);
  const columnOf = kinds.map((kind) => table.kinds.indexOf(kind));
  const first = firstThemes(network, wanted);
  // Whoever has none of the themes looked at stands with those who have none.
  const rows = first.includes(-1) && table.themes.at(-1) !== null ? [...table.themes, null] : table.themes;
  const columns = table.kinds.length;
  const cellOf = Int32Array.from(first, (theme, place) => (theme < 0 ? rows.length - 1 : theme) * columns + columnOf[actors.kind[place]!]!);
  const cells = gathered(cellOf, rows.length * columns, byTies(actors));
  const width = WIDTH / columns;
  const across = (spacing: number) => Math.max(1, Math.floor(width / spacing - 2 * EDGE));
  const linesOf = (row: number, spacing: number) =>
    Math.max(LEAST_ROWS, ...cells.slice(row * columns, (row + 1) * columns).map((cell) => Math.ceil(cell.length / across(spacing))));
  const heightOf = (row: number, spacing: number) => (linesOf(row, spacing) + 2 * EDGE) * spacing;
  const spacing = widestSpacing(
    (wide) => wide * (1 + 2 * EDGE) <= width && rows.reduce((sum, _, row) => sum + heightOf(row, wide), 0) <= HEIGHT,
  );
  const tops = [0];
  rows.forEach((_, row) => tops.push(tops[row]! + heightOf(row, spacing)));
  const [x, y] = [new Float32Array(network.actorCount), new Float32Array(network.actorCount)];
  cells.forEach((members, cell) => {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    members.forEach((place, at) => {
      x[place] = column * width + (EDGE + 0.5 + (at % across(spacing))) * spacing;
      y[place] = tops[row]! + (EDGE + 0.5 + Math.floor(at / across(spacing))) * spacing;
    });
  });
  const bottom = tops.at(-1)!;
  return {
    ...{ x, y, spacing: spacing * 0.99 },
    extent: { x: MARGIN - LEFT, y: MARGIN - TOP, width: WIDTH + LEFT - MARGIN, height: bottom + TOP - MARGIN },
    ground: {
      circles: [],
      lines: [
        rectangle(0, 0, WIDTH, bottom, 'frame'),
        ...tops.slice(1, -1).map((top) => ({ tone: 'quiet' as const, points: line(0, top, WIDTH, top) })),
        ...table.kinds.slice(1).map((_, at) => ({ tone: 'quiet' as const, points: line((at + 1) * width, 0, (at + 1) * width, bottom) })),
      ],
      names: [
        ...table.kinds.map((kind, at): GroundName => ({
          ...{ x: (at + 0.5) * width, y: -14, align: 'start', tone: 'title', turn: 45, label: { is: 'kind', kind } },
          room: { width: TOP * 1.3, height: width * 0.7 },
        })),
        ...rows.map((theme, row): GroundName => ({
          ...{ x: -14, y: (tops[row]! + tops[row + 1]!) / 2, align: 'end', tone: 'title', label: { is: 'theme', theme } },
          room: { width: LEFT - 20, height: tops[row + 1]! - tops[row]! },
        })),
        ...rows.flatMap((_, row) =>
          table.kinds.flatMap((_kind, column): GroundName[] => {
            const count = table.counts[row]?.[column] ?? 0;
            if (count === 0) return [];
            return [
              {
                ...{ x: (column + 1) * width - 6, y: tops[row]! + 0.5 * EDGE * spacing + 8, align: 'end', tone: 'note' },
                ...{ label: { is: 'count', count }, room: { width, height: heightOf(row, spacing) } },
              } satisfies GroundName as GroundName,
            ];
          }),
        ),
      ],
    },
  };
}

function line(x1: number, y1: number, x2: number, y2: number): [number, number][] {
  return [
    [x1, y1],
    [x2, y2],
  ];
}
