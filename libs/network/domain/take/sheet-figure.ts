import { atOnce, GRADE_LINES, partOf, type Point, type Rect } from '@knotenpunkt/kernel';
import { drawableInSteps } from './drawable';
import { INK, likelyWidth, wrapped, type Figure, type Measure, type Shape, type Writing } from './figure';
import { flagShapes } from './flag-figure';
import { networkShapes } from './network-figure';
import { patternShapes } from './pattern-figure';
import type { Taken, TakenLegendEntry } from './taken';
import { TakeWords } from './take-words';

/** Landscape, in points. */
const PAPERS = { A4: { width: 841.89, height: 595.28, size: 1 }, A3: { width: 1190.55, height: 841.89, size: 1.2 } } as const;
export type Paper = keyof typeof PAPERS;

export interface SheetOptions {
  paper?: Paper;
  /** How wide texts are; missing: about as wide as in most fonts without serifs. */
  measure?: Measure;
  /** Leaves title and state away where they stand beside the picture. */
  withHead?: boolean;
}

const SIZES = { title: 16, state: 9, about: 8, legendTitle: 8.5, legend: 8, foot: 7, name: 7 };
const MARGIN = 36;
const LEGEND_WIDTH = 148;
const LEGEND_ROW = 12.5;

/** Writes lines one below the other and keeps where the next one goes. */
class Pen {
  constructor(
    readonly measure: Measure,
    readonly scale: number,
    public y: number,
  ) {}

  line(text: string, place: { x: number; width: number; size: number; bold?: boolean; fill?: string; gap?: number }): Writing[] {
    const { x, width, bold = false, fill = INK.text, gap = 1.35 } = place;
    const size = place.size * this.scale;
    return wrapped(text, width, (part) => this.measure(part, size, bold)).map((line) => {
      this.y += size * gap;
      return writing(line, { x, y: this.y }, size, { bold, fill });
    });
  }
}

function writing(text: string, at: Point, size: number, look: Partial<Pick<Writing, 'bold' | 'fill' | 'align'>>): Writing {
  return { is: 'text', text, at, size, bold: false, fill: INK.text, align: 'start', halo: 0, ...look };
}

function sampleOf(mark: TakenLegendEntry['mark'], at: Point, scale: number): Shape[] {
  if ('kind' in mark) return [{ is: 'mark', kind: mark.kind, at, radius: 4 * scale, fill: mark.colour, halo: 0 }];
  if ('colour' in mark) {
    const radius = 4.5 * scale;
    return [{ is: 'mark', kind: 'COMPANY', at, radius, fill: mark.colour, halo: 0 }, ...patternShapes(mark.pattern, at, radius)];
  }
  if ('note' in mark) return flagShapes({ x: at.x - 5, y: at.y + 9 }, mark.note);
  const { width, dash } = GRADE_LINES[mark.grade];
  const data = `M${at.x - 8 * scale} ${at.y}L${at.x + 8 * scale} ${at.y}`;
  return [
    {
      is: 'lines',
      data,
      stroke: INK.muted,
      width: width * scale,
      dash: dash && [dash[0] * 0.8 * scale, dash[1] * 0.8 * scale],
      opacity: 1,
    },
  ];
}

/** A part of the legend: what its signs mean together, and each of them. */
export interface LegendPart {
  title: Shape[];
  entries: Shape[][];
}

/** The legend, from where the pen stands downwards; what finds no room is counted. */
function legendParts(taken: Taken, x: number, pen: Pen, bottom: number, words: TakeWords): LegendPart[] {
  const { scale, measure } = pen;
  const row = LEGEND_ROW * scale;
  const size = SIZES.legend * scale;
  const parts: LegendPart[] = [];
  for (const { title, entries } of taken.legends) {
    if (entries.length === 0 || pen.y + 3 * row > bottom) continue;
    const titleShapes = pen.line(title, { x, width: LEGEND_WIDTH * scale, size: SIZES.legendTitle, bold: true, gap: 1.5 });
    pen.y += 3 * scale;
    const rows: Shape[][] = [];
    for (const [at, { label, count, mark }] of entries.entries()) {
      const number = count === null ? '' : words.number(count);
      const numberWidth = number === '' ? 0 : measure(number, size, false) + 6 * scale;
      const lines = wrapped(label, (LEGEND_WIDTH - 24) * scale - numberWidth, (part) => measure(part, size, false)).slice(0, 2);
      const height = row + (lines.length - 1) * size * 1.2;
      const isLast = at === entries.length - 1;
      if (pen.y + height + (isLast ? 0 : row) > bottom) {
        const more = words.fill(words.own.legend.more, { count: entries.length - at });
        rows.push([writing(more, { x: x + 24 * scale, y: pen.y + row / 2 + size * 0.36 }, size, { fill: INK.muted })]);
        pen.y += row;
        break;
      }
      const middle = pen.y + row / 2;
      const base = middle + size * 0.36;
      pen.y += height;
      rows.push([
        ...sampleOf(mark, { x: x + 9 * scale, y: middle }, scale),
        ...lines.map((line, index) => writing(line, { x: x + 24 * scale, y: base + index * size * 1.2 }, size, {})),
        ...(number === '' ? [] : [writing(number, { x: x + LEGEND_WIDTH * scale, y: base }, size, { fill: INK.muted, align: 'end' })]),
      ]);
    }
    pen.y += 6 * scale;
    parts.push({ title: titleShapes, entries: rows });
  }
  return parts;
}

