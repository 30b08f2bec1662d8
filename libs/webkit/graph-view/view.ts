import cytoscape, { type Core } from 'cytoscape';
import { Backdrop, type BackgroundPaint } from './backdrop';
import { isStill, ViewCamera } from './camera';
import { Elements } from './elements';
import { chosenIn, NO_ATTENTION, type Attention } from './emphasis';
import { placeFlags } from './flags';
import { AS_IT_IS, frameOf, intoFrame, outOfFrame, type Frame } from './frame';
import { Ground } from './ground';
import type { NetworkFrame, NetworkViewport } from './ground-model';
import type { Point } from './model';
import { moving } from './motion';
import { Overlay } from './overlay';
import { CONTRAST_QUERIES, readPalette, type Palette } from './palette';
import { Slices } from './slices';
import { stylesheet } from './stylesheet';
import type { ViewData, ViewOptions, WhatIsInView } from './view-data';
import { colourBy, groundLook, PLAIN, weigh, wholeExtent, type ViewDecor } from './view-look';
import { Mover } from './view-moving';
import { Pointer } from './view-pointer';

/** How far sizes may be off (logarithm) while the picture moves, and when it stands: giving them anew takes longer than a frame. */
const COARSE = 0.3;
/** Above the whole, where many zoom far: marks are off up to three times while it moves. */
const VERY_COARSE = 1.1;
const FINE = 0.02;
/** The picture stands when it has not moved for so long: then names find new places. Milliseconds. */
const CALM = 110;
/** Milliseconds of a frame for elements that enter or leave. */
const EXCHANGE = 8;
/** The corner that the zoom buttons cover, in CSS pixels; no name goes there. */
const ZOOM_BUTTONS = { width: 66, height: 158 };

const NOTHING_TO_SHOW: ViewData = { nodes: [], ties: [], communities: [], whole: null };

/** Cytoscape would write an inline style sheet unless an element of this id is there; its one rule stands in graph-view.css. */
function forestallInlineStyles(): void {
  const id = '__________cytoscape_stylesheet';
  if (document.getElementById(id)) return;
  const marker = document.createElement('meta');
  marker.id = id;
  document.head.append(marker);
}

/**
 * The picture itself. From beneath: a background, the ground with the whole of a large network, the grounds of communities,
 * the marks and ties in focus that Cytoscape draws, and a sheet with rings and names. All move together.
 */
