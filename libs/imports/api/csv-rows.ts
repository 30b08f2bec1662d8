import { parse } from 'csv-parse/sync';
import type { Refusal } from '@knotenpunkt/kernel';
import type { Row, RowCode } from '@knotenpunkt/imports/domain';
import { linesOf, type Line } from './lines';

/** A row of a table, or why the line is none. */
export interface ReadRow {
  line: number;
  row: Row | null;
  refusal: Refusal<RowCode> | null;
  /** Bytes of the file read so far. */
  bytes: number;
}

/** The table cannot be read at all; `message` is a sentence for whoever started the import. */
export class TableError extends Error {}

/** A text in quotation marks may go over so many lines. */
const MOST_LINES = 100;

/**
 * The rows of a CSV file with a header. A quotation mark that nobody closes costs its own line, not the rest of the file:
 * lines are put together only where that gives a row of the table.
 */
export async function* rowsOf(file: string, wanted: readonly string[]): AsyncGenerator<ReadRow> {
  let columns: string[] | null = null;
  const waiting: Line[] = [];
  for await (const line of linesOf(file)) {
    if (!columns) {
      columns = headerOf(line.text, wanted, file);
      continue;
    }
    waiting.push(line);
    yield* settled(waiting, columns, false);
  }
  if (columns) yield* settled(waiting, columns, true);
  else throw new TableError(`${file} is empty.`);
}

function headerOf(text: string, wanted: readonly string[], file: string): string[] {
  const read = recordOf(text.replace(/^\uFEFF/, ''));
  const columns = Array.isArray(read) ? read.map((column) => column.trim()) : [];
  const missing = wanted.filter((column) => !columns.includes(column));
  if (missing.length > 0) throw new TableError(`${file} has no column ${missing.join(', ')}. Its first line must name the columns.`);
  return columns;
}

/** Takes off the rows that are complete; one that is open waits for more lines until it has too many. */
function* settled(waiting: Line[], columns: readonly string[], atEnd: boolean): Generator<ReadRow> {
  while (waiting.length > 0) {
    const lines = linesOfFirst(waiting);
    if (lines === null && !atEnd && waiting.length < MOST_LINES) return;
    const first = waiting[0]!;
    const together = waiting.slice(0, lines ?? 1);
    const read = lines === null ? 'a quotation mark is not closed' : recordOf(together.map(({ text }) => text).join('\n'));
    // What lines together do not give, the first of them has spoilt.
    const fits = Array.isArray(read) && read.length === columns.length;
    const used = waiting.splice(0, fits ? together.length : 1);
    if (first.text.trim() !== '') yield { line: first.number, bytes: used.at(-1)!.bytes, ...toRow(read, columns, used) };
  }
}

/** How many lines the first record has: as many as leave no quotation mark open; null: more than there are. */
function linesOfFirst(waiting: readonly Line[]): number | null {
  let quotes = 0;
  const end = waiting.findIndex(({ text }) => (quotes += quotesIn(text)) % 2 === 0);
  return end < 0 ? null : end + 1;
}

function toRow(read: string[] | string, columns: readonly string[], lines: readonly Line[]): Pick<ReadRow, 'row' | 'refusal'> {
  if (!Array.isArray(read)) return { row: null, refusal: { code: 'NOT_READABLE', params: { reason: read } } };
  if (read.length !== columns.length)
    return { row: null, refusal: { code: 'COLUMNS_DIFFER', params: { found: read.length, wanted: columns.length } } };
  if (!lines.every(({ readable }) => readable)) return { row: null, refusal: { code: 'NOT_UTF8' } };
  return { row: Object.fromEntries(columns.map((column, at) => [column, read[at]])), refusal: null };
}

function quotesIn(text: string): number {
  return text.split('"').length - 1;
}

/** The fields of one record, or what is wrong with it. */
function recordOf(text: string): string[] | string {
  // Most lines have no quotation marks and need no parser.
  if (!text.includes('"')) return text.split(',');
  try {
    const [record = []] = parse(text, { relax_column_count: true });
    return record;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/ at line \d+/, '') : String(error);
  }
}
