import { GRADES, type Grade } from '@knotenpunkt/kernel';
import { toKind } from '@knotenpunkt/webkit/ui';
import { bundlesAt, type Frontier } from './ground-frontier';
import type { Corners, GroundIndex } from './ground-index';
import type { NetworkWhole, WholeActors } from './ground-model';
import { paddedHull } from '@knotenpunkt/kernel';
import type { Point } from './model';
import type { Palette } from './palette';

/** What of the whole is taken back or coloured, for each actor by its place. */
export interface GroundLook {
  palette: Palette;
  /** Place in `palette.decor`; without it dots have the colour of their kind. */
  colourAt: Uint8Array | null;
  /** 1 for actors a filter has taken back. */
  dimmed: Uint8Array | null;
  dimmedGrades: ReadonlySet<Grade>;
}

/** Where the picture stands: a place p lies at p · zoom + pan, in pixels. */
export interface Camera {
  zoom: number;
  pan: Point;
}

export interface Scene {
  whole: NetworkWhole;
  outlines: readonly (readonly Point[])[];
  /** Null while it is built: then regions are all there is. */
  index: GroundIndex | null;
  frontier: Frontier;
  look: GroundLook;
  camera: Camera;
  /** What is to be drawn, in the unit of places. */
  view: Corners;
}

const PADDING = 9;
const MOST_BUNDLES = 140;
const WIDEST_BUNDLE = 5.5;
/** More ties nobody can tell apart; of more, every n-th is drawn. */
const MOST_TIES = 5_000;
/** So many ties are as dark as single ones; of more each is fainter, and those that leave the picture are left out. */
const FEW_TIES = 800;
/** More specks within closed regions look the same; of more, every n-th is drawn. */
const MOST_SPECKS = 24_000;
/** So much is painted before giving way: about a millisecond's worth. */
const TIES_AT_ONCE = 150;
const DOTS_AT_ONCE = 1_500;

/** Paints regions, the ties between them, then single ties and actors where one looks close enough; gives way in between. */
export function* drawGround(context: CanvasRenderingContext2D, scene: Scene): Generator<'regions' | undefined, void> {
  paintRegions(context, scene);
  paintBundles(context, scene);
  yield 'regions';
  const { index, whole } = scene;
  if (!index || !whole.all) return;
  const inView = index.within(scene.view);
  yield;
  yield* paintTies(context, scene, whole.all, index, inView);
  yield* paintDots(context, scene, whole.all, inView);
}

