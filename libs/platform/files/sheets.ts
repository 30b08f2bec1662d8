import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable, Logger } from '@nestjs/common';
import { ok, refuse, type Result } from '@knotenpunkt/kernel';
import { readBytes } from './read-bytes';
import { Turns } from './turns';
import { unpackSheet, type SheetCode } from './unpack-sheet';

export type SheetFileCode = SheetCode | 'FILE_TOO_LARGE' | 'FILES_BUSY' | 'SHEET_TOO_MANY_ROWS';

/** Rows of texts; the first is the row that a spreadsheet counts as 1. */
export type SheetRows = string[][];

/** What is read of a sheet at most. */
export interface SheetLimits {
  /** Bytes of the file. */
  bytes: number;
  rows: number;
  columns: number;
  /** Of one cell; the rest of a longer one is left out. */
  characters: number;
}

/** A sheet of the largest size takes a second. */
const PATIENCE_MS = 15_000;
/** A sheet can name its last cell and mean a billion of them: then the thread dies, and nothing else. */
const MEMORY = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/** As Node calls it. */
const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';

/** The built worker stands beside the built server or one folder above its parts; Node runs the source of it as it is. */
function workerFile(): string {
  const built = ['.', '..'].map((folder) => resolve(import.meta.dirname, folder, 'sheet.worker.js')).find(existsSync);
  return built ?? resolve(import.meta.dirname, 'sheet.worker.ts');
}

/** Reads the first sheet of workbooks that people send, in a thread of its own that is thrown away. Nothing of the file is kept. */
@Injectable()
export class Sheets {
  private readonly log = new Logger(Sheets.name);
  /** A queue of their own: a thread with its memory is dear, and pictures need not wait for it. */
  private readonly turns = new Turns();

  /** Reads a sheet from a request whose body nothing has read yet. */
  async take(request: IncomingMessage, limits: SheetLimits): Promise<Result<SheetRows, SheetFileCode>> {
    const sent = await readBytes(request, limits.bytes);
    return sent.ok ? this.read(sent.value, limits) : sent;
  }

  /** The same of bytes that are there. */
  async read(bytes: Buffer, limits: SheetLimits): Promise<Result<SheetRows, SheetFileCode>> {
    return this.turns.inTurn(async (): Promise<Result<SheetRows, SheetFileCode>> => {
      const unpacked = await unpackSheet(bytes);
      return unpacked.ok ? this.rowsOf(unpacked.value, limits) : unpacked;
    });
  }

  private rowsOf(workbook: Buffer, { rows, columns, characters }: SheetLimits): Promise<Result<SheetRows, SheetFileCode>> {
    const bytes = workbook.buffer.slice(workbook.byteOffset, workbook.byteOffset + workbook.byteLength) as ArrayBuffer;
    const asked = { workbook: bytes, mostRows: rows, mostColumns: columns, mostCharacters: characters };
    const worker = new Worker(workerFile(), { workerData: asked, transferList: [bytes], resourceLimits: MEMORY });
    return new Promise<Result<SheetRows, SheetFileCode>>((resolve) => {
      const timer = setTimeout(() => resolve(refuse('SHEET_TOO_LARGE')), PATIENCE_MS);
      worker.once('message', (answer: { rows?: SheetRows; tooMany?: number | null; broken?: true }) => {
        clearTimeout(timer);
        if (answer.rows) return resolve(ok(answer.rows));
        resolve(answer.broken ? refuse('FILE_BROKEN') : refuse('SHEET_TOO_MANY_ROWS', { params: { max: rows - 1 } }));
      });
      worker.once('error', (error: NodeJS.ErrnoException) => {
        clearTimeout(timer);
        if (error.code === OUT_OF_MEMORY) return resolve(refuse('SHEET_TOO_LARGE'));
        this.log.warn(`a sheet could not be read: ${error.name}`);
        resolve(refuse('FILE_BROKEN'));
      });
    }).finally(() => void worker.terminate());
  }
}