export interface Picture {
  network: Shape[];
  legend: LegendPart[];
}

interface PictureOptions {
  scale: number;
  measure: Measure;
}

/** The picture with its legend to the right of it, within an area, at once. */
export function pictureIn(taken: Taken, area: Rect, options: PictureOptions): Picture {
  return atOnce(pictureInSteps(taken, area, options));
}

function* pictureInSteps(taken: Taken, area: Rect, { scale, measure }: PictureOptions): Generator<number, Picture> {
  const x = area.x + area.width - LEGEND_WIDTH * scale;
  const words = new TakeWords(taken.language);
  return {
    network: yield* networkShapes(taken, { ...area, width: x - 18 * scale - area.x }, { textSize: SIZES.name * scale, measure }),
    legend: legendParts(taken, x, new Pen(measure, scale, area.y), area.y + area.height, words),
  };
}

/** What stands at the foot: whose data these are and what one may do with them. */
export function footLines(taken: Taken, words: TakeWords): string[] {
  const { attribution, licence, note, address } = taken.source;
  return [
    [
      words.fill(words.own.source.attribution, { name: attribution }),
      licence ? words.fill(words.own.source.licence, { name: licence.name, address: licence.address }) : words.own.source.noLicence,
    ].join(' '),
    note ?? '',
    address ?? '',
  ].filter((line) => line !== '');
}

/** The whole sheet: title, day, picture, legend and source, landscape on white; step by step, since thousands of actors take seconds. */
export function* sheetFigure(
  taken: Taken,
  { paper = 'A4', measure = likelyWidth, withHead = true }: SheetOptions = {},
): Generator<number, Figure> {
  const { width, height, size: scale } = PAPERS[paper];
  const words = new TakeWords(taken.language);
  const [left, right] = [MARGIN, width - MARGIN];
  const page = { x: left, width: right - left };

  const drawn = yield* partOf(drawableInSteps(taken), 0, 0.4);
  const head = new Pen(measure, scale, MARGIN - 14);
  const headShapes = withHead
    ? [
        ...head.line(taken.title, { ...page, size: SIZES.title, bold: true, gap: 1.2 }),
        ...head.line(words.state(taken.asOf, taken.nodes.length, taken.tieCount), {
          ...page,
          size: SIZES.state,
          fill: INK.muted,
          gap: 1.6,
        }),
        ...drawn.about.flatMap((about) => head.line(about, { ...page, size: SIZES.about, fill: INK.muted })),
      ]
    : [];
  const foot = new Pen(measure, scale, 0);
  const footShapes = footLines(taken, words).flatMap((line) => foot.line(line, { ...page, size: SIZES.foot, fill: INK.muted }));
  const footTop = height - MARGIN + 8 - foot.y;

  const top = head.y + 12 * scale;
  const area = { ...page, y: top, height: footTop - 8 - top };
  const { network, legend } = yield* partOf(pictureInSteps(drawn, area, { scale, measure }), 0.4, 1);
  const rule = `M${left} ${footTop - 2}L${right} ${footTop - 2}`;
  return {
    width,
    height,
    shapes: [
      ...network,
      ...headShapes,
      ...legend.flatMap(({ title, entries }) => [...title, ...entries.flat()]),
      { is: 'lines', data: rule, stroke: INK.line, width: 0.6, dash: null, opacity: 1 },
      ...footShapes.map((shape) => ({ ...shape, at: { x: shape.at.x, y: shape.at.y + footTop } })),
    ],
  };
}