function paintRegions(context: CanvasRenderingContext2D, { outlines, frontier, look, camera, view }: Scene): void {
  const closed = new Set(frontier.closed);
  // Larger ones first: they lie beneath their parts.
  for (const at of [...frontier.opened, ...frontier.closed]) {
    const outline = outlines[at]!;
    if (!touches(outline, view)) continue;
    const rim = paddedHull(
      outline.map(({ x, y }) => ({ ...onScreen(x, y, camera), radius: 0 })),
      PADDING,
    );
    context.beginPath();
    rim.forEach(({ x, y }, corner) => (corner === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    context.closePath();
    context.fillStyle = look.palette.hull;
    context.fill();
    if (closed.has(at)) context.fill();
    if (look.palette.hullLine === '') continue;
    context.strokeStyle = look.palette.hullLine;
    context.lineWidth = 1.5;
    context.stroke();
  }
}

function touches(outline: readonly Point[], { x1, y1, x2, y2 }: Corners): boolean {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of outline) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return right >= x1 && left <= x2 && bottom >= y1 && top <= y2;
}

function paintBundles(context: CanvasRenderingContext2D, { whole, frontier, look, camera }: Scene): void {
  const bundles = bundlesAt(frontier, whole.bundles, MOST_BUNDLES);
  const largest = bundles[0]?.count ?? 1;
  context.strokeStyle = look.palette.ties.WORKS_TOGETHER;
  context.lineCap = 'round';
  context.globalAlpha = 0.36;
  for (const { a, b, count } of bundles.reverse()) {
    const [from, to] = [whole.regions[a]!, whole.regions[b]!];
    context.lineWidth = Math.max(0.6, WIDEST_BUNDLE * Math.sqrt(count / largest));
    context.beginPath();
    const [start, end] = [onScreen(from.x, from.y, camera), onScreen(to.x, to.y, camera)];
    context.moveTo(start.x, start.y);
    context.lineTo(end.x, end.y);
    context.stroke();
  }
  context.globalAlpha = 1;
}

function standsAlone(all: WholeActors, { standsFor }: Frontier, actor: number): boolean {
  const region = all.region[actor]!;
  return region < 0 || standsFor[region]! < 0;
}

function* paintTies(
  context: CanvasRenderingContext2D,
  { frontier, look, camera }: Scene,
  all: WholeActors,
  index: GroundIndex,
  inView: readonly number[],
): Generator<undefined, void> {
  const alone = inView.filter((actor) => standsAlone(all, frontier, actor));
  const inside = new Uint8Array(all.x.length);
  for (const actor of alone) inside[actor] = 1;
  let [staying, leaving] = [0, 0];
  for (const actor of alone)
    for (const other of index.tiesOf(actor).others) {
      if (inside[other] === 1) staying += 0.5;
      else leaving++;
    }
  yield;
  const onlyStaying = staying + leaving > 2 * FEW_TIES;
  const count = onlyStaying ? staying : staying + leaving;
  const every = Math.max(1, Math.ceil(count / MOST_TIES));
  const hidden = GRADES.map((grade) => look.dimmedGrades.has(grade));
  context.strokeStyle = look.palette.ties.WORKS_TOGETHER;
  context.lineWidth = look.palette.hullLine === '' ? 0.7 : 1;
  context.globalAlpha = 0.5 * Math.min(1, Math.max(0.35, Math.sqrt(FEW_TIES / Math.max(1, count))));
  let painted = 0;
  context.beginPath();
  for (const actor of alone) {
    if (look.dimmed?.[actor]) continue;
    const { others, numbers } = index.tiesOf(actor);
    for (let at = 0; at < others.length; at++) {
      const other = others[at]!;
      if ((inside[other] === 1 ? other < actor : onlyStaying) || numbers[at]! % every !== 0) continue;
      if (hidden[all.ties.grade?.[numbers[at]!] ?? 0] || look.dimmed?.[other] || Number.isNaN(all.x[other]!)) continue;
      context.moveTo(all.x[actor]! * camera.zoom + camera.pan.x, all.y[actor]! * camera.zoom + camera.pan.y);
      context.lineTo(all.x[other]! * camera.zoom + camera.pan.x, all.y[other]! * camera.zoom + camera.pan.y);
      if (++painted % TIES_AT_ONCE !== 0) continue;
      context.stroke();
      yield;
      context.beginPath();
    }
  }
  context.stroke();
  context.globalAlpha = 1;
}

/** Radius of a dot by the room actors have: from a speck to a small disc. */
export function dotRadius(zoom: number, density: number): number {
  return Math.min(4, Math.max(0.6, 0.17 * zoom * density));
}

/** Mean distance between neighbours, in the unit of places. */
export function densityOf(count: number, edge: number): number {
  return edge / Math.sqrt(Math.max(1, count));
}

function* paintDots(
  context: CanvasRenderingContext2D,
  { whole, frontier, look, camera }: Scene,
  all: WholeActors,
  inView: readonly number[],
): Generator<undefined, void> {
  const { palette, colourAt, dimmed } = look;
  const hues = colourAt ? palette.decor.map(({ colour }) => colour) : all.kinds.map((kind) => palette.kinds[toKind(kind)]);
  // Whoever has no colour of its own is grey.
  hues.push(palette.muted);
  const byHue: number[][] = hues.map(() => []);
  const specks: number[] = [];
  for (const actor of inView) {
    if (standsAlone(all, frontier, actor) || whole.regions.length === 0)
      byHue[Math.min(hues.length - 1, (colourAt ?? all.kind)[actor]!)]?.push(actor);
    else if (!dimmed?.[actor]) specks.push(actor);
  }
  yield;
  context.fillStyle = palette.muted;
  context.globalAlpha = 0.3;
  const every = Math.ceil(specks.length / MOST_SPECKS);
  for (let at = 0; at < specks.length; at += every) {
    const actor = specks[at]!;
    context.fillRect(all.x[actor]! * camera.zoom + camera.pan.x - 0.6, all.y[actor]! * camera.zoom + camera.pan.y - 0.6, 1.2, 1.2);
    if (at % (every * DOTS_AT_ONCE) === 0) yield;
  }
  const radius = dotRadius(camera.zoom, densityOf(all.x.length, 1000));
  for (let hue = 0; hue < hues.length; hue++) {
    context.fillStyle = hues[hue]!;
    for (let at = 0; at < byHue[hue]!.length; at++) {
      const actor = byHue[hue]![at]!;
      const [x, y] = [all.x[actor]! * camera.zoom + camera.pan.x, all.y[actor]! * camera.zoom + camera.pan.y];
      context.globalAlpha = dimmed?.[actor] ? 0.12 : 0.85;
      if (radius < 1.2) context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
      else {
        context.beginPath();
        context.arc(x, y, radius, 0, 2 * Math.PI);
        context.fill();
      }
      if (at % DOTS_AT_ONCE === DOTS_AT_ONCE - 1) yield;
    }
  }
  context.globalAlpha = 1;
}

function onScreen(x: number, y: number, { zoom, pan }: Camera): Point {
  return { x: x * zoom + pan.x, y: y * zoom + pan.y };
}
