import { HALF_BOX, KIND_SHAPES, NOMINAL } from '@knotenpunkt/kernel';
import type { Shape, Writing } from '@knotenpunkt/network/domain';
import type { PaperSheet } from '@knotenpunkt/platform/paper';

const GROUND = '#ffffff';
/** A name stands on a pale patch, so that ties do not run through its letters. */
const PATCH = 0.75;

type Drawn<Kind extends Shape['is']> = Extract<Shape, { is: Kind }>;

function drawMark(sheet: PaperSheet, { kind, at, radius, fill, halo }: Drawn<'mark'>): void {
  const scale = radius / NOMINAL;
  sheet.apart((document) => {
    document.translate(at.x, at.y).scale(scale).translate(-HALF_BOX, -HALF_BOX);
    if (halo > 0) {
      document
        .lineJoin('round')
        .lineWidth((2 * halo) / scale)
        .strokeColor(GROUND);
      document.path(KIND_SHAPES[kind]).stroke();
      // Nothing shows through the hole of the ring.
      if (kind === 'NETWORK') document.circle(HALF_BOX, HALF_BOX, NOMINAL).fillColor(GROUND).fill();
    }
    document.path(KIND_SHAPES[kind]).fillColor(fill).fill('even-odd');
  });
}

function drawLines(sheet: PaperSheet, { data, stroke, width, dash, opacity }: Drawn<'lines'>): void {
  sheet.apart((document) => {
    document.lineCap('round').lineWidth(width).strokeColor(stroke).strokeOpacity(opacity);
    if (dash) document.dash(dash[0], { space: dash[1] });
    document.path(data).stroke();
  });
}

function leftOf(sheet: PaperSheet, { at, align, text, size, bold }: Writing): { left: number; width: number } {
  const width = sheet.measure(text, size, bold);
  return { left: at.x - (align === 'start' ? 0 : align === 'end' ? width : width / 2), width };
}

function drawText(sheet: PaperSheet, writing: Writing): void {
  const { at, text, size, bold, fill, halo, turn = 0 } = writing;
  const { left, width } = leftOf(sheet, writing);
  sheet.apart((document) => {
    if (turn !== 0) document.rotate(-turn, { origin: [at.x, at.y] });
    if (halo > 0) {
      sheet.apart(() =>
        document
          .fillColor(GROUND)
          .fillOpacity(PATCH)
          .rect(left - 1, at.y - 0.78 * size, width + 2, size)
          .fill(),
      );
    }
    sheet.label(text, { x: left, base: at.y, size, bold, color: fill });
  });
}

function drawArea(sheet: PaperSheet, { corners, fill, opacity }: Drawn<'area'>): void {
  sheet.apart((document) =>
    document
      .fillColor(fill)
      .fillOpacity(opacity)
      .polygon(...corners.map(({ x, y }): [number, number] => [x, y]))
      .fill(),
  );
}

function drawRing(sheet: PaperSheet, { at, radius, stroke, width }: Drawn<'ring'>): void {
  sheet.apart((document) => document.lineWidth(width).strokeColor(stroke).circle(at.x, at.y, radius).stroke());
}

/** Draws shapes on the page that is open, as vectors and letters, from back to front. */
export function drawOnPaper(sheet: PaperSheet, shapes: readonly Shape[]): void {
  for (const shape of shapes) {
    if (shape.is === 'mark') drawMark(sheet, shape);
    else if (shape.is === 'lines') drawLines(sheet, shape);
    else if (shape.is === 'text') drawText(sheet, shape);
    else if (shape.is === 'ring') drawRing(sheet, shape);
    else drawArea(sheet, shape);
  }
}
