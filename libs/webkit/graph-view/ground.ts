import { drawGround, dotRadius, densityOf, type Camera, type GroundLook } from './ground-draw';
import { frontierOf, opensAt, type Frontier } from './ground-frontier';
import { GroundIndex, type Corners } from './ground-index';
import type { NetworkRegion, NetworkWhole } from './ground-model';
import { outlinesOf } from './ground-regions';
import type { Point } from './model';
import { clearSheet, makeSheet, type Sheet } from './paint';
import { Slices } from './slices';

/** What was drawn when the picture stood at `camera`; it reaches beyond the window by `margin` on each side. */
interface Bitmap {
  sheet: Sheet;
  camera: Camera;
  width: number;
  height: number;
  margin: Point;
}

/** A region whose name is wanted in the picture. */
export interface NamedRegion extends Pick<NetworkRegion, 'id' | 'name' | 'x' | 'y' | 'radius' | 'size'> {
  closed: boolean;
}

/** How far the picture is drawn beyond the window, in widths of it: so far it can be moved before its edge shows. */
const MARGIN = 0.3;
/** Milliseconds of a frame that drawing may take: all the rest is for moving while the picture moves. */
const STANDING = 11;
const MOVING = 4;
/** A region whose radius is smaller on the screen has no name yet. */
const NAMED_FROM = 16;
/** Pointing hits a dot so many pixels from its middle. */
const REACH = 9;

/**
 * The whole network, quietly, beneath what Cytoscape draws. It is drawn in slices onto bitmaps, which are only moved and scaled
 * while the picture moves, and drawn anew, sharp, once it stands.
 */
export class Ground {
  private readonly sheet: Sheet;
  private readonly slices = new Slices(() => (this.moving ? MOVING : STANDING));
  private readonly builder = new Slices(() => (this.moving ? MOVING : STANDING));
  private whole: NetworkWhole | null = null;
  private outlines: Point[][] = [];
  private index: GroundIndex | null = null;
  private frontier: Frontier = { closed: [], opened: [], standsFor: new Int32Array() };
  private look: GroundLook | null = null;
  /** The whole from afar, kept for what lies outside the window; and the part in the window. */
  private far: Bitmap | null = null;
  private near: Bitmap | null = null;
  /** A canvas that nobody looks at any more. */
  private back: Sheet | null = null;
  private camera: Camera = { zoom: 1, pan: { x: 0, y: 0 } };
  private moving = false;
  private isAsked = false;
  /** What was told to be seen already. */
  private told: 'nothing' | 'regions' | 'whole' = 'nothing';

  /** `painted` is called once for each network when its regions are to be seen, and once when all of it is. */
  constructor(
    private readonly host: HTMLElement,
    private readonly painted: (state: 'regions' | 'whole') => void,
  ) {
    this.sheet = makeSheet(host, 'kn-network__sheet');
  }

  show(whole: NetworkWhole | null): void {
    if (whole === this.whole) return;
    const before = this.whole;
    this.whole = whole;
    this.told = 'nothing';
    this.builder.stop();
    if (!whole) {
      this.forget();
      return;
    }
    const sameRegions = before?.regions === whole.regions && this.outlines.length > 0;
    if (!sameRegions) this.outlines = done(outlinesOf({ ...whole, all: null }));
    this.index = null;
    if (whole.all) this.builder.start(this.build(whole, whole.all), 'soon');
  }

  private *build(whole: NetworkWhole, all: NonNullable<NetworkWhole['all']>): Generator<undefined, void> {
    const index = yield* GroundIndex.build(all);
    const outlines = yield* outlinesOf(whole);
    this.index = index;
    this.outlines = outlines;
    this.far = null;
    this.settle(this.camera);
  }

  private forget(): void {
    this.slices.stop();
    this.index = null;
    this.outlines = [];
    this.near = this.far = null;
    this.frontier = { closed: [], opened: [], standsFor: new Int32Array() };
    clearSheet(this.sheet, this.host.clientWidth, this.host.clientHeight);
  }

