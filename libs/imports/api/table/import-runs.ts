import { Inject, Injectable } from '@nestjs/common';
import { FORGOTTEN_AFTER_DAYS, RUNNING } from '@knotenpunkt/imports/domain';
import type { Clock, Id } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { BatchRepository, type StoredBatch } from './batch.repository';
import { ImportWork } from './import-work';
import { RowRepository } from './row.repository';

/** The job that goes on with a table: dry run, writing, taking back. */
export const IMPORT_RUN = 'imports.run';

/** Rows of one transaction. */
const BATCH = 500;
const FORGOTTEN_AT_ONCE = 2_000;
/** Whoever works on a table attends to it every few seconds. */
const ABANDONED_MS = 45_000;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * Goes through a table some hundred rows at a time, each time in one transaction that also says how far it is: whatever is
 * stopped or killed goes on from there, and two that work on one table take turns.
 */
@Injectable()
export class ImportRuns {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly batches: BatchRepository,
    private readonly rows: RowRepository,
    private readonly work: ImportWork,
    private readonly regions: RegionService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Works on a table until it has come to rest. */
  async run(id: Id): Promise<void> {
    while (await this.step(id));
  }

  /** Goes on with tables whose process died. */
  async resume(): Promise<void> {
    const since = new Date(this.clock.now().getTime() - ABANDONED_MS);
    const ids = await this.unitOfWork.run((tx) => this.batches.abandoned(tx, since));
    for (const id of ids) await this.run(id);
  }

  /** Forgets tables nothing came of, and those whose reading was cut off. */
  async sweep(): Promise<void> {
    const now = this.clock.now().getTime();
    const old = { unusedBefore: new Date(now - FORGOTTEN_AFTER_DAYS * DAY_MS), unreadBefore: new Date(now - HOUR_MS) };
    for (const id of await this.unitOfWork.run((tx) => this.batches.forgettable(tx, old)))
      await this.unitOfWork.run((tx) => this.batches.remove(tx, id));
  }

  /** Some rows; false when there is nothing more to do. */
  async step(id: Id): Promise<boolean> {
    const regions = await this.regions.all();
    return this.unitOfWork.run(async (tx) => {
      const batch = await this.batches.lock(tx, id);
      const region = regions.find((each) => each.id === batch?.regionId);
      if (!batch || !region || !RUNNING.includes(batch.state)) return false;
      switch (batch.state) {
        case 'COMPARING':
          return this.compare(tx, region, batch);
        case 'COMMITTING':
          return this.write(tx, region, batch);
        default:
          return this.takeBack(tx, region, batch);
      }
    });
  }

  private async compare(tx: Tx, region: Region, batch: StoredBatch): Promise<boolean> {
    const { comparing } = this.work.of(batch.kind);
    if (batch.cursor === 0) await comparing.prepare(tx, batch);
    const read = await this.rows.next(tx, batch.id, batch.cursor, BATCH);
    if (read.length === 0) return this.rest(tx, batch, { state: 'COMPARED' });
    await this.rows.forgetJudgements(
      tx,
      batch.id,
      read.map(({ line }) => line),
    );
    await comparing.judge(
      tx,
      region,
      batch,
      read.map((row) => ({ ...row, decision: null, decidedId: null, choices: [] })),
    );
    return this.goOn(tx, batch, read.length, read.at(-1)!.line);
  }

  private async write(tx: Tx, region: Region, batch: StoredBatch): Promise<boolean> {
    const writable = await this.rows.writable(tx, batch.id, batch.cursor, BATCH);
    if (writable.length === 0) {
      if ((await this.rows.forgetSaid(tx, batch.id, FORGOTTEN_AT_ONCE)) > 0) return this.goOn(tx, batch, 0, batch.cursor);
      const columns = batch.columns.map(({ header }) => ({ header, samples: [] }));
      return this.rest(tx, batch, { state: 'COMMITTED', columns, committedAt: this.clock.now() });
    }
    await this.work.of(batch.kind).writing.write(tx, region, batch, writable);
    return this.goOn(tx, batch, writable.length, writable.at(-1)!.line);
  }

  private async takeBack(tx: Tx, region: Region, batch: StoredBatch): Promise<boolean> {
    const written = await this.rows.undoable(tx, batch.id, batch.cursor, BATCH);
    if (written.length === 0) return this.rest(tx, batch, { state: 'UNDONE', undoneAt: this.clock.now() });
    await this.work.of(batch.kind).writing.takeBack(tx, region, batch, written);
    return this.goOn(tx, batch, written.length, written.at(-1)!.line);
  }

  private async goOn(tx: Tx, batch: StoredBatch, rows: number, cursor: number): Promise<true> {
    await this.batches.write(tx, batch.id, { done: batch.done + rows, cursor }, { steps: 0, at: this.clock.now() });
    return true;
  }

  private async rest(tx: Tx, batch: StoredBatch, parts: Parameters<BatchRepository['write']>[2]): Promise<false> {
    await this.batches.write(tx, batch.id, parts, { steps: 1, at: this.clock.now() });
    return false;
  }
}
