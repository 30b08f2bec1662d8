import { parentPort, workerData } from 'node:worker_threads';
import { fromBufferPromise, type Entry } from 'yauzl';

// Entry of the worker thread: a workbook in, the rows of the first sheet it shows out, some hundred at a time and only when asked for more.
// No part is ever unpacked as a whole. Imports packages only, so that Node runs it from source.

interface Asked {
  file: ArrayBuffer;
  mostRows: number;
  mostColumns: number;
  mostCharacters: number;
  mostSheets: number;
}

const { file, mostRows, mostColumns, mostCharacters, mostSheets } = workerData as Asked;

const BATCH = 500;
/** So many characters are handed over at once, whatever the number of rows. */
const HEAVY = 1_000_000;
/** Of one row. Cells that share a text cost nothing in the file. */
const HEAVIEST_ROW = 8 * mostCharacters;
/** Excel has no more of them. */
const MOST_STYLES = 65_490;
/** No tag of a workbook comes near. */
const LONGEST_TAG = 32 * 1024;
/** All texts that cells share, in bytes. */
const MOST_SHARED = 64 * 1024 * 1024;
/** Rows without anything in them are skipped, but not for ever: Excel has so many. */
const MOST_ELEMENTS = 1_048_576;
/** Cells, empty ones among them. */
const MOST_LOOKED_AT = 2 * mostRows * mostColumns;
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const BUILT_IN_DAYS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

class Refused extends Error {
  readonly code: string;
  readonly params: Record<string, number>;
  constructor(code: string, params: Record<string, number> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

interface Hearer {
  open(name: string, tag: string): void;
  close(name: string): void;
  text?(raw: string): void;
  /** After each piece of the part. */
  pause?(): Promise<void>;
}

const tooLong = () => new Refused('TABLE_CELL_TOO_LONG', { line: 0, max: mostCharacters });

/** Reads XML as it comes, and knows nothing of document types, entities of its own or anything that lies elsewhere. */
async function scan(part: AsyncIterable<Buffer>, hearer: Hearer): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const piece of part) {
    // In another encoding it could say anything unseen.
    if (piece.includes(0)) throw new Refused('SHEET_UNSAFE');
    rest = feed(rest + decoder.decode(piece, { stream: true }), hearer);
    await hearer.pause?.();
  }
}

/** Tells what is complete and gives back what is not. */
function feed(xml: string, hearer: Hearer): string {
  for (let at = 0; ;) {
    const start = xml.indexOf('<', at);
    if (start < 0) {
      const open = xml.lastIndexOf('&');
      const end = open >= at && xml.length - open < 12 && !xml.includes(';', open) ? open : xml.length;
      if (end > at) hearer.text?.(xml.slice(at, end));
      return xml.slice(end);
    }
    if (start > at) hearer.text?.(xml.slice(at, start));
    const end = endOfTag(xml, start);
    if (end < 0) {
      if (xml.length - start > LONGEST_TAG) throw new Refused('SHEET_TOO_LARGE');
      return xml.slice(start);
    }
    const first = xml.charCodeAt(start + 1);
    if (first === 47) hearer.close(nameOf(xml.slice(start + 2, end)));
    else if (first !== 33 && first !== 63) {
      const tag = xml.slice(start + 1, end);
      const name = nameOf(tag);
      hearer.open(name, tag);
      if (tag.endsWith('/')) hearer.close(name);
    }
    at = end + 1;
  }
}

function endOfTag(xml: string, start: number): number {
  if (xml.charCodeAt(start + 1) === 33) {
    if (xml.length - start < 4) return -1;
    // No workbook declares a document type; entities, with which a few bytes become many, need one.
    if (!xml.startsWith('<!--', start)) throw new Refused('SHEET_UNSAFE');
    const end = xml.indexOf('-->', start + 4);
    return end < 0 ? -1 : end + 2;
  }
  // A ">" between quotation marks ends nothing. Each sign is looked at once.
  for (let at = start + 1, quote = 0; at < xml.length; at++) {
    const sign = xml.charCodeAt(at);
    if (quote !== 0) quote = sign === quote ? 0 : quote;
    else if (sign === 62) return at;
    else if (sign === 34 || sign === 39) quote = sign;
  }
  return -1;
}

function nameOf(tag: string): string {
  const name = /^[^\s/>]+/.exec(tag)?.[0] ?? '';
  return name.slice(name.indexOf(':') + 1);
}

