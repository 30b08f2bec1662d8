import { Readable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import { CsvError, parse } from 'csv-parse';

// Entry of the worker thread: the bytes of a CSV file in, its rows out, some hundred at a time and only when asked for more.
// Imports packages only, so that Node runs it from source.

interface Asked {
  file: ArrayBuffer;
  mostRows: number;
  mostColumns: number;
  mostCharacters: number;
}

const { file, mostRows, mostColumns, mostCharacters } = workerData as Asked;
const bytes = new Uint8Array(file);

const BATCH = 500;
/** So many characters are handed over at once, whatever the number of rows. */
const HEAVY = 1_000_000;
/** Empty cells behind the last column are common, and cost memory before their line has ended: Excel has no more columns than this. */
const MOST_FIELDS = 16_384;
const PIECE = 64 * 1024;
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
/** Bytes that stand for nothing in Windows-1252. */
const NOTHING_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

class Refused extends Error {
  readonly code: string;
  readonly params: Record<string, number>;
  constructor(code: string, params: Record<string, number> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** UTF-16 by its mark or by where its zeros stand, UTF-8 by its mark or because it is, else Windows-1252; what is none of these is no text. */
function encodingOf(): { name: string; skip: number } {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return { name: 'utf-16le', skip: 2 };
  if (a === 0xfe && b === 0xff) return { name: 'utf-16be', skip: 2 };
  const skip = a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
  const head = Math.min(bytes.length, 4_096);
  const zeros = [0, 0];
  for (let at = 0; at < head; at++) if (bytes[at] === 0) zeros[at % 2]! += 1;
  if (skip === 0 && zeros[1]! > head / 6 && zeros[0] === 0) return { name: 'utf-16le', skip };
  if (skip === 0 && zeros[0]! > head / 6 && zeros[1] === 0) return { name: 'utf-16be', skip };
  const odd = oddBytes(skip);
  if (odd.controls > 0) throw new Refused('TABLE_GARBAGE');
  if (isUtf8(skip)) return { name: 'utf-8', skip };
  // A German text has a letter beyond ASCII now and then; noise is half of them.
  if (skip > 0 || odd.undefined > 0 || odd.high > bytes.length * 0.3) throw new Refused('TABLE_GARBAGE');
  return { name: 'windows-1252', skip };
}

function oddBytes(from: number): { controls: number; undefined: number; high: number } {
  const found = { controls: 0, undefined: 0, high: 0 };
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a) found.controls += 1;
    else if (byte >= 0x80) {
      found.high += 1;
      if (NOTHING_IN_1252.has(byte)) found.undefined += 1;
    }
  }
  return found;
}

function isUtf8(from: number): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = from; at < bytes.length; at += PIECE) decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function* textsOf({ name, skip }: { name: string; skip: number }): Generator<string> {
  const decoder = new TextDecoder(name, { fatal: true });
  for (let at = skip; at < bytes.length; at += PIECE) {
    const text = decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
    if (name.startsWith('utf-16') && /[\u0000-\u0006]/.test(text)) throw new Refused('TABLE_GARBAGE');
    yield text;
  }
  yield decoder.decode();
}

/** The sign that parts the columns of the first line with words, and how far Excel's own "sep=;" reaches. */
function delimiterOf(head: string): { delimiter: string; from: number } {
  const said = /^sep=(.)\r?\n/i.exec(head);
  if (said) return { delimiter: said[1]!, from: said[0].length };
  const line = head.split(/\r?\n|\r/).find((each) => each.replace(/[;,\t|"\s]/g, '') !== '') ?? '';
  const bare = line.replace(/"[^"]*"/g, '');
  const counts = [';', '\t', ',', '|'].map((sign) => [sign, bare.split(sign).length] as const);
  const [delimiter] = counts.reduce((best, each) => (each[1] > best[1] ? each : best));
  return { delimiter, from: 0 };
}

/** Files of other kinds that are text as well. */
function refuseOtherKinds(head: string): void {
  if (/^\s*(<\?xml|<!doctype|<html|<svg|<script|<[a-z]+[\s>]|%PDF|\{\\rtf|#!|MZ\b|GIF8)/i.test(head))
    throw new Refused('TABLE_KIND_UNKNOWN');
}

function parserFor(delimiter: string) {
  return parse({
    delimiter,
    quote: delimiter === '\t' ? null : '"',
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    // A quotation mark that nobody closes makes one record of the rest of the file.
    max_record_size: mostCharacters * 8,
    info: true,
    // Before its line has ended, while there is memory left to say so.
    cast: (field, { index }) => {
      if (index >= MOST_FIELDS) throw new Refused('TABLE_TOO_MANY_COLUMNS', { max: mostColumns });
      return field;
    },
  });
}

async function rowsOut(): Promise<void> {
  const texts = textsOf(encodingOf());
  const head = (texts.next().value as string | undefined) ?? '';
  refuseOtherKinds(head);
  const { delimiter, from } = delimiterOf(head);
  const parser = parserFor(delimiter);
  const source = Readable.from(
    (function* () {
      yield head.slice(from);
      yield* texts;
    })(),
  );
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let waiting: { number: number; cells: string[] }[] = [];
  let [rows, weight] = [0, 0];
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    const cells = record.map((cell) => textOf(cell, info.lines));
    while (cells.at(-1) === '') cells.pop();
    if (cells.length === 0) continue;
    if (cells.length > mostColumns) throw new Refused('TABLE_TOO_MANY_COLUMNS', { max: mostColumns });
    if (++rows > mostRows) throw new Refused('SHEET_TOO_MANY_ROWS', { max: mostRows - 1 });
    waiting.push({ number: info.lines + (from > 0 ? 1 : 0), cells });
    weight += cells.reduce((sum, cell) => sum + cell.length, 0);
    if (waiting.length < BATCH && weight < HEAVY) continue;
    await send(waiting);
    [waiting, weight] = [[], 0];
  }
  if (waiting.length > 0) await send(waiting);
}

function textOf(cell: string, line: number): string {
  if (cell.length > mostCharacters) throw new Refused('TABLE_CELL_TOO_LONG', { line, max: mostCharacters });
  return cell.replace(UNPRINTABLE, '').toWellFormed().trim();
}

/** Hands rows over and waits until more are wanted, so that never more than these are in memory. */
function send(rows: { number: number; cells: string[] }[]): Promise<void> {
  return new Promise((resolve) => {
    parentPort!.once('message', () => resolve());
    parentPort!.postMessage({ rows });
  });
}

function refusalOf(error: unknown): { code: string; params: Record<string, number> } {
  if (error instanceof Refused) return error;
  if (error instanceof CsvError) {
    const line = Number(error['lines'] ?? 0);
    if (error.code === 'CSV_MAX_RECORD_SIZE') return { code: 'TABLE_CELL_TOO_LONG', params: { line, max: mostCharacters } };
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') return { code: 'TABLE_QUOTE_OPEN', params: { line } };
    return { code: 'TABLE_QUOTE_OPEN', params: { line } };
  }
  return { code: 'TABLE_GARBAGE', params: {} };
}

rowsOut()
  .then(
    () => ({ done: true }),
    (error: unknown) => {
      const { code, params } = refusalOf(error);
      return { refused: { code, params } };
    },
  )
  .then((answer) => parentPort!.postMessage(answer));
