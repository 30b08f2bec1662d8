import { passes, type Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Id, type Result } from '@knotenpunkt/kernel';

/** What a row of a table is about. */
export const IMPORT_KINDS = ['ACTORS', 'OFFERS', 'NEEDS', 'TIES', 'INITIATIVES'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/**
 * READING while the file arrives, MATCHING until columns are matched, COMPARING the dry run, COMPARED until somebody decides,
 * COMMITTING and COMMITTED, UNDOING and UNDONE.
 */
export const BATCH_STATES = ['READING', 'MATCHING', 'COMPARING', 'COMPARED', 'COMMITTING', 'COMMITTED', 'UNDOING', 'UNDONE'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** States in which a job is at work. */
export const RUNNING: readonly BatchState[] = ['COMPARING', 'COMMITTING', 'UNDOING'];

/** What would become of a row. */
export const FATES = ['NEW', 'CHANGED', 'SAME', 'DUPLICATE', 'CONFLICT', 'BAD'] as const;
export type RowFate = (typeof FATES)[number];

/** What somebody says of a row that may be a duplicate. */
export const DECISIONS = ['SAME', 'NOT_SAME'] as const;
export type RowDecision = (typeof DECISIONS)[number];

/** Why a row was not written, or not taken back. */
export const KEPT_REASONS = ['CHANGED_SINCE', 'TAKEN_SINCE', 'USED_SINCE', 'GONE', 'ACTOR_GONE', 'TOO_MANY'] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];

export const IMPORT_LIMITS = {
  bytes: 32 * 1024 * 1024,
  /** Without the headings. */
  rows: 100_000,
  columns: 100,
  characters: 8_000,
  sheets: 20,
  /** Lines that are decided on at once. */
  decided: 500,
  sourceNote: 160,
  fileName: 120,
} as const;

/** A table is forgotten after so many days where nothing came of it. */
export const FORGOTTEN_AFTER_DAYS = 14;

export interface BatchColumn {
  header: string;
  /** What stands in it, a few times. */
  samples: string[];
}

/** A table that was read, and how far it is. */
export interface ImportBatch {
  id: Id;
  regionId: Id;
  kind: ImportKind;
  fileName: string;
  state: BatchState;
  version: number;
  columns: BatchColumn[];
  /** What each column means; null: nothing. */
  fields: (string | null)[];
  /** Kind of actor of rows that say none. */
  defaultKind: string;
  sourceNote: string;
  /** Rows of the table without the headings. */
  rows: number;
  /** Rows the job at work has to do, and those it has done. */
  total: number;
  done: number;
  createdAt: Date;
  committedAt: Date | null;
  undoneAt: Date | null;
}

export type BatchCode = 'NOT_PERMITTED' | 'IMPORT_GONE' | 'IMPORT_BUSY' | 'IMPORT_NOT_NOW' | 'STALE_VERSION';

export const BATCH_ACTIONS = [
  'matchImportColumns',
  'decideImportRows',
  'chooseImportActor',
  'commitImport',
  'undoImport',
  'discardImport',
] as const;
export type BatchAction = (typeof BATCH_ACTIONS)[number];

const WHEN: Record<BatchAction, readonly BatchState[]> = {
  matchImportColumns: ['MATCHING', 'COMPARED'],
  decideImportRows: ['COMPARED'],
  chooseImportActor: ['COMPARED'],
  commitImport: ['COMPARED'],
  undoImport: ['COMMITTED'],
  discardImport: ['MATCHING', 'COMPARED'],
};

/** Who imports: the coordination of the region. */
export function imports(viewer: Viewer): boolean {
  return passes(viewer, 'COORDINATOR');
}

/** What may be done with a table next. */
export function batchActions(viewer: Viewer, { state }: Pick<ImportBatch, 'state'>): BatchAction[] {
  return imports(viewer) ? BATCH_ACTIONS.filter((action) => WHEN[action].includes(state)) : [];
}

/** Whether an action is possible now. */
export function mayNow(
  viewer: Viewer,
  batch: Pick<ImportBatch, 'state' | 'version'>,
  action: BatchAction,
  expectedVersion: number,
): Result<null, BatchCode> {
  if (!imports(viewer)) return refuse('NOT_PERMITTED');
  if (RUNNING.includes(batch.state)) return refuse('IMPORT_BUSY');
  if (!WHEN[action].includes(batch.state)) return refuse('IMPORT_NOT_NOW');
  if (batch.version !== expectedVersion) return refuse('STALE_VERSION', { params: { current: batch.version } });
  return ok(null);
}