/** What a tag says under a name; the common way of writing it is looked for first. */
function attribute(tag: string, name: string): string | null {
  const at = tag.indexOf(` ${name}="`);
  if (at >= 0) return tag.slice(at + name.length + 3, tag.indexOf('"', at + name.length + 3));
  if (!tag.includes(name)) return null;
  for (const [, found, , double, single] of tag.matchAll(ATTRIBUTE)) if (found === name) return double ?? single!;
  return null;
}

const ATTRIBUTE = /\s([\w.:-]+)\s*=\s*("([^"]*)"|'([^']*)')/g;
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(raw: string): string {
  if (!raw.includes('&') && !raw.includes('_x')) return raw;
  return raw
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (all, decimal: string, hex: string, name: string) => {
      if (name !== undefined) return ENTITIES[name] ?? all;
      const code = decimal ? Number(decimal) : parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Many texts outside the heap. */
class Texts {
  private bytes = Buffer.alloc(1 << 16);
  private ends = new Uint32Array(1 << 10);
  private count = 0;

  add(text: string): void {
    const from = this.count === 0 ? 0 : this.ends[this.count - 1]!;
    const length = Buffer.byteLength(text);
    if (from + length > MOST_SHARED || this.count > 8_000_000) throw new Refused('SHEET_TOO_LARGE');
    while (from + length > this.bytes.length) this.bytes = Buffer.concat([this.bytes, Buffer.alloc(this.bytes.length)]);
    if (this.count === this.ends.length) {
      const more = new Uint32Array(this.count * 2);
      more.set(this.ends);
      this.ends = more;
    }
    this.bytes.write(text, from);
    this.ends[this.count++] = from + length;
  }

  at(index: number): string {
    if (!Number.isInteger(index) || index < 0 || index >= this.count) return '';
    return this.bytes.toString('utf8', index === 0 ? 0 : this.ends[index - 1]!, this.ends[index]!);
  }
}

/** Collects the text of one cell, which may come in pieces. */
class Cell {
  private raw = '';
  add(raw: string): void {
    this.raw += raw;
    if (this.raw.length > mostCharacters * 2) throw tooLong();
  }
  take(): string {
    const text = unescaped(this.raw).replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '').toWellFormed();
    this.raw = '';
    if (text.length > mostCharacters) throw tooLong();
    return text;
  }
}

function sharedTexts(texts: Texts): Hearer {
  const cell = new Cell();
  let [inText, spoken] = [false, 0];
  return {
    open(name) {
      if (name === 'rPh') spoken += 1;
      inText = name === 't' && spoken === 0;
    },
    close(name) {
      if (name === 'rPh') spoken -= 1;
      if (name === 't') inText = false;
      if (name === 'si') texts.add(cell.take());
    },
    text: (raw) => void (inText && cell.add(raw)),
  };
}

/** Which styles show a number as a day. */
function dayStyles(): Hearer & { days: Set<number> } {
  const custom = new Set<number>();
  const days = new Set<number>();
  let [inCells, style] = [false, 0];
  return {
    days,
    open(name, tag) {
      const format = Number(attribute(tag, 'numFmtId'));
      if (name === 'numFmt' && /[dy]/i.test((attribute(tag, 'formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')))
        custom.add(format);
      if (custom.size > MOST_STYLES || style > MOST_STYLES) throw new Refused('SHEET_TOO_LARGE');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        if (BUILT_IN_DAYS.has(format) || custom.has(format)) days.add(style);
        style += 1;
      }
    },
    close: (name) => void (name === 'cellXfs' && (inCells = false)),
  };
}

function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : null;
}

function dayOf(serial: number, from1904: boolean): string {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial + (from1904 ? 1_462 : 0)) * 86_400_000);
  return Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10);
}

interface Known {
  texts: Texts;
  days: ReadonlySet<number>;
  from1904: boolean;
}