  /** Colours and filters changed: everything is drawn again. */
  dress(look: GroundLook): void {
    this.look = look;
    this.far = null;
    if (this.whole) this.settle(this.camera);
  }

  /** The picture stands: it is drawn sharp. */
  settle(camera: Camera): void {
    this.moving = false;
    this.redraw(camera);
  }

  /** The picture moves: bitmaps ride along; what comes into view from outside is drawn as time allows. */
  move(camera: Camera): void {
    this.moving = true;
    if (this.whole && !this.slices.isBusy && this.near && !this.covers(this.near, camera)) this.redraw(camera);
    this.camera = camera;
  }

  private redraw(camera: Camera): void {
    this.camera = { zoom: camera.zoom, pan: { ...camera.pan } };
    if (this.isAsked || !this.whole) return;
    // Several reasons within one turn are one drawing.
    this.isAsked = true;
    queueMicrotask(() => {
      this.isAsked = false;
      this.begin();
    });
  }

  private begin(): void {
    const { whole, look, camera } = this;
    const [width, height] = [this.host.clientWidth, this.host.clientHeight];
    if (!whole || !look || width === 0 || height === 0) return;
    this.frontier = frontierOf(whole.regions, camera.zoom);
    this.slices.start(this.draw(whole, look, width, height));
  }

  private *draw(whole: NetworkWhole, look: GroundLook, width: number, height: number): Generator<undefined, void> {
    const camera = this.camera;
    const margin = { x: Math.round(width * MARGIN), y: Math.round(height * MARGIN) };
    const bitmap: Bitmap = { sheet: this.back ?? bareSheet(), camera, width: width + 2 * margin.x, height: height + 2 * margin.y, margin };
    this.back = null;
    clearSheet(bitmap.sheet, bitmap.width, bitmap.height);
    const { zoom, pan } = camera;
    const shifted = { zoom, pan: { x: pan.x + margin.x, y: pan.y + margin.y } };
    const view: Corners = {
      x1: -shifted.pan.x / zoom,
      y1: -shifted.pan.y / zoom,
      x2: (bitmap.width - shifted.pan.x) / zoom,
      y2: (bitmap.height - shifted.pan.y) / zoom,
    };
    const scene = { whole, outlines: this.outlines, index: this.index, frontier: this.frontier, look, camera: shifted, view };
    // While there is nothing else to look at, each slice is shown as it is done.
    const first = this.near === null;
    let finished = false;
    try {
      for (const stage of drawGround(bitmap.sheet.context, scene)) {
        if (first) {
          this.near = bitmap;
          this.paint(this.camera);
          if (stage === 'regions') this.tell('regions');
        }
        yield;
      }
      finished = true;
    } finally {
      if (!finished && this.near !== bitmap) this.back = bitmap.sheet;
    }
    const before = this.near;
    this.near = bitmap;
    if (this.index && (!this.far || camera.zoom <= this.far.camera.zoom)) this.far = bitmap;
    if (before && before !== this.far && before !== bitmap) this.back = before.sheet;
    this.paint(this.camera);
    this.tell(this.index ? 'whole' : 'regions');
  }

  private tell(state: 'regions' | 'whole'): void {
    if (this.told === 'whole' || this.told === state) return;
    this.told = state;
    this.painted(state);
  }

  /** Puts the bitmaps where the picture stands now. */
  paint(camera: Camera): void {
    const { far, near, sheet } = this;
    if (!this.whole) return;
    this.camera = camera;
    clearSheet(sheet, this.host.clientWidth, this.host.clientHeight);
    if (far && far !== near && !(near && this.covers(near, camera))) this.put(far, camera);
    if (!near) return;
    const { x, y, width, height } = this.rectOf(near, camera);
    if (far && far !== near) sheet.context.clearRect(x, y, width, height);
    this.put(near, camera);
  }

  private put(bitmap: Bitmap, camera: Camera): void {
    const { x, y, width, height } = this.rectOf(bitmap, camera);
    const { context } = this.sheet;
    context.drawImage(bitmap.sheet.canvas, x, y, width, height);
  }

