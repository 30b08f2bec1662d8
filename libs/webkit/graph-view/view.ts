import cytoscape, { type Core } from 'cytoscape';
import { elementsOf, tieId } from './elements';
import { emphasise, NO_ATTENTION, type Attention, type Weight } from './emphasis';
import { radiusOf, type NetworkCommunity, type NetworkNode, type NetworkTie, type Point } from './model';
import { CALM, Overlay } from './overlay';
import { readPalette, type Palette } from './palette';
import { boxOf, stylesheet } from './stylesheet';

/** Room kept around the marks for names, in CSS pixels. */
const MARGIN = { top: 60, side: 58, bottom: 32 };
/** How far sizes may be off while the picture moves, and when it stands: giving them anew takes longer than a frame. */
const COARSE = 0.3;
const FINE = 0.02;

/** The corner that the zoom buttons cover, in CSS pixels; no name goes there. */
const ZOOM_BUTTONS = { width: 66, height: 158 };
const FARTHEST_IN = 8;
const FARTHEST_OUT = 0.6;

export interface ViewOptions {
  /** False: a picture to look at; no zoom, no pan. */
  movable: boolean;
  onSelect: (id: string | null) => void;
}

export interface ViewData {
  nodes: readonly NetworkNode[];
  ties: readonly NetworkTie[];
  communities: readonly NetworkCommunity[];
}

/** Cytoscape would write an inline style sheet unless an element of this id is there; its one rule stands in graph-view.css. */
function forestallInlineStyles(): void {
  const id = '__________cytoscape_stylesheet';
  if (document.getElementById(id)) return;
  const marker = document.createElement('meta');
  marker.id = id;
  document.head.append(marker);
}

/**
 * The picture itself: Cytoscape draws marks and ties, a sheet beneath draws the grounds of communities, a sheet above the
 * rings and names. All three move together.
 */
