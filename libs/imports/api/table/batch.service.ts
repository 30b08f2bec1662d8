import { Inject, Injectable } from '@nestjs/common';
import { Acts } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import {
  DECISIONS,
  IMPORT_LIMITS,
  imports,
  mayNow,
  withChoice,
  wrongFields,
  type BatchAction,
  type RowDecision,
} from '@knotenpunkt/imports/domain';
import { checkText, ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { Jobs } from '@knotenpunkt/platform/jobs';
import type { Region } from '@knotenpunkt/regions/domain';
import { isActorKind } from '@knotenpunkt/themes/domain';
import { BatchStore } from './batch-store';
import type { StoredBatch } from './batch.repository';
import { IMPORT_RUN } from './import-runs';
import { ImportWork } from './import-work';
import { LAST_LINE } from './last-line';
import type { ReadRow } from './row.repository';
import { headingsOf } from './upload.service';

interface Asked {
  id: Id;
  expectedVersion: number;
}

/** What coordinators do with a table once it was read. What takes long is begun here and done by a job. */
@Injectable()
export class ImportBatchService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: BatchStore,
    private readonly work: ImportWork,
    private readonly jobs: Jobs,
    private readonly acts: Acts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Says what the columns mean, remembers it for the next table with these headings, and begins the dry run. */
  match(
    viewer: Viewer,
    region: Region,
    { fields, defaultKind, ...asked }: Asked & { fields: (string | null)[]; defaultKind: string },
  ): Promise<Result<StoredBatch>> {
    return this.act(viewer, region, asked, 'matchImportColumns', async (tx, batch) => {
      const wrong = wrongFields(batch.kind, fields, batch.columns.length);
      if (wrong) return refuse(wrong.code, { field: wrong.field });
      if (!isActorKind(defaultKind)) return refuse('KIND_UNKNOWN', { field: 'defaultKind' });
      const at = this.clock.now();
      const about = { regionId: region.id, kind: batch.kind, headings: headingsOf(batch.columns) };
      await this.store.batches.remember(tx, about, { fields, defaultKind, at });
      return this.begin(tx, batch, { state: 'COMPARING', fields, defaultKind, total: batch.rows, cursor: 0 });
    });
  }

  /** "Dieselbe" or "eine andere", of rows that may be duplicates; null takes it back. */
  decide(
    viewer: Viewer,
    region: Region,
    { lines, decision, targetId, ...asked }: Asked & { lines: number[]; decision: string | null; targetId: Id | null },
  ): Promise<Result<StoredBatch>> {
    return this.act(viewer, region, asked, 'decideImportRows', async (tx, batch) => {
      if (lines.length > IMPORT_LIMITS.decided) return refuse('TOO_MANY', { field: 'lines', params: { max: IMPORT_LIMITS.decided } });
      if (decision !== null && !(DECISIONS as readonly string[]).includes(decision))
        return refuse('DECISION_UNKNOWN', { field: 'decision' });
      const said = { decision: decision as RowDecision | null, targetId: decision === 'SAME' ? targetId : null };
      const rows = await this.store.rows.among(tx, batch.id, lines, 'DUPLICATE');
      return this.judgeAgain(tx, region, batch, rows, said);
    });
  }

  /** Which organisation is meant by words that fit several, in some rows; null takes it back. What was decided of these rows is asked again. */
  choose(
    viewer: Viewer,
    region: Region,
    { lines, field, words, actorId, ...asked }: Asked & { lines: number[]; field: string; words: string; actorId: Id | null },
  ): Promise<Result<StoredBatch>> {
    return this.act(viewer, region, asked, 'chooseImportActor', async (tx, batch) => {
      if (lines.length > IMPORT_LIMITS.decided) return refuse('TOO_MANY', { field: 'lines', params: { max: IMPORT_LIMITS.decided } });
      const rows = await this.store.rows.choosing(tx, batch.id, lines, { field, words });
      const offered = rows.flatMap(({ choices }) => choices).flatMap(({ among }) => among.map(({ id }) => id));
      if (actorId !== null && !offered.includes(actorId)) return refuse('CHOICE_UNKNOWN', { field: 'actorId' });
      const chosen = rows.map((row) => ({ ...row, choices: withChoice(row.choices, { field, words, chosenId: actorId }) }));
      return this.judgeAgain(tx, region, batch, chosen, { decision: null, targetId: null });
    });
  }

  /** Writes what is new and what is changed. `sourceNote` is shown beside each new entry. */
  commit(viewer: Viewer, region: Region, { sourceNote, ...asked }: Asked & { sourceNote: string }): Promise<Result<StoredBatch>> {
    return this.act(viewer, region, asked, 'commitImport', async (tx, batch) => {
      const note = checkText('sourceNote', sourceNote, { max: IMPORT_LIMITS.sourceNote });
      if (!note.ok) return note;
      const counts = await this.store.batches.counts(tx, [batch.id]);
      const total = counts.filter(({ fate }) => fate === 'NEW' || fate === 'CHANGED').reduce((sum, { count }) => sum + count, 0);
      if (total === 0) return refuse('NOTHING_TO_IMPORT');
      await this.record(tx, viewer, batch, 'import.committed');
      return this.begin(tx, batch, { state: 'COMMITTING', sourceNote: note.value, total, cursor: 0 });
    });
  }

  /** Takes everything back that this table wrote and nobody changed since. */
  undo(viewer: Viewer, region: Region, asked: Asked): Promise<Result<StoredBatch>> {
    return this.act(viewer, region, asked, 'undoImport', async (tx, batch) => {
      const [{ made, changed } = { made: 0, changed: 0 }] = await this.store.batches.outcomes(tx, [batch.id]);
      await this.record(tx, viewer, batch, 'import.undone');
      return this.begin(tx, batch, { state: 'UNDOING', total: made + changed, cursor: LAST_LINE });
    });
  }

  /** Throws a table away that nothing came of; gives it as it was. */
  discard(viewer: Viewer, region: Region, asked: Asked): Promise<Result<StoredBatch>> {
    return this.unitOfWork.run(async (tx): Promise<Result<StoredBatch>> => {
      const found = await this.find(tx, viewer, region, asked, 'discardImport');
      if (found.ok) await this.store.batches.remove(tx, asked.id);
      return found;
    });
  }

  private async judgeAgain(
    tx: Tx,
    region: Region,
    batch: StoredBatch,
    rows: readonly ReadRow[],
    said: { decision: RowDecision | null; targetId: Id | null },
  ): Promise<Result<null>> {
    await this.store.rows.decide(
      tx,
      batch.id,
      rows.map(({ line }) => line),
      said,
    );
    await this.work.of(batch.kind).comparing.judge(
      tx,
      region,
      batch,
      rows.map((row) => ({ ...row, decision: said.decision, decidedId: said.targetId })),
    );
    await this.store.batches.write(tx, batch.id, {}, { steps: 1, at: this.clock.now() });
    return ok(null);
  }

  private act(
    viewer: Viewer,
    region: Region,
    asked: Asked,
    action: BatchAction,
    doing: (tx: Tx, batch: StoredBatch) => Promise<Result<null>>,
  ): Promise<Result<StoredBatch>> {
    return this.unitOfWork.run(async (tx): Promise<Result<StoredBatch>> => {
      const found = await this.find(tx, viewer, region, asked, action);
      if (!found.ok) return found;
      const done = await doing(tx, found.value);
      return done.ok ? ok((await this.store.batches.lock(tx, asked.id))!) : done;
    });
  }

  private async find(tx: Tx, viewer: Viewer, region: Region, asked: Asked, action: BatchAction): Promise<Result<StoredBatch>> {
    if (!imports(viewer)) return refuse('NOT_PERMITTED');
    const batch = await this.store.batches.lock(tx, asked.id);
    if (batch?.regionId !== region.id) return refuse('IMPORT_GONE');
    const may = mayNow(viewer, batch, action, asked.expectedVersion);
    return may.ok ? ok(batch) : may;
  }

  private async begin(
    tx: Tx,
    batch: StoredBatch,
    parts: Pick<StoredBatch, 'state' | 'total' | 'cursor'> & Partial<StoredBatch>,
  ): Promise<Result<null>> {
    await this.store.batches.write(tx, batch.id, { ...parts, done: 0 }, { steps: 1, at: this.clock.now() });
    await this.jobs.send(tx, IMPORT_RUN, { id: batch.id });
    return ok(null);
  }

  private record(tx: Tx, viewer: Viewer, { id, regionId, fileName }: StoredBatch, verb: string): Promise<void> {
    return this.acts.record(tx, {
      ...{ viewer, regionId, verb },
      actorId: null,
      subject: { type: 'import', id, title: fileName, slug: id },
      audience: 'COORDINATORS',
    });
  }
}
