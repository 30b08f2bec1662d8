import {
  GRADE_LINES,
  GRADES,
  paddedHull,
  partOf,
  placeLabelsInSteps,
  radiusOf,
  shapesOf,
  type Grade,
  type LabelRequest,
  type Point,
  type Rect,
} from '@knotenpunkt/kernel';
import { short } from './chunks';
import { flagBox, flagShapes } from './flag-figure';
import { groundShapes } from './ground-figure';
import { INK, type Measure, type Shape } from './figure';
import { patternShapes } from './pattern-figure';
import type { Taken, TakenTie } from './taken';

/** Colours of the lines on paper. */
const TIES: Record<Grade, string> = { WORKS_TOGETHER: '#a3a8c2', STATED: '#8e93b1', MET: '#9a9fbb' };

/** A picture of this many actors has marks of full size; of more, smaller ones. */
const EASY = { actors: 110, ties: 400 };
const SMALLEST = 0.05;
const THINNEST = 0.12;
/** A community of fewer members has no ground and no name: it would be a blot around a mark. */
const FEWEST = 3;
/** More grounds than these lie over each other until nothing is told apart. */
const MOST_GROUNDS = 40;
const HULL_OPACITY = 0.06;
/** So many ties go into one element: one for each would make a large file; one for all of them a slow one, painted in one go. */
const TIES_TOGETHER = 100;
/** Up to so many ties it is looked after whether two lie over each other. */
const MOST_BENT = 20_000;
/** So many names are tried; where more actors stand there is no room for theirs. */
const MOST_NAMES = 1_500;
/** So many names are measured in one step. */
const NAMES_TOGETHER = 20;
/** Room for names at the edges. */
const EDGE = { x: 40, y: 22 };

export interface NetworkFigureOptions {
  /** Size of names, in points. */
  textSize: number;
  measure: Measure;
}

export interface PlacedNode extends Point {
  radius: number;
}

/** How actors lie in an area: as on the screen, as large as fits. */
export function placedIn(
  taken: Taken,
  area: Rect,
): { places: Map<string, PlacedNode>; size: number; at: (place: Point) => Point; scale: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const { extent } = taken.ground ?? {};
  const corners = extent ? [extent, { x: extent.x + extent.width, y: extent.y + extent.height }] : [];
  for (const { x, y } of extent ? corners : taken.nodes) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  const room = { width: area.width - 2 * EDGE.x, height: area.height - 2 * EDGE.y };
  const scale = Math.min(room.width / Math.max(right - left, 1), room.height / Math.max(bottom - top, 1));
  const crowd = Math.min(1, (EASY.actors / Math.max(1, taken.nodes.length)) ** 0.4);
  const size = Math.max(SMALLEST, (Math.min(area.width, area.height) / 700) * crowd);
  const shift = {
    x: area.x + EDGE.x + (room.width - (right - left) * scale) / 2 - left * scale,
    y: area.y + EDGE.y + (room.height - (bottom - top) * scale) / 2 - top * scale,
  };
  const at = ({ x, y }: Point) => ({ x: shift.x + x * scale, y: shift.y + y * scale });
  // In an arrangement no mark covers the next.
  const widest = taken.ground ? Math.max(1, taken.ground.spacing * scale * 0.5) : Infinity;
  const places = new Map<string, PlacedNode>();
  for (const node of taken.nodes) places.set(node.id, { ...at(node), radius: Math.min(widest, radiusOf(node.size) * size) });
  return { places, size, at, scale };
}

/** Radius of the ring around a chosen mark. */
function ringOf(radius: number): number {
  return Math.max(radius + 4, radius * 1.6);
}

