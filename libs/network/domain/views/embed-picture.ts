import { HALF_BOX, KIND_HUES, KIND_SHAPES, NOMINAL, toKind, type Point, type Rect } from '@knotenpunkt/kernel';
import type { OverviewActor, OverviewTie } from '../columns/network-overview';
import { escaped } from './escaped';

/** Nearly square, so that names can still be read where the foreign page leaves little room. */
const SIDE = { width: 600, height: 500, edge: 44 };
const MARK = { least: 4, most: 13 };
/** More names than these are not tried: they would not be read. */
const MOST_NAMES = 60;
const LETTER = 8;
const LINE = 17;
const FLAG = { pole: 30, width: 21, height: 18 };

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const apart = (a: Box, b: Box) => a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;

export interface PictureOptions {
  chosen: ReadonlySet<string>;
  /** The number of the note at an actor. */
  noted: ReadonlyMap<string, number>;
  named: boolean;
  title: string;
  /** What lies beneath, in the unit of places; null: nothing. */
  ground: EmbedGround | null;
}

/** A map beneath the picture: its lines, and what is written on it. */
export interface EmbedGround {
  extent: Rect;
  /** No two marks stand nearer to each other. */
  spacing: number;
  lines: readonly { points: readonly (readonly [x: number, y: number])[]; strong: boolean }[];
  names: readonly { x: number; y: number; align: 'start' | 'middle' | 'end'; text: string }[];
}

/** Actors and ties as SVG without a script or a style of its own; names that would lie over others are left out. */
export function embedPicture(actors: readonly OverviewActor[], ties: readonly OverviewTie[], options: PictureOptions): string {
  const { chosen, noted, named, title, ground } = options;
  const onPaper = frameOf(ground?.extent ?? extentOf(actors));
  const places = placed(actors, onPaper, ground ? (onPaper.scale * ground.spacing) / 2 : MARK.most);
  const at = new Map(actors.map(({ id }, place) => [id, places[place]!]));
  const lines = ties.flatMap(({ a, b, grade }) => {
    const [from, to] = [at.get(a), at.get(b)];
    return from && to ? [`<path class="tie ${grade}" d="M${from.x} ${from.y}L${to.x} ${to.y}"/>`] : [];
  });
  const marks = actors.map(({ id, name, kind }) => {
    const { x, y, radius } = at.get(id)!;
    const mark = embedMark(kind, { x, y, radius });
    return `<g class="mark${chosen.has(id) ? ' chosen' : ''}"><title>${escaped(name)}</title>${mark}</g>`;
  });
  const flown = actors.flatMap(({ id }) => (noted.has(id) ? [{ at: at.get(id)!, number: noted.get(id)! }] : []));
  const names = named
    ? namesOf(actors, at, chosen, [...(ground ? boxesOf(ground, onPaper) : []), ...flown.map((flag) => flagBox(flag.at))])
    : [];
  return `<svg class="picture" viewBox="0 0 ${SIDE.width} ${SIDE.height}" role="img" aria-label="${escaped(title)}">${[...(ground ? groundOf(ground, onPaper) : []), ...lines, ...marks, ...names, ...flown.map((flag) => flagOf(flag.at, flag.number))].join('')}</svg>`;
}

/** What a flag covers whose foot stands in the middle of a mark. */
function flagBox({ x, y }: Placed): Box {
  return { left: x - 1, top: y - FLAG.pole, right: x + FLAG.width, bottom: y - FLAG.pole + FLAG.height };
}

/** A note's number on a flag, as in the list below and on the page of the network. */
function flagOf({ x, y }: Placed, number: number): string {
  const { left, top } = flagBox({ x, y, radius: 0 });
  const cloth = `<path d="M${x} ${y}V${top}" class="pole"/><rect x="${left}" y="${top}" width="${FLAG.width + 1}" height="${FLAG.height}"/>`;
  const middle = Math.round((left + (FLAG.width + 1) / 2) * 10) / 10;
  return `<g class="flag">${cloth}<text x="${middle}" y="${Math.round((top + FLAG.height - 5) * 10) / 10}" text-anchor="middle">${number}</text></g>`;
}

/** The mark of a kind: hue and shape go together, as everywhere. */
export function embedMark(kind: string, { x, y, radius }: Placed): string {
  const known = toKind(kind);
  const scale = Math.round((1_000 * radius) / NOMINAL) / 1_000;
  const put = `translate(${x} ${y}) scale(${scale}) translate(-${HALF_BOX} -${HALF_BOX})`;
  // Nothing shows through the hole of the ring.
  const ground = known === 'NETWORK' ? `<path transform="${put}" fill="#ffffff" d="${KIND_SHAPES.COMPANY}"/>` : '';
  return `${ground}<path transform="${put}" fill="${KIND_HUES[known]}" fill-rule="evenodd" vector-effect="non-scaling-stroke" d="${KIND_SHAPES[known]}"/>`;
}

