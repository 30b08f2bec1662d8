/** What is used of pdfkit, which brings no types. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream';

  /** An element of the structure tree. What a function among its children draws belongs to it, once it hangs in the tree. */
  export interface StructureElement {
    add(child: StructureElement | (() => void)): this;
    end(): void;
  }

  interface TextOptions {
    width?: number;
    height?: number;
    ellipsis?: boolean;
    align?: 'left' | 'right';
    underline?: boolean;
    lineBreak?: false;
    baseline?: 'alphabetic';
  }

  export default class PDFDocument extends Readable {
    constructor(options: {
      size: 'A4' | 'A3';
      layout: 'portrait' | 'landscape';
      margins: { top: number; bottom: number; left: number; right: number };
      tagged: true;
      subset: 'PDF/UA';
      pdfVersion: '1.7';
      lang: string;
      displayTitle: true;
      bufferPages: true;
      /** Null: none before one is chosen. A font that is opened twice is opened anew at each use. */
      font: null;
      info: { Title: string; Author: string };
    });
    /** The part of PDF/UA that is met, for the metadata. */
    subset: string;
    readonly page: { width: number; height: number };
    x: number;
    y: number;
    readonly outline: { addItem(title: string): unknown };
    /** The font in use, as fontkit reads it. */
    readonly _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } };
    registerFont(name: string, font: Uint8Array): this;
    font(name: string): this;
    fontSize(points: number): this;
    fillColor(color: string): this;
    strokeColor(color: string): this;
    lineWidth(points: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    /** The data of an SVG path. */
    path(data: string): this;
    polygon(...corners: [x: number, y: number][]): this;
    circle(x: number, y: number, radius: number): this;
    lineCap(cap: 'butt' | 'round'): this;
    lineJoin(join: 'miter' | 'round'): this;
    dash(length: number, options: { space: number }): this;
    undash(): this;
    fillOpacity(opacity: number): this;
    strokeOpacity(opacity: number): this;
    save(): this;
    restore(): this;
    translate(x: number, y: number): this;
    scale(factor: number): this;
    rotate(degrees: number, options: { origin: [x: number, y: number] }): this;
    fill(rule?: 'even-odd'): this;
    stroke(): this;
    text(text: string, x: number, y: number, options?: TextOptions): this;
    heightOfString(text: string, options: TextOptions): number;
    widthOfString(text: string): number;
    /** `Contents` is a string as an object: pdfkit writes plain ones as names. */
    link(
      x: number,
      y: number,
      width: number,
      height: number,
      url: string,
      options: { structParent: StructureElement; Contents: object },
    ): this;
    addPage(): this;
    bufferedPageRange(): { start: number; count: number };
    switchToPage(page: number): this;
    struct(
      type: string,
      options?: { scope?: 'Column' | 'Row'; alt?: string; bbox?: [left: number, top: number, right: number, bottom: number] },
      children?: (() => void)[],
    ): StructureElement;
    addStructure(element: StructureElement): this;
    markContent(tag: 'Artifact', options?: { type: 'Pagination' | 'Layout' }): this;
    endMarkedContent(): this;
    end(): void;
  }
}
