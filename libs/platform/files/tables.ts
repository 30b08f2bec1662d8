import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable, Logger } from '@nestjs/common';
import { ok, refuse, type Refusal, type Result } from '@knotenpunkt/kernel';
import { readBytes, turnAway } from './read-bytes';
import { Turns } from './turns';
import { inspectSheet, type SheetCode } from './unpack-sheet';

export type TableFileCode =
  | SheetCode
  | 'FILE_TOO_LARGE'
  | 'FILES_BUSY'
  | 'SHEET_TOO_MANY_ROWS'
  | 'TABLE_KIND_UNKNOWN'
  | 'TABLE_NAME_LIES'
  | 'TABLE_GARBAGE'
  | 'TABLE_QUOTE_OPEN'
  | 'TABLE_CELL_TOO_LONG'
  | 'TABLE_TOO_MANY_COLUMNS'
  | 'TABLE_TOO_MANY_SHEETS';

/** A row that says something; `number` as a spreadsheet or an editor counts it. */
export interface TableRow {
  number: number;
  cells: string[];
}

/** What is taken of a table at most. More is refused, never cut off. */
export interface TableLimits {
  /** Bytes of the file. */
  bytes: number;
  /** With the headings. */
  rows: number;
  columns: number;
  /** Of one cell. */
  characters: number;
  sheets: number;
}

/** Hears rows some hundred at a time; more are read when it is done with these. */
export type RowsHearer = (rows: TableRow[]) => Promise<void>;

/** All parts of a workbook together, unpacked; a hundred thousand full rows take half of it. */
const LARGEST_UNPACKED = 256 * 1024 * 1024;
/** So many times its size a file of text may become; what people write stays below thirty. */
const MOST_SQUEEZED = 150;
/** Below this size nothing is a bomb. */
const HARMLESS = 16 * 1024 * 1024;
/** So long the thread may take until its next rows. */
const PATIENCE_MS = 15_000;
/** Files that are held in memory at a time, waiting or read. */
const MOST_HELD = 3;
const MEMORY = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };
const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';
const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const OLD_CONTAINER = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** The built worker stands beside the built server or one folder above its parts; Node runs the source of it as it is. */
function workerFile(name: string): string {
  const built = ['.', '..'].map((folder) => resolve(import.meta.dirname, folder, `${name}.js`)).find(existsSync);
  return built ?? resolve(import.meta.dirname, `${name}.ts`);
}

/** Reads large tables that people send, CSV or XLSX, row by row in a thread of its own with little memory. Nothing of the file is kept. */
@Injectable()
export class Tables {
  private readonly log = new Logger(Tables.name);
  private readonly turns = new Turns();
  private held = 0;

  /** Reads a table from a request whose body nothing has read yet. `name` is what its sender calls it. */
  async take(request: IncomingMessage, name: string, limits: TableLimits, hear: RowsHearer): Promise<Result<null, TableFileCode>> {
    if (this.held >= MOST_HELD) {
      turnAway(request);
      return refuse('FILES_BUSY');
    }
    this.held += 1;
    try {
      const sent = await readBytes(request, limits.bytes);
      return sent.ok ? await this.read(sent.value, name, limits, hear) : sent;
    } finally {
      this.held -= 1;
    }
  }

  /** The same of bytes that are there. */
  async read(bytes: Buffer, name: string, limits: TableLimits, hear: RowsHearer): Promise<Result<null, TableFileCode>> {
    if (bytes.length === 0) return refuse('FILE_EMPTY');
    if (bytes.subarray(0, 8).equals(OLD_CONTAINER)) return refuse('SHEET_LOCKED');
    const isWorkbook = bytes.subarray(0, 4).equals(ZIP);
    // Whoever opens it next goes by its name: what lies about itself is not taken in.
    if (isWorkbook ? /\.(csv|txt|tsv)$/i.test(name) : /\.xls[xm]?$/i.test(name)) return refuse('TABLE_NAME_LIES');
    return this.turns.inTurn(async (): Promise<Result<null, TableFileCode>> => {
      if (!isWorkbook) return this.work('csv-table.worker', bytes, limits, hear);
      const inspected = await inspectSheet(bytes, Math.min(LARGEST_UNPACKED, Math.max(HARMLESS, bytes.length * MOST_SQUEEZED)));
      return inspected.ok ? this.work('xlsx-table.worker', bytes, limits, hear) : inspected;
    });
  }

  private work(entry: string, file: Buffer, limits: TableLimits, hear: RowsHearer): Promise<Result<null, TableFileCode>> {
    const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
    const { rows: mostRows, columns: mostColumns, characters: mostCharacters, sheets: mostSheets } = limits;
    const asked = { file: bytes, mostRows, mostColumns, mostCharacters, mostSheets };
    const worker = new Worker(workerFile(entry), { workerData: asked, transferList: [bytes], resourceLimits: MEMORY });
    let timer: NodeJS.Timeout | undefined;
    return new Promise<Result<null, TableFileCode>>((resolve, reject) => {
      const wait = () => void (timer = setTimeout(() => resolve(refuse('SHEET_TOO_LARGE')), PATIENCE_MS));
      wait();
      worker.on('message', (said: { rows?: TableRow[]; refused?: Refusal<TableFileCode>; done?: true }) => {
        clearTimeout(timer);
        if (!said.rows) return resolve(said.refused ? { ok: false, refusal: said.refused } : ok(null));
        hear(said.rows).then(() => {
          wait();
          worker.postMessage('more');
        }, reject);
      });
      worker.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === OUT_OF_MEMORY) return resolve(refuse('SHEET_TOO_LARGE'));
        this.log.warn(`a table could not be read: ${error.name}`);
        resolve(refuse('FILE_BROKEN'));
      });
    }).finally(() => {
      clearTimeout(timer);
      void worker.terminate();
    });
  }
}
