import { setImmediate as others } from 'node:timers/promises';
import type { StructureElement } from 'pdfkit';
import { columnShares } from './column-shares';
import { INK, type PaperCell, type PaperSheet, type PaperTable } from './paper-sheet';

const PADDING = { x: 4, y: 3 };
const HEAD_GROUND = '#e8ecef';
const LINE = '#b8c2ca';

interface Column {
  x: number;
  width: number;
}

function columnsOf(sheet: PaperSheet, table: PaperTable): Column[] {
  let x = sheet.left;
  return columnShares(table).map((share) => {
    const column = { x, width: share * sheet.width };
    x += column.width;
    return column;
  });
}

/** No row is taller than what fits below the head on an empty page. */
function heightOf(sheet: PaperSheet, columns: readonly Column[], texts: readonly string[], bold: boolean): number {
  const tallest = Math.max(...texts.map((text, at) => sheet.heightOf(text, 'cell', columns[at]!.width - 2 * PADDING.x, bold)));
  return Math.min(tallest, (sheet.bottom - sheet.top) * 0.85) + 2 * PADDING.y;
}

function placeIn(column: Column, y: number, height: number) {
  return {
    size: 'cell' as const,
    x: column.x + PADDING.x,
    y: y + PADDING.y,
    width: column.width - 2 * PADDING.x,
    height: height - 2 * PADDING.y,
  };
}

function drawGround(sheet: PaperSheet, y: number, height: number): void {
  sheet.artifact('Layout', () => sheet.document.fillColor(HEAD_GROUND).rect(sheet.left, y, sheet.width, height).fill().fillColor(INK));
}

function drawLine(sheet: PaperSheet, y: number): void {
  sheet.artifact('Layout', () => {
    const { document } = sheet;
    document
      .lineWidth(0.5)
      .strokeColor(LINE)
      .moveTo(sheet.left, y)
      .lineTo(sheet.left + sheet.width, y)
      .stroke();
  });
}

/** The head of the table, in the structure tree once; on further pages it is repeated for the eye only. */
function writeHead(sheet: PaperSheet, names: readonly string[], columns: readonly Column[], within: StructureElement | null): void {
  const { document } = sheet;
  const { y } = document;
  const height = heightOf(sheet, columns, names, true);
  drawGround(sheet, y, height);
  const row = within && sheet.part('TR', within);
  for (const [at, name] of names.entries()) {
    const draw = () => sheet.draw(name, { ...placeIn(columns[at]!, y, height), bold: true });
    if (row) row.add(document.struct('TH', { scope: 'Column' }, [draw]));
    else sheet.artifact('Pagination', draw);
  }
  row?.end();
  document.y = y + height;
}

function writeRow(sheet: PaperSheet, cells: readonly PaperCell[], columns: readonly Column[], within: StructureElement): void {
  const { document } = sheet;
  const { y } = document;
  const height = heightOf(
    sheet,
    columns,
    cells.map(({ text }) => text),
    false,
  );
  const row = sheet.part('TR', within);
  for (const [at, cell] of cells.entries()) {
    const element = document.struct(at === 0 ? 'TH' : 'TD', at === 0 ? { scope: 'Row' } : {});
    row.add(element);
    sheet.words(element, cell, placeIn(columns[at]!, y, height));
    element.end();
  }
  row.end();
  drawLine(sheet, y + height);
  document.y = y + height;
}

/** A table with its head on every page; no row is torn apart. */
export async function writePaperTable(sheet: PaperSheet, within: StructureElement, table: PaperTable): Promise<void> {
  const columns = columnsOf(sheet, table);
  const heightOfRow = (row: readonly PaperCell[]) =>
    heightOf(
      sheet,
      columns,
      row.map(({ text }) => text),
      false,
    );
  sheet.document.y += 4;
  sheet.room(heightOf(sheet, columns, table.columns, true) + heightOfRow(table.rows[0]!));
  const element = sheet.part('Table', within);
  const head = sheet.part('THead', element);
  writeHead(sheet, table.columns, columns, head);
  head.end();
  const body = sheet.part('TBody', element);
  for (const row of table.rows) {
    // Setting text takes time: between two rows others are answered.
    await others();
    if (sheet.room(heightOfRow(row))) writeHead(sheet, table.columns, columns, null);
    writeRow(sheet, row, columns, body);
  }
  body.end();
  element.end();
  sheet.document.y += 8;
}
