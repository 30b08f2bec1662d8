import { HALF_BOX, KIND_HUES, KIND_SHAPES, NOMINAL, toKind } from '@knotenpunkt/kernel';
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
}

/** Actors and ties as SVG without a script or a style of its own; names that would lie over others are left out. */
export function embedPicture(actors: readonly OverviewActor[], ties: readonly OverviewTie[], options: PictureOptions): string {
  const { chosen, noted, named, title } = options;
  const places = placed(actors);
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
    ? namesOf(
        actors,
        at,
        chosen,
        flown.map((flag) => flagBox(flag.at)),
      )
    : [];
  return `<svg class="picture" viewBox="0 0 ${SIDE.width} ${SIDE.height}" role="img" aria-label="${escaped(title)}">${[...lines, ...marks, ...names, ...flown.map((flag) => flagOf(flag.at, flag.number))].join('')}</svg>`;
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

function placed(actors: readonly OverviewActor[]): Placed[] {
  const xs = actors.map(({ x }) => x);
  const ys = actors.map(({ y }) => y);
  const [left, right, top, bottom] = [min(xs), max(xs), min(ys), max(ys)];
  const room = { width: SIDE.width - 2 * SIDE.edge, height: SIDE.height - 2 * SIDE.edge };
  const scale = Math.min(room.width / Math.max(1, right - left), room.height / Math.max(1, bottom - top));
  const largest = Math.max(1, max(actors.map(({ degree }) => degree)));
  const round = (value: number) => Math.round(value * 10) / 10;
  return actors.map(({ x, y, degree }) => ({
    x: round(SIDE.width / 2 + (x - (left + right) / 2) * scale),
    y: round(SIDE.height / 2 + (y - (top + bottom) / 2) * scale),
    radius: round(MARK.least + (MARK.most - MARK.least) * Math.sqrt(degree / largest)),
  }));
}

function namesOf(
  actors: readonly OverviewActor[],
  at: ReadonlyMap<string, Placed>,
  chosen: ReadonlySet<string>,
  flags: readonly Box[],
): string[] {
  const important = actors.toSorted(
    (p, q) => Number(chosen.has(q.id)) - Number(chosen.has(p.id)) || q.degree - p.degree || (p.id < q.id ? -1 : 1),
  );
  const taken: Box[] = actors.map(({ id }) => {
    const { x, y, radius } = at.get(id)!;
    return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
  });
  taken.push(...flags);
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