export class NetworkView {
  private readonly cy: Core;
  private readonly backdrop: Backdrop;
  private readonly ground: Ground;
  private readonly overlay: Overlay;
  private readonly elements: Elements;
  private readonly camera: ViewCamera;
  private readonly pointer: Pointer;
  readonly mover: Mover;
  private readonly exchange = new Slices(() => EXCHANGE);
  private readonly motion = new Slices(() => 0);
  private readonly leave = new AbortController();
  private readonly watcher: ResizeObserver;
  private palette: Palette;
  private data = NOTHING_TO_SHOW;
  private decor: ViewDecor = PLAIN;
  private attention: Attention = NO_ATTENTION;
  private hovered: string | null = null;
  private frame: Frame = AS_IT_IS;
  private positions = new Map<string, Point>();
  private wanted: NetworkFrame | null = null;
  private drawnUnit = 0;
  private calm: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: HTMLElement,
    private readonly options: ViewOptions,
  ) {
    forestallInlineStyles();
    this.palette = readPalette(host);
    this.backdrop = new Backdrop(host, options.backdrop ?? null);
    this.ground = new Ground(host, (state) => {
      performance.mark(`network:${state}`);
      this.applyAttention();
      if (state === 'whole') this.report();
    });
    const container = document.createElement('div');
    container.className = 'kn-network__cytoscape';
    this.overlay = new Overlay(host, container);
    this.cy = cytoscape({
      container,
      elements: [],
      layout: { name: 'preset' },
      boxSelectionEnabled: false,
      selectionType: 'single',
      userZoomingEnabled: options.movable,
      userPanningEnabled: options.movable,
    });
    this.elements = new Elements(this.cy);
    this.camera = new ViewCamera(this.cy, host);
    this.pointer = new Pointer(this.cy, host, this.ground, {
      hover: (id) => this.point(id),
      pointDot: (dot) => this.overlay.point(dot),
      select: options.onSelect,
      selectTie: (a, b) => (options.onSelectTie ? options.onSelectTie(a, b) : options.onSelect(null)),
      approach: (rect) => this.camera.approach(rect),
      chosen: () => this.attention.focus,
      whole: () => this.data.whole,
    });
    this.mover = new Mover(
      this.cy,
      host,
      {
        positions: () => this.positions,
        chosen: () => this.attention.focus,
        follow: (position) => {
          this.camera.bringIntoView(position);
          this.overlay.ride(this.positions);
        },
        put: (id, position) => options.onMove?.(id, outOfFrame(position, this.frame)),
      },
      this.leave.signal,
    );
    this.listen();
    this.watcher = new ResizeObserver(() => this.resized());
    this.watcher.observe(host);
    void document.fonts.ready.then(() => this.overlay.relearn());
  }

  /** Shows other data; parts that stay keep their place. */
  show(data: ViewData): void {
    const before = this.data;
    const known = new Set(before.nodes.map(({ id }) => id));
    this.data = data;
    this.frame = data.whole ? AS_IT_IS : frameOf(data.atHome ?? data.nodes);
    this.mover.isAllowed = data.isMovable ?? false;
    const places = new Map<string, Point>(data.nodes.map((node) => [node.id, intoFrame(node, this.frame)]));
    const isNew = data.whole ? !before.whole : data.nodes.filter(({ id }) => !known.has(id)).length > known.size / 2;
    const rearranged = data.arrangement !== before.arrangement && known.size > 0;
    if (rearranged && !isStill()) this.move(places);
    else {
      this.motion.stop();
      this.positions = places;
    }
    this.ground.show(data.whole);
    if (data.whole?.all !== before.whole?.all) this.dressGround();
    if (isNew || rearranged) this.bring();
    else if (data.whole) this.ground.settle(this.camera.now());
    this.exchangeElements();
    this.applyAttention();
    this.restyle();
  }

  private move(places: Map<string, Point>): void {
    const show = (positions: Map<string, Point>) => {
      this.positions = positions;
      this.elements.place(positions);
      this.overlay.ride(positions);
      if (positions === places) this.applyAttention();
    };
    this.motion.start(moving(this.positions, places, show), 'soon');
    this.positions = new Map(Array.from(places, ([id, to]) => [id, this.positions.get(id) ?? to]));
  }

  private exchangeElements(): void {
    if (this.data === NOTHING_TO_SHOW) return;
    const colour = colourBy(this.decor, this.palette);
    const { nodes, ties } = this.data;
    const wanted = { nodes, ties, positions: this.positions, hueOf: (id: string) => colour(id)?.colour, unit: this.unit() };
    const { elements } = this;
    const begin = () => {
      // Whoever enters first is styled once, not twice.
      if (this.cy.elements().empty()) this.style(wanted.unit);
    };
    const done = () => {
      performance.mark('network:focus');
      this.applyAttention();
    };
    function* work(): Generator<undefined, void> {
      begin();
      yield* elements.exchange(wanted);
      done();
    }
    if (this.data.whole) return this.exchange.start(work(), 'soon');
    this.exchange.stop();
    begin();
    for (const _ of elements.exchange(wanted));
  }

  attend(attention: Attention): void {
    const { focus, dimmedKinds, dimmedGrades, dimmedIds } = this.attention;
    const chosenAnew = attention.focus !== null && attention.focus !== focus;
    const filtered = attention.dimmedKinds !== dimmedKinds || attention.dimmedGrades !== dimmedGrades || attention.dimmedIds !== dimmedIds;
    this.attention = attention;
    if (filtered) this.dressGround();
    this.applyAttention();
    const place = attention.focus === null ? undefined : this.positions.get(attention.focus);
    if (chosenAnew && place && this.options.movable) this.camera.bringIntoView(place);
  }

  /** Colours, signs and flags. */
  dress(decor: ViewDecor): void {
    const recoloured = decor.colourOf !== this.decor.colourOf || decor.palette !== this.decor.palette;
    this.decor = decor;
    this.placeFlags();
    if (!recoloured) return this.applyAttention();
    this.palette = readPalette(this.host, decor.palette);
    this.dressGround();
    this.exchangeElements();
    this.applyAttention();
  }

  useBackground(paint: BackgroundPaint | null): void {
    this.backdrop.use(paint);
    this.backdrop.paint(this.camera.now(), this.frame, this.palette);
  }

  /** The part to look at instead of everything, until the reader moves the picture. It is gone to by `bring`. */
  want(frame: NetworkFrame | null): void {
    this.wanted = frame;
  }

  /** Reads the colours again, after the theme was switched. */
  recolour(): void {
    this.palette = readPalette(this.host, this.decor.palette);
    this.drawnUnit = 0;
    this.dressGround();
    this.exchangeElements();
    if (!this.restyle()) this.applyAttention();
    this.backdrop.paint(this.camera.now(), this.frame, this.palette);
  }

  /** Everything in view, as the reader asked for. */
  fit(): void {
    this.wanted = null;
    this.bring();
  }

  /** The part that is wanted in view, else everything. */
  bring(): void {
    const { whole, nodes } = this.data;
    if (!whole && nodes.length === 0) return;
    const count = whole?.all?.ids.length ?? whole?.regions.reduce((sum, { size, parent }) => sum + (parent < 0 ? size : 0), 0) ?? 0;
    // In the end some hundred actors fill the window.
    if (!this.camera.fit(wholeExtent(this.data, this.frame), Math.max(8, Math.sqrt(count / 60)))) return;
    if (this.wanted) this.camera.look(this.wanted, this.frame);
    if (whole) this.ground.settle(this.camera.now());
    this.restyle();
  }

  zoomBy(factor: number): void {
    this.camera.zoomBy(factor);
  }

  panBy(offset: Point): void {
    this.camera.panBy(offset);
  }

  /** Opens the region in the middle of the window, as a click there would. */
  openMiddle(): void {
    this.pointer.open({ x: this.host.clientWidth / 2, y: this.host.clientHeight / 2 });
  }

  destroy(): void {
    clearTimeout(this.calm);
    this.leave.abort();
    this.exchange.stop();
    this.motion.stop();
    this.watcher.disconnect();
    this.pointer.destroy();
    this.ground.destroy();
    this.overlay.destroy();
    this.cy.destroy();
    this.host.replaceChildren();
  }

  private listen(): void {
    this.cy.on('dragpan pinchzoom scrollzoom', () => (this.camera.movedByReader = true));
    this.cy.on('viewport', () => {
      this.restyle(this.data.whole ? VERY_COARSE : COARSE);
      this.ground.move(this.camera.now());
      clearTimeout(this.calm);
      this.calm = setTimeout(() => this.settle(), CALM);
    });
    this.cy.on('render', () => {
      const now = this.camera.now();
      this.backdrop.paint(now, this.frame, this.palette);
      this.ground.paint(now);
      this.overlay.paint();
      this.placeFlags();
    });
    for (const query of CONTRAST_QUERIES)
      matchMedia(query).addEventListener('change', () => this.recolour(), { signal: this.leave.signal });
  }

  private placeFlags(): void {
    const { flags } = this.options;
    if (flags) placeFlags(flags, this.camera.now(), this.positions);
  }

  private settle(): void {
    if (this.data.whole) this.ground.settle(this.camera.now());
    if (!this.restyle(FINE)) this.applyAttention();
    this.report();
  }

  private report(): void {
    const isFitted = !this.camera.movedByReader && this.wanted === null;
    const viewport = { ...this.camera.viewport(this.frame), isFitted };
    this.options.onView?.(viewport, this.told(viewport));
  }

  private told(viewport: NetworkViewport): WhatIsInView {
    if (this.data.whole) return { regions: this.ground.around(viewport), actors: this.ground.countIn(viewport) };
    const { x1, y1, x2, y2 } = viewport;
    return { regions: [], actors: this.data.nodes.filter(({ x, y }) => x >= x1 && x <= x2 && y >= y1 && y <= y2).length };
  }

  private point(id: string | null): void {
    this.hovered = id;
    this.applyAttention();
  }

  private resized(): void {
    if (!this.camera.movedByReader) return this.bring();
    this.cy.resize();
    if (this.data.whole) this.ground.settle(this.camera.now());
    this.overlay.replace();
  }

  private dressGround(): void {
    if (this.data.whole) this.ground.dress(groundLook(this.data, this.decor, this.attention, this.palette));
  }

  private applyAttention(): void {
    const looked: Attention = this.hovered === null ? this.attention : { ...this.attention, focus: this.hovered, alsoChosen: [] };
    const { nodeWeights, tieWeights, lifted, changed } = weigh(this.data, looked, this.decor);
    this.elements.fade(nodeWeights, tieWeights);
    const scale = this.cy.zoom();
    this.overlay.tell({
      cy: this.cy,
      data: this.data,
      positions: this.positions,
      taken: () => this.backdrop.taken,
      palette: this.palette,
      weights: nodeWeights,
      lifted,
      changed,
      nodeMarks: this.decor.nodeMarks,
      pins: this.decor.pins,
      colourOf: colourBy(this.decor, this.palette),
      chosen: chosenIn(this.attention),
      pathEnds: this.attention.path.length > 1 ? [this.attention.path[0]!, this.attention.path.at(-1)!] : [],
      regions: this.ground.named().map((region) => ({ ...region, scale })),
      size: this.size(),
      reserved: this.options.movable ? ZOOM_BUTTONS : null,
    });
  }

  /** Size of marks and names against their nominal size: smaller on small pictures, a little larger when zoomed in. */
  private size(): number {
    const density = Math.min(1, Math.max(0.64, Math.min(this.host.clientWidth, this.host.clientHeight) / 700));
    // Of a large network regions are what one looks at from afar, and marks stand closer.
    const growth = this.data.whole
      ? Math.min(1.25, Math.max(0.66, 0.72 * this.camera.nearness ** 0.2))
      : Math.min(2, Math.max(0.8, this.camera.nearness ** 0.35));
    return density * growth;
  }

  private unit(): number {
    return this.size() / this.cy.zoom();
  }

  /** Gives marks and lines their size on the screen again after the zoom changed noticeably. True if it did. */
  private restyle(tolerance = FINE): boolean {
    const unit = this.unit();
    if (this.cy.elements().empty() || Math.abs(Math.log(unit / this.drawnUnit)) < tolerance) return false;
    // In one batch, so that each element is styled once.
    this.cy.batch(() => {
      this.elements.resize(this.data.nodes, unit);
      this.style(unit);
    });
    this.applyAttention();
    return true;
  }

  private style(unit: number): void {
    this.drawnUnit = unit;
    this.cy.style(stylesheet(this.palette, unit, this.data.whole ? 'straight' : 'bent'));
  }
}
