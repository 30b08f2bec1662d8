import { parentPort, workerData } from 'node:worker_threads';
import { readSheet } from 'read-excel-file/universal';

// Entry of the worker thread: one workbook in, the cells of its first sheet out. Imports packages only, so that Node runs it from source.

interface Asked {
  workbook: ArrayBuffer;
  mostRows: number;
  mostColumns: number;
  mostCharacters: number;
}

const { workbook, mostRows, mostColumns, mostCharacters } = workerData as Asked;

const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

/** A cell as text: days as YYYY-MM-DD, of a formula what it gave when it was last saved, and what looks like one is text like any other. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  const text = String(cell).slice(0, mostCharacters);
  // Whoever keeps it cannot hold these.
  return text.replace(UNPRINTABLE, '').toWellFormed();
}

readSheet(workbook)
  .then((rows: readonly (readonly unknown[])[]) =>
    rows.length > mostRows
      ? { tooMany: rows.length }
      : { rows: rows.map((cells) => Array.from(cells.slice(0, mostColumns), textOf)), tooMany: null },
  )
  .catch(() => ({ broken: true }))
  .then((answer) => parentPort!.postMessage(answer));