function pairOf({ a, b }: TakenTie): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** A line from one mark to the other, bent where another lies there already. */
function lineOf(from: Point, to: Point, bent: number): string {
  const start = `M${short(from.x)} ${short(from.y)}`;
  if (bent === 0) return `${start}L${short(to.x)} ${short(to.y)}`;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const away = ((bent % 2 === 0 ? -1 : 1) * Math.ceil(bent / 2) * 9) / Math.max(Math.hypot(dx, dy), 1);
  return `${start}Q${short((from.x + to.x) / 2 - dy * away)} ${short((from.y + to.y) / 2 + dx * away)} ${short(to.x)} ${short(to.y)}`;
}

function* tieShapes(taken: Taken, places: ReadonlyMap<string, PlacedNode>, size: number): Generator<number, Shape[]> {
  const thin = Math.max(THINNEST, Math.min(1, (EASY.ties / Math.max(1, taken.tieCount)) ** 0.3));
  const opacity = Math.max(0.15, Math.min(1, (4 * EASY.ties) / Math.max(1, taken.tieCount)) ** 0.4);
  const quiet = taken.ground?.quiet ?? false;
  const drawn = new Map<string, number>();
  const open: Record<Grade, string[]> = { WORKS_TOGETHER: [], STATED: [], MET: [] };
  const shapes: Record<Grade, Shape[]> = { WORKS_TOGETHER: [], STATED: [], MET: [] };
  const close = (grade: Grade) => {
    if (open[grade].length === 0) return;
    const { width, dash } = GRADE_LINES[grade];
    const unit = Math.max(0.55, size) * thin;
    shapes[grade].push({
      ...{ is: 'lines', data: open[grade].join(''), stroke: TIES[grade], width: width * unit, opacity },
      dash: dash && [dash[0] * unit, dash[1] * unit],
    });
    open[grade] = [];
  };
  let walked = 0;
  for (const tie of taken.ties) {
    if (++walked % TIES_TOGETHER === 0) yield Math.min(1, walked / taken.tieCount);
    const [from, to] = [places.get(tie.a), places.get(tie.b)];
    if (!from || !to || (quiet && !taken.chosen.has(tie.a) && !taken.chosen.has(tie.b))) continue;
    const key = taken.tieCount <= MOST_BENT ? pairOf(tie) : '';
    const before = key === '' ? 0 : (drawn.get(key) ?? 0);
    if (key !== '') drawn.set(key, before + 1);
    if (open[tie.grade].push(lineOf(from, to, before)) === TIES_TOGETHER) close(tie.grade);
  }
  for (const grade of GRADES) close(grade);
  // The best founded lie on top.
  return GRADES.toReversed().flatMap((grade) => shapes[grade]);
}

/** The grounds of named communities, each the corners of its outline. */
function groundsOf(taken: Taken, places: ReadonlyMap<string, PlacedNode>, size: number): { name: string; outline: Point[] }[] {
  if (!taken.grounds) return [];
  const members = taken.communities.map(() => [] as PlacedNode[]);
  for (const { id, community } of taken.nodes) if (community >= 0) members[community]?.push(places.get(id)!);
  return taken.communities
    .flatMap(({ name }, at) => (members[at]!.length < FEWEST ? [] : [{ name, members: members[at]! }]))
    .sort((p, q) => q.members.length - p.members.length)
    .slice(0, MOST_GROUNDS)
    .map(({ name, members: those }) => ({ name, outline: paddedHull(those, 15 * Math.min(1, size)) }));
}

