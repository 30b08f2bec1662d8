import type { ReportListName } from './report-lists';

/** A stretch of text; `address` is a page within the region (`/allianzen/dranbleiben`), or null. */
export interface ReportCell {
  text: string;
  address: string | null;
}

/** A number with what it counts. Its address leads to the list that shows so many. */
export interface ReportFigure {
  list: ReportListName;
  value: number;
  label: string;
  address: string;
}

/** Every row has a cell for every column; the first one names the row. */
export interface ReportTable {
  columns: string[];
  rows: ReportCell[][];
}

export interface ReportSection {
  /** Stable: `formed`, `overdue` … */
  name: string;
  title: string;
  /** What is to be known before reading; of a section that has nothing to tell, that there is nothing. */
  paragraphs: string[];
  figures: ReportFigure[];
  table: ReportTable | null;
  /** "und 12 weitere", where the table is cut. */
  more: ReportCell | null;
}

/** What a report says, in one language, however it is written: as a page, a DOCX or a PDF. */
export interface Report {
  title: string;
  language: 'de' | 'en';
  /** What the report holds, and as of when. */
  about: string[];
  sections: ReportSection[];
}
