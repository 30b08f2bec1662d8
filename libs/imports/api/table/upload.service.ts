import type { IncomingMessage } from 'node:http';
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  cutTo,
  guessFields,
  headingsKey,
  IMPORT_LIMITS,
  imports,
  wrongFields,
  type BatchColumn,
  type ImportKind,
} from '@knotenpunkt/imports/domain';
import { Attempts } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { newId, ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { CLOCK, unhurried, UnitOfWork } from '@knotenpunkt/platform/database';
import { Tables, type TableFileCode, type TableRow } from '@knotenpunkt/platform/files';
import type { Region } from '@knotenpunkt/regions/domain';
import { BatchRepository } from './batch.repository';
import { RowRepository } from './row.repository';

export type UploadCode =
  TableFileCode | 'UNAUTHENTICATED' | 'NOT_PERMITTED' | 'TOO_MANY_REQUESTS' | 'TABLE_EMPTY' | 'TABLE_HEADING_MISSING';

/** What is sent, and what it is said to be. */
export interface Sent {
  kind: ImportKind;
  fileName: string;
}

const SAMPLES = 5;

/** Hash of the headings of a table: the same table next month. */
export function headingsOf(columns: readonly BatchColumn[]): string {
  return createHash('sha256')
    .update(headingsKey(columns.map(({ header }) => header)))
    .digest('base64url');
}

/** Collects the columns while rows go by: headings of the first row, and some of what stands below. */
class Columns {
  columns: BatchColumn[] = [];
  rows = 0;

  /** Takes the headings off the first rows. */
  hear(rows: TableRow[]): TableRow[] {
    const below = this.columns.length === 0 ? rows.slice(1) : rows;
    if (this.columns.length === 0) this.columns = (rows[0]?.cells ?? []).map((header) => ({ header: cutTo(header, 120), samples: [] }));
    if (this.rows < 500)
      for (const { cells } of below)
        this.columns.forEach(({ samples }, at) => {
          const text = cutTo(cells[at] ?? '', 60);
          if (text !== '' && samples.length < SAMPLES && !samples.includes(text)) samples.push(text);
        });
    this.rows += below.length;
    return below;
  }
}

/** Takes a table from a coordinator. It is there when all of it was read, and not before. */
@Injectable()
export class ImportUpload {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly batches: BatchRepository,
    private readonly rows: RowRepository,
    private readonly tables: Tables,
    private readonly attempts: Attempts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Reads a table from a request. Of one that is refused for another reason than its bytes nothing is read. */
  async take(viewer: Viewer, region: Region, request: IncomingMessage, sent: Sent): Promise<Result<{ id: Id }, UploadCode>> {
    if (viewer.personId === null) return refuse('UNAUTHENTICATED');
    if (!imports(viewer)) return refuse('NOT_PERMITTED');
    const wait = await this.attempts.count({ 'sheet person': viewer.personId });
    if (wait > 0) return refuse('TOO_MANY_REQUESTS', { params: { wait } });
    const limits = { ...IMPORT_LIMITS, rows: IMPORT_LIMITS.rows + 1 };
    return unhurried(() => this.keep(region, sent, (hear) => this.tables.take(request, sent.fileName, limits, hear)));
  }

  /** The same of bytes that are there, for whoever may import. */
  read(region: Region, bytes: Buffer, sent: Sent): Promise<Result<{ id: Id }, UploadCode>> {
    const limits = { ...IMPORT_LIMITS, rows: IMPORT_LIMITS.rows + 1 };
    return this.keep(region, sent, (hear) => this.tables.read(bytes, sent.fileName, limits, hear));
  }

  private async keep(
    region: Region,
    { kind, fileName }: Sent,
    reading: (hear: (rows: TableRow[]) => Promise<void>) => Promise<Result<null, TableFileCode>>,
  ): Promise<Result<{ id: Id }, UploadCode>> {
    const id = newId();
    const columns = new Columns();
    const insert = { id, regionId: region.id, kind, fileName: fileName.slice(0, IMPORT_LIMITS.fileName) };
    let begun = false;
    let read: Result<null, UploadCode>;
    try {
      read = await reading(async (heard) => {
        const rows = columns.hear(heard);
        await this.unitOfWork.run(async (tx) => {
          if (!begun) await this.batches.insert(tx, { ...insert, createdAt: this.clock.now() });
          if (rows.length > 0) await this.rows.insert(tx, id, rows);
        });
        begun = true;
      });
      if (read.ok && columns.columns.every(({ header }) => header === '')) read = refuse('TABLE_HEADING_MISSING');
      if (read.ok && columns.rows === 0) read = refuse('TABLE_EMPTY');
      if (read.ok) await this.finish(region, { id, kind }, columns);
    } catch (error) {
      if (begun) await this.unitOfWork.run((tx) => this.batches.remove(tx, id));
      throw error;
    }
    if (!read.ok && begun) await this.unitOfWork.run((tx) => this.batches.remove(tx, id));
    return read.ok ? ok({ id }) : read;
  }

  private async finish(region: Region, { id, kind }: { id: Id; kind: ImportKind }, { columns, rows }: Columns): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const remembered = await this.batches.remembered(tx, { regionId: region.id, kind, headings: headingsOf(columns) });
      const fits = remembered !== null && wrongFields(kind, remembered.fields, columns.length) === null;
      const meant = fits ? remembered : { fields: guessFields(kind, columns), defaultKind: 'OTHER' };
      await this.batches.write(tx, id, { ...meant, columns, rows, state: 'MATCHING' }, { steps: 0, at: this.clock.now() });
    });
  }
}
