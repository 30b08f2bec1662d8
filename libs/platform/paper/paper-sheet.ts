import type PDFDocument from 'pdfkit';
import type { StructureElement } from 'pdfkit';

/** A stretch of text; `address` is a page within the region (`/allianzen/dranbleiben`), or null. */
export interface PaperCell {
  text: string;
  address: string | null;
}

/** Every row has a cell for every column; the first one names the row. */
export interface PaperTable {
  columns: readonly string[];
  rows: readonly (readonly PaperCell[])[];
}

export const INK = '#1b2733';
const LINK = '#0b4f8a';

const SIZES = { heading1: 18, heading2: 13, text: 9.5, cell: 8.5, foot: 8 };
type Size = keyof typeof SIZES;

/** Signs that the font does not have are shown as one that says so: without a glyph a reader of the text would find nothing. */
const REPLACEMENT = '\u{fffd}';

/** Pages that are written from top to bottom, every stretch of text in its place in the structure tree. */
export class PaperSheet {
  readonly root: StructureElement;
  /** Heights of texts: the same is asked for when a row is placed and when it is written. */
  private readonly heights = new Map<string, number>();

  constructor(
    readonly document: PDFDocument,
    private readonly linkTo: (path: string) => string,
  ) {
    this.root = document.struct('Document');
    document.addStructure(this.root);
  }

  get left(): number {
    return 56;
  }

  get width(): number {
    return this.document.page.width - 2 * this.left;
  }

  /** Where the text of a page begins and ends. */
  get top(): number {
    return 56;
  }

  get bottom(): number {
    return this.document.page.height - 64;
  }

  part(type: string, within: StructureElement = this.root): StructureElement {
    const part = this.document.struct(type);
    within.add(part);
    return part;
  }

  heading(within: StructureElement, level: 1 | 2, text: string): void {
    const size = level === 1 ? 'heading1' : 'heading2';
    const height = this.heightOf(text, size, this.width, true);
    // A heading alone at the foot of a page says nothing: there must be room for some lines after it.
    this.room(height + 72);
    if (level === 2) this.document.y += 14;
    this.document.outline.addItem(text);
    within.add(this.document.struct(`H${level}`, {}, [() => this.draw(text, { size, bold: true })]));
    this.document.y += 4;
  }

  paragraph(within: StructureElement, cell: PaperCell): void {
    this.room(this.heightOf(cell.text, 'text', this.width));
    const paragraph = this.part('P', within);
    this.words(paragraph, cell, { size: 'text' });
    paragraph.end();
    this.document.y += 5;
  }

  list(within: StructureElement, items: readonly PaperCell[]): void {
    if (items.length === 0) return;
    const list = this.part('L', within);
    for (const item of items) {
      this.room(this.heightOf(item.text, 'text', this.width - 12));
      const entry = this.part('LI', list);
      const at = this.document.y;
      entry.add(this.document.struct('Lbl', {}, [() => this.draw('•', { size: 'text', y: at, width: 12 })]));
      const body = this.part('LBody', entry);
      this.words(body, item, { size: 'text', x: this.left + 12, y: at, width: this.width - 12 });
      entry.end();
      this.document.y += 3;
    }
    list.end();
    this.document.y += 4;
  }

  /** Text within an element: as a link where it leads somewhere. */
  words(within: StructureElement, { text, address }: PaperCell, place: Parameters<PaperSheet['draw']>[1]): void {
    if (address === null) {
      within.add(() => this.draw(text, place));
      return;
    }
    const url = this.linkTo(address);
    const link = this.document.struct('Link', { alt: text });
    within.add(link);
    const { x, y, width, height } = this.placed(place);
    link.add(() => this.draw(text, { ...place, color: LINK, underline: true }));
    const tall = Math.min(this.heightOf(text, place.size, width), height ?? Infinity);
    const wide = Math.min(width, this.widthOf(text, place.size));
    this.document.link(x, y, wide, tall, url, { structParent: link, Contents: Object(text) as object });
    link.end();
  }

  draw(
    text: string,
    place: {
      size: Size;
      bold?: boolean;
      color?: string;
      underline?: boolean;
      x?: number;
      y?: number;
      width?: number;
      height?: number;
      align?: 'left' | 'right';
    },
  ): void {
    const { x, y, width, height } = this.placed(place);
    this.use(place.size, place.bold).fillColor(place.color ?? INK);
    const cut = height === undefined ? {} : { height, ellipsis: true };
    this.document.text(this.shown(text), x, y, { width, align: place.align ?? 'left', underline: place.underline ?? false, ...cut });
  }

  heightOf(text: string, size: Size, width: number, bold = false): number {
    const key = `${size} ${width} ${bold} ${text}`;
    const known = this.heights.get(key);
    if (known !== undefined) return known;
    const height = this.use(size, bold).heightOfString(this.shown(text), { width });
    this.heights.set(key, height);
    return height;
  }

  /** Begins a new page where so much does not fit any more; tells whether it did. */
  room(height: number): boolean {
    if (this.document.y + height <= this.bottom) return false;
    this.newPage();
    return true;
  }

  newPage(): void {
    this.document.addPage();
    this.document.y = this.top;
  }

  /** What stands on the page and tells nothing: lines, and what is repeated. */
  artifact(type: 'Pagination' | 'Layout', draw: () => void): void {
    this.document.markContent('Artifact', { type });
    draw();
    this.document.endMarkedContent();
  }

  /** Page numbers, and the end of the document. */
  end(): void {
    const { start, count } = this.document.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      this.document.switchToPage(page);
      const place = { size: 'foot' as const, y: this.bottom + 16, height: 12, align: 'right' as const };
      this.artifact('Pagination', () => this.draw(`${page + 1} / ${count}`, place));
    }
    this.root.end();
    this.document.end();
  }

  /** How wide a text of this size is, in points. */
  measure(text: string, size: number, bold: boolean): number {
    return this.document
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .widthOfString(this.shown(text));
  }

  /** Draws with colours, widths and places of its own: what comes afterwards finds them as they were. */
  apart(draw: (document: PDFDocument) => void): void {
    // Keeps the state of the pen; there is no row.
    // eslint-disable-next-line workshop/versioned-writes
    this.document.save();
    draw(this.document);
    this.document.restore();
  }

  /** Writes one line from here to the right, wherever the writing of the page stands. */
  label(text: string, place: { x: number; base: number; size: number; bold: boolean; color: string }): void {
    const { x, y } = this.document;
    this.document
      .font(place.bold ? 'bold' : 'regular')
      .fontSize(place.size)
      .fillColor(place.color)
      .text(this.shown(text), place.x, place.base, { lineBreak: false, baseline: 'alphabetic' });
    this.document.x = x;
    this.document.y = y;
  }

  private placed({ x, y, width, height }: { x?: number; y?: number; width?: number; height?: number }) {
    return { x: x ?? this.left, y: y ?? this.document.y, width: width ?? this.width, height };
  }

  private widthOf(text: string, size: Size): number {
    return this.use(size).widthOfString(this.shown(text));
  }

  private use(size: Size, bold = false): PDFDocument {
    return this.document.font(bold ? 'bold' : 'regular').fontSize(SIZES[size]);
  }

  private shown(text: string): string {
    const { font } = this.document._font;
    return [...text].map((sign) => (/\s/.test(sign) || font.hasGlyphForCodePoint(sign.codePointAt(0)!) ? sign : REPLACEMENT)).join('');
  }
}