/** Actors, ties, grounds and names within an area. Names cover neither each other nor a mark. */
export function* networkShapes(taken: Taken, area: Rect, { textSize, measure }: NetworkFigureOptions): Generator<number, Shape[]> {
  if (taken.nodes.length === 0) return [];
  const { places, size, at, scale } = placedIn(taken, area);
  yield 0.05;
  const ground = taken.ground ? groundShapes(taken.ground, at, scale, { textSize, measure }) : { shapes: [], boxes: [] };
  const grounds = groundsOf(taken, places, size);
  const bySize = taken.nodes.toSorted((p, q) => q.size - p.size || (p.id < q.id ? -1 : 1));
  const halo = Math.min(0.9, size * 1.6);
  yield 0.1;

  const requests: (LabelRequest & { size: number; bold: boolean; fill: string })[] = [];
  const named = (id: string, text: string, look: { size: number; bold: boolean; fill: string }, around: LabelRequest['around']) => {
    // Where a name is broken depends on its length on the screen, at twice this size.
    const shapes = shapesOf(text, 2 * look.size * 1.2, (part) => measure(part, 2 * look.size, look.bold)).map((shape) => ({
      ...{ lines: shape.lines, width: shape.width / 2, height: shape.height / 2 },
    }));
    requests.push({ id, shapes: around.kind === 'ground' ? shapes.reverse() : shapes, around, ...look });
  };
  const markOf = (id: string): LabelRequest['around'] => {
    const { x, y, radius } = places.get(id)!;
    return { kind: 'mark', center: { x, y }, radius: taken.chosen.has(id) ? ringOf(radius) : radius };
  };
  for (const { id, label } of bySize)
    if (label !== '' && taken.chosen.has(id)) named(id, label, { size: textSize * 1.1, bold: true, fill: INK.text }, markOf(id));
  for (const [index, { name, outline }] of grounds.entries())
    named(`ground ${index}`, name, { size: textSize * 1.1, bold: true, fill: INK.muted }, { kind: 'ground', outline });
  for (const [index, { id, label }] of (taken.ground?.quiet ? [] : bySize.slice(0, MOST_NAMES)).entries()) {
    if (label !== '' && !taken.chosen.has(id)) named(id, label, { size: textSize, bold: false, fill: INK.text }, markOf(id));
    if (index % NAMES_TOGETHER === 0) yield 0.1 + (0.2 * index) / MOST_NAMES;
  }
  const marks = Array.from(places.values(), ({ x, y, radius }) => ({
    x: x - radius,
    y: y - radius,
    width: 2 * radius,
    height: 2 * radius,
  }));
  const looks = new Map(requests.map((request) => [request.id, request]));
  const flags = taken.notes.flatMap(({ actorId, number }) => (places.has(actorId) ? [{ at: places.get(actorId)!, number }] : []));
  const obstacles = [...marks, ...ground.boxes, ...flags.map((flag) => flagBox(flag.at))];
  const placed = yield* partOf(placeLabelsInSteps(requests, obstacles, area), 0.3, 0.7);
  const names = placed.flatMap(({ id, lines, box, align }) => {
    const look = looks.get(id)!;
    const x = align === 'start' ? box.x : align === 'end' ? box.x + box.width : box.x + box.width / 2;
    const lineHeight = box.height / lines.length;
    return lines.map((text, line): Shape => ({
      ...{ is: 'text', text, align, halo: 2.2, size: look.size, bold: look.bold, fill: look.fill },
      at: { x, y: box.y + (line + 0.5) * lineHeight + look.size * 0.35 },
    }));
  });
  const ties = yield* partOf(tieShapes(taken, places, size), 0.7, 1);

  return [
    ...ground.shapes,
    ...grounds.map(({ outline }): Shape => ({ is: 'area', corners: outline, fill: INK.hull, opacity: HULL_OPACITY })),
    ...ties,
    ...bySize.flatMap(({ id, kind, colour, pattern }): Shape[] => {
      const { x, y, radius } = places.get(id)!;
      return [{ is: 'mark', kind, at: { x, y }, radius, fill: colour, halo }, ...patternShapes(pattern, { x, y }, radius)];
    }),
    ...bySize.flatMap(({ id }): Shape[] => {
      const { x, y, radius } = places.get(id)!;
      return taken.chosen.has(id) ? [{ is: 'ring', at: { x, y }, radius: ringOf(radius), stroke: INK.text, width: 1.4 }] : [];
    }),
    ...names,
    ...flags.flatMap((flag) => flagShapes(flag.at, flag.number)),
  ];
}