type Placed = { x: number; y: number; radius: number };

const round = (value: number) => Math.round(value * 10) / 10;

function extentOf(actors: readonly OverviewActor[]): Rect {
  const xs = actors.map(({ x }) => x);
  const ys = actors.map(({ y }) => y);
  return { x: min(xs), y: min(ys), width: max(xs) - min(xs), height: max(ys) - min(ys) };
}

/** Where a place lies in the picture. */
type OnPaper = ((place: Point) => Point) & { scale: number };

/** So that all of this is in it. */
function frameOf({ x: left, y: top, width, height }: Rect): OnPaper {
  const room = { width: SIDE.width - 2 * SIDE.edge, height: SIDE.height - 2 * SIDE.edge };
  const scale = Math.min(room.width / Math.max(1, width), room.height / Math.max(1, height));
  const put = ({ x, y }: Point) => ({
    x: round(SIDE.width / 2 + (x - left - width / 2) * scale),
    y: round(SIDE.height / 2 + (y - top - height / 2) * scale),
  });
  return Object.assign(put, { scale });
}

function placed(actors: readonly OverviewActor[], onPaper: OnPaper, most: number): Placed[] {
  const largest = Math.max(1, max(actors.map(({ degree }) => degree)));
  const [small, large] = [Math.min(MARK.least, most), Math.min(MARK.most, most)];
  return actors.map((actor) => ({
    ...onPaper(actor),
    radius: round(small + (large - small) * Math.sqrt(actor.degree / largest)),
  }));
}

/** What is written on the map, which other names keep free. */
function boxesOf({ names }: EmbedGround, onPaper: OnPaper): Box[] {
  return names.map(({ align, text, ...place }) => {
    const { x, y } = onPaper(place);
    const width = [...text].length * LETTER;
    const left = x - (align === 'start' ? 0 : align === 'end' ? width : width / 2);
    return { left, top: y - LINE, right: left + width, bottom: y + 4 };
  });
}

function groundOf({ lines, names }: EmbedGround, onPaper: OnPaper): string[] {
  return [
    ...lines.map(({ points, strong }) => {
      const path = points.map(([x, y]) => onPaper({ x, y })).map(({ x, y }) => `${x} ${y}`);
      return `<path class="ground${strong ? ' strong' : ''}" d="M${path.join('L')}"/>`;
    }),
    ...names.map(({ align, text, ...place }) => {
      const { x, y } = onPaper(place);
      return `<text class="place" x="${x}" y="${y}" text-anchor="${align}">${escaped(text)}</text>`;
    }),
  ];
}

function namesOf(
  actors: readonly OverviewActor[],
  at: ReadonlyMap<string, Placed>,
  chosen: ReadonlySet<string>,
  written: readonly Box[],
): string[] {
  const important = actors.toSorted(
    (p, q) => Number(chosen.has(q.id)) - Number(chosen.has(p.id)) || q.degree - p.degree || (p.id < q.id ? -1 : 1),
  );
  const marks = actors.map(({ id }): Box => {
    const { x, y, radius } = at.get(id)!;
    return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
  });
  const taken = [...written, ...marks];
  return important.slice(0, MOST_NAMES).flatMap(({ id, label }) => {
    const { x, y, radius } = at.get(id)!;
    const width = [...label].length * LETTER;
    const [right, left] = [x + radius + 4, x - radius - 4 - width];
    const corners: [number, number, string, number][] = [
      [x - width / 2, y + radius + 2, 'middle', x],
      [right, y - LINE / 2, 'start', right],
      [left, y - LINE / 2, 'end', left + width],
      [x - width / 2, y - radius - 2 - LINE, 'middle', x],
    ];
    for (const [from, top, anchor, where] of corners) {
      const box = { left: from, top, right: from + width, bottom: top + LINE };
      if (box.left < 0 || box.right > SIDE.width || !taken.every((other) => apart(box, other))) continue;
      taken.push(box);
      return [
        `<text class="name" x="${Math.round(where)}" y="${Math.round(top + LINE - 3)}" text-anchor="${anchor}">${escaped(label)}</text>`,
      ];
    }
    return [];
  });
}

function min(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}

function max(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity);
}