export class NetworkView {
  private readonly cy: Core;
  private readonly overlay: Overlay;
  private readonly watcher: ResizeObserver;
  private palette: Palette;
  private data: ViewData = { nodes: [], ties: [], communities: [] };
  private attention: Attention = NO_ATTENTION;
  private hovered: string | null = null;
  private faded = new Set<string>();
  private fitZoom = 1;
  private drawnUnit = 0;
  private movedByReader = false;
  private calm: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: HTMLElement,
    private readonly options: ViewOptions,
  ) {
    forestallInlineStyles();
    this.palette = readPalette(host);
    const ground = document.createElement('div');
    ground.className = 'kn-network__cytoscape';
    this.overlay = new Overlay(host, ground);
    this.cy = cytoscape({
      container: ground,
      elements: [],
      layout: { name: 'preset' },
      autoungrabify: true,
      boxSelectionEnabled: false,
      selectionType: 'single',
      userZoomingEnabled: options.movable,
      userPanningEnabled: options.movable,
    });
    this.listen();
    this.watcher = new ResizeObserver(() => this.resized());
    this.watcher.observe(host);
    void document.fonts.ready.then(() => this.overlay.replace());
  }

  /** Shows other data; parts that stay keep their place. */
  show(data: ViewData): void {
    const before = new Set(this.data.nodes.map(({ id }) => id));
    this.data = data;
    const isNew = data.nodes.filter(({ id }) => !before.has(id)).length > before.size / 2;
    this.cy.batch(() => {
      const wanted = elementsOf(data.nodes, data.ties);
      const ids = new Set(wanted.map(({ data: { id } }) => id));
      this.cy
        .elements()
        .filter((element) => !ids.has(element.id()))
        .remove();
      for (const element of wanted) {
        const known = this.cy.getElementById(element.data.id!);
        if (known.empty()) this.cy.add(element);
        else known.data(element.data);
        if (!known.empty() && element.position) known.position(element.position);
      }
    });
    this.applyAttention();
    if (isNew) this.fit();
    else this.restyle();
  }

  attend(attention: Attention): void {
    const chosenAnew = attention.focus !== null && attention.focus !== this.attention.focus;
    this.attention = attention;
    this.applyAttention();
    if (chosenAnew) this.bringIntoView(attention.focus!);
  }

  /** Reads the colours again, after the theme was switched. */
  recolour(): void {
    this.palette = readPalette(this.host);
    this.drawnUnit = 0;
    this.restyle();
  }

  /** Everything in view. */
  fit(): void {
    const [width, height] = [this.host.clientWidth, this.host.clientHeight];
    if (width === 0 || height === 0 || this.cy.nodes().empty()) return;
    this.cy.resize();
    const { x1, y1, w, h } = this.extent();
    const side = Math.min(MARGIN.side, width * 0.14);
    const room = { width: width - 2 * side, height: height - MARGIN.top - MARGIN.bottom };
    const zoom = Math.min(room.width / Math.max(w, 1), room.height / Math.max(h, 1));
    this.fitZoom = zoom;
    this.cy.minZoom(zoom * FARTHEST_OUT);
    this.cy.maxZoom(zoom * FARTHEST_IN);
    this.cy.viewport({
      zoom,
      pan: { x: side + (room.width - w * zoom) / 2 - x1 * zoom, y: MARGIN.top + (room.height - h * zoom) / 2 - y1 * zoom },
    });
    this.movedByReader = false;
    this.restyle();
  }

  zoomBy(factor: number): void {
    this.movedByReader = true;
    const middle: Point = { x: this.host.clientWidth / 2, y: this.host.clientHeight / 2 };
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: middle });
  }

  panBy(offset: Point): void {
    this.movedByReader = true;
    this.cy.panBy(offset);
  }

  destroy(): void {
    clearTimeout(this.calm);
    this.watcher.disconnect();
    this.overlay.destroy();
    this.cy.destroy();
    this.host.replaceChildren();
  }

  private listen(): void {
    this.cy.on('tap', (event) => {
      this.options.onSelect(event.target === this.cy ? null : event.target.isNode() ? event.target.id() : null);
    });
    this.cy.on('mouseover', 'node', (event) => this.point(event.target.id()));
    this.cy.on('mouseout', 'node', () => this.point(null));
    this.cy.on('dragpan pinchzoom scrollzoom', () => (this.movedByReader = true));
    this.cy.on('viewport', () => {
      this.restyle(COARSE);
      this.overlay.moved();
      clearTimeout(this.calm);
      this.calm = setTimeout(() => this.restyle(FINE), CALM);
    });
    this.cy.on('render', () => this.overlay.paint());
  }

  private point(id: string | null): void {
    this.hovered = id;
    this.host.classList.toggle('kn-network__host--pointing', id !== null);
    this.applyAttention();
  }

  private resized(): void {
    if (this.movedByReader) {
      this.cy.resize();
      this.overlay.replace();
    } else this.fit();
  }

  private extent(): { x1: number; y1: number; w: number; h: number } {
    const positions = this.cy.nodes().map((node) => node.position());
    const [x1, y1] = [Math.min(...positions.map(({ x }) => x)), Math.min(...positions.map(({ y }) => y))];
    return { x1, y1, w: Math.max(...positions.map(({ x }) => x)) - x1, h: Math.max(...positions.map(({ y }) => y)) - y1 };
  }

  private applyAttention(): void {
    const looked: Attention = this.hovered === null ? this.attention : { ...this.attention, focus: this.hovered };
    const emphasis = emphasise(this.data.nodes, this.data.ties, looked);
    const nodeWeights = new Map<string, Weight>(this.data.nodes.map((node) => [node.id, emphasis.node(node)]));
    const tieWeights = this.data.ties.map((tie) => ({ id: tieId(tie), tie, weight: emphasis.tie(tie) }));
    this.filter(nodeWeights, tieWeights);
    this.overlay.tell({
      cy: this.cy,
      data: this.data,
      palette: this.palette,
      weights: nodeWeights,
      lifted: tieWeights.flatMap(({ id, tie, weight }) => (weight === 'near' || weight === 'path' ? [{ id, tie, role: weight }] : [])),
      chosen: this.attention.focus,
      pathEnds: this.attention.path.length > 1 ? [this.attention.path[0]!, this.attention.path.at(-1)!] : [],
      size: this.size(),
      reserved: this.options.movable ? ZOOM_BUTTONS : null,
    });
  }

  /** Fades what the legend has taken back; touches only what changed. */
  private filter(nodes: ReadonlyMap<string, Weight>, ties: readonly { id: string; weight: Weight }[]): void {
    const faded = new Set<string>();
    for (const [id, weight] of nodes) if (weight === 'filtered') faded.add(id);
    for (const { id, weight } of ties) if (weight === 'filtered') faded.add(id);
    this.cy.batch(() => {
      for (const id of faded) if (!this.faded.has(id)) this.cy.getElementById(id).addClass('filtered');
      for (const id of this.faded) if (!faded.has(id)) this.cy.getElementById(id).removeClass('filtered');
    });
    this.faded = faded;
  }

  /** Size of marks and names against their nominal size: smaller on small pictures, a little larger when zoomed in. */
  private size(): number {
    const density = Math.min(1, Math.max(0.64, Math.min(this.host.clientWidth, this.host.clientHeight) / 700));
    const growth = Math.min(2, Math.max(0.8, (this.cy.zoom() / this.fitZoom) ** 0.35));
    return density * growth;
  }

  /** Gives marks and lines their size on the screen again after the zoom changed noticeably. */
  private restyle(tolerance = FINE): void {
    const unit = this.size() / this.cy.zoom();
    if (Math.abs(unit / this.drawnUnit - 1) < tolerance) return;
    this.drawnUnit = unit;
    this.cy.batch(() => {
      for (const node of this.data.nodes) {
        const radius = radiusOf(node.degree) * unit;
        this.cy.getElementById(node.id).data({ box: boxOf(radius), disc: 2 * radius, ring: 2 * radius - 2.6 * unit });
      }
    });
    this.cy.style(stylesheet(this.palette, unit));
    this.applyAttention();
  }

  private bringIntoView(id: string): void {
    const node = this.cy.getElementById(id);
    if (node.empty() || !this.options.movable) return;
    const { x, y } = node.renderedPosition();
    const edge = 48;
    const inside = x > edge && y > edge && x < this.host.clientWidth - edge && y < this.host.clientHeight - edge;
    if (inside) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.movedByReader = true;
    if (still) this.cy.center(node);
    else this.cy.animate({ center: { eles: node }, duration: 180 });
  }
}