function sheetRows({ texts, days, from1904 }: Known): Hearer & { end(): Promise<void> } {
  const cell = new Cell();
  let waiting: { number: number; cells: string[] }[] = [];
  let [rows, elements, number, column, looked] = [0, 0, 0, -1, 0];
  let cells: string[] = [];
  let type: string | null = null;
  let style = 0;
  let [inValue, spoken] = [false, 0];
  let [weight, ofRow] = [0, 0];

  const valueOf = (said: string): string => {
    if (type === 's') return texts.at(Number(said));
    if (type !== null && type !== 'n') return type === 'd' ? said.slice(0, 10) : said;
    const figure = Number(said);
    if (said === '' || Number.isNaN(figure)) return said;
    return days.has(style) ? dayOf(figure, from1904) : String(figure);
  };
  const flush = async () => {
    const full = waiting;
    [waiting, weight] = [[], 0];
    if (full.length > 0) await send(full);
  };
  return {
    open(name, tag) {
      if (name === 'row') {
        if (++elements > MOST_ELEMENTS) throw new Refused('SHEET_TOO_LARGE');
        // Rows stand in their order, each once.
        number = Math.max(Number(attribute(tag, 'r') ?? 0) || 0, number + 1);
        if (number > 10 * MOST_ELEMENTS) throw new Refused('FILE_BROKEN');
        [cells, column, ofRow] = [[], -1, 0];
      } else if (name === 'c') {
        if (++looked > MOST_LOOKED_AT) throw new Refused('SHEET_TOO_LARGE');
        column = columnOf(attribute(tag, 'r')) ?? column + 1;
        type = attribute(tag, 't');
        style = Number(attribute(tag, 's') ?? 0);
      } else if (name === 'rPh') spoken += 1;
      else inValue = (name === 'v' || name === 't') && spoken === 0;
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'rPh') spoken -= 1;
      else if (name === 'c') {
        const value = valueOf(cell.take()).trim();
        if (value === '') return;
        if (column >= mostColumns) throw new Refused('TABLE_TOO_MANY_COLUMNS', { max: mostColumns });
        while (cells.length < column) cells.push('');
        cells[column] = value;
        ofRow += value.length;
        if (ofRow > HEAVIEST_ROW) throw new Refused('SHEET_TOO_LARGE');
      } else if (name === 'row' && cells.length > 0) {
        if (++rows > mostRows) throw new Refused('SHEET_TOO_MANY_ROWS', { max: mostRows - 1 });
        waiting.push({ number, cells });
        weight += ofRow;
      }
    },
    text: (raw) => void (inValue && cell.add(raw)),
    pause: async () => void ((waiting.length >= BATCH || weight >= HEAVY) && (await flush())),
    end: flush,
  };
}

/** Where the sheet of a tag lies is said under this id, whose prefix each workbook chooses. */
function relationOf(tag: string): string | undefined {
  const [, , , double, single] = [...tag.matchAll(ATTRIBUTE)].find(([, name]) => name!.endsWith(':id')) ?? [];
  return double ?? single;
}

/** Hands rows over and waits until more are wanted, so that never more than these are in memory. */
function send(rows: { number: number; cells: string[] }[]): Promise<void> {
  return new Promise((resolve) => {
    parentPort!.once('message', () => resolve());
    parentPort!.postMessage({ rows });
  });
}

async function rowsOut(): Promise<void> {
  const zip = await fromBufferPromise(Buffer.from(file), { lazyEntries: true, validateEntrySizes: true, autoClose: false });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  const read = async (name: string, hearer: Hearer) => {
    const entry = entries.get(name);
    if (entry) await scan((await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>, hearer);
    return entry !== undefined;
  };
  const shown: (string | undefined)[] = [];
  let [sheets, from1904] = [0, false];
  await read('xl/workbook.xml', {
    open(name, tag) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute(tag, 'date1904') ?? '');
      if (name !== 'sheet') return;
      if (++sheets > mostSheets) throw new Refused('TABLE_TOO_MANY_SHEETS', { max: mostSheets });
      if (!/hidden/i.test(attribute(tag, 'state') ?? '')) shown.push(relationOf(tag));
    },
    close: () => undefined,
  });
  let target = 'worksheets/sheet1.xml';
  await read('xl/_rels/workbook.xml.rels', {
    open: (name, tag) =>
      void (name === 'Relationship' && attribute(tag, 'Id') === shown[0] && (target = attribute(tag, 'Target') ?? target)),
    close: () => undefined,
  });
  const types = { macros: false };
  await read('[Content_Types].xml', { open: (_, tag) => void (types.macros ||= /macroEnabled/i.test(tag)), close: () => undefined });
  if (types.macros) throw new Refused('SHEET_HAS_MACROS');
  const texts = new Texts();
  await read('xl/sharedStrings.xml', sharedTexts(texts));
  const styles = dayStyles();
  await read('xl/styles.xml', styles);
  const rows = sheetRows({ texts, days: styles.days, from1904 });
  // A sheet that lies outside the workbook is not looked for.
  const found = await read(target.startsWith('/') ? target.slice(1) : `xl/${target}`, rows);
  if (!found) throw new Refused('FILE_BROKEN');
  await rows.end();
}

rowsOut()
  .then(
    () => ({ done: true }),
    (error: unknown) => ({
      refused: error instanceof Refused ? { code: error.code, params: error.params } : { code: 'FILE_BROKEN', params: {} },
    }),
  )
  .then((answer) => parentPort!.postMessage(answer));
