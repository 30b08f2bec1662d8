import type { RowProblem } from '@knotenpunkt/imports/domain';

/** What became of the rows of one table. */
export interface TableCount {
  /** Rows that are new in the region. */
  added: number;
  /** Rows that an earlier import had taken. */
  known: number;
  /** Lines that were not taken. */
  left: number;
}

export type TableName = 'actors' | 'projects' | 'participations';
export type ImportReport = Record<TableName, TableCount>;

/** Who is told what happens while it happens. */
export interface ImportHearer {
  /** Of a file so many bytes are done. */
  progress(file: string, done: number, total: number): void;
  problem(problem: RowProblem): void;
}

/** The import cannot begin; `message` says why and what to do. */
export class ImportRefused extends Error {}