  private rectOf({ camera: drawn, margin, width, height }: Bitmap, camera: Camera) {
    const factor = camera.zoom / drawn.zoom;
    const x = (-margin.x - drawn.pan.x) * factor + camera.pan.x;
    const y = (-margin.y - drawn.pan.y) * factor + camera.pan.y;
    // Unscaled it is moved by whole pixels: then nothing has to be computed between them.
    return factor === 1 ? { x: Math.round(x), y: Math.round(y), width, height } : { x, y, width: width * factor, height: height * factor };
  }

  private covers(bitmap: Bitmap, camera: Camera): boolean {
    const { x, y, width, height } = this.rectOf(bitmap, camera);
    return x <= 1 && y <= 1 && x + width >= this.host.clientWidth - 1 && y + height >= this.host.clientHeight - 1;
  }

  /** Regions to be named where the picture was last drawn, those that are closed first, then by size. */
  named(): NamedRegion[] {
    const { whole, frontier, camera } = this;
    if (!whole) return [];
    const edge = Math.max(this.host.clientWidth, this.host.clientHeight);
    const pick = (places: readonly number[], closed: boolean) =>
      places
        .map((at) => ({ ...whole.regions[at]!, closed }))
        .filter(({ radius }) => radius * camera.zoom >= NAMED_FROM && radius * camera.zoom < edge)
        .sort((p, q) => q.size - p.size);
    return [...pick(frontier.closed, true), ...pick(frontier.opened, false)];
  }

  /** The actor whose dot lies at a place of the picture; -1 for none, and where regions stand for their actors. */
  actorAt({ x, y }: Point): number {
    const all = this.whole?.all;
    if (!this.index || !all) return -1;
    const found = this.index.nearest(x, y, Math.max(REACH, this.dot()) / this.camera.zoom);
    const region = found < 0 ? -1 : all.region[found]!;
    return region >= 0 && this.frontier.standsFor[region]! >= 0 ? -1 : found;
  }

  /** Radius of the dots that stand for actors, in pixels. */
  dot(): number {
    return dotRadius(this.camera.zoom, densityOf(this.whole?.all?.x.length ?? 1, 1000));
  }

  /** The closed region at a place of the picture, else null. */
  closedAt({ x, y }: Point): NetworkRegion | null {
    const regions = this.whole?.regions ?? [];
    const inside = this.frontier.closed
      .map((at) => regions[at]!)
      .filter((region) => Math.hypot(region.x - x, region.y - y) <= region.radius);
    return inside.sort((p, q) => p.radius - q.radius)[0] ?? null;
  }

  /** The scale from which a region is open; a little more, so that it surely is. */
  opensAt(region: NetworkRegion): number {
    const regions = this.whole?.regions ?? [];
    return 1.05 * opensAt(regions, regions.indexOf(region));
  }

  /** Names of the regions around the middle of a part, from the largest to the finest. */
  around({ x1, y1, x2, y2 }: Corners): string[] {
    const regions = this.whole?.regions ?? [];
    const names: string[] = [];
    let within = -1;
    for (;;) {
      const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
      const inside = regions
        .map((region, at) => ({ region, at, distance: Math.hypot(region.x - x, region.y - y) / Math.max(region.radius, 1e-6) }))
        // The parts the whole picture shows together say nothing about where one is.
        .filter(({ region, distance }) => region.parent === within && distance <= 1 && 4 * region.radius > x2 - x1);
      const nearest = inside.sort((p, q) => p.distance - q.distance)[0];
      if (!nearest) return names;
      names.push(nearest.region.name);
      within = nearest.at;
    }
  }

  /** How many actors lie in a part of the picture; null while they are on their way. */
  countIn(corners: Corners): number | null {
    return this.index?.within(corners).length ?? null;
  }

  destroy(): void {
    this.slices.stop();
    this.builder.stop();
    this.whole = null;
  }
}

function bareSheet(): Sheet {
  const canvas = document.createElement('canvas');
  return { canvas, context: canvas.getContext('2d')! };
}

function done<Value>(work: Generator<unknown, Value>): Value {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
