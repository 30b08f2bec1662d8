import { ok, refuse, type Result } from '@knotenpunkt/kernel';
import { messages } from '../messages';

/** The columns of a coordinator's list, in the order of the template. */
export const LIST_COLUMNS = ['title', 'subject', 'actors', 'nextStep', 'stepActor', 'followUpOn', 'owner', 'deputy', 'note'] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

export type ListCode = 'LIST_EMPTY' | 'LIST_HEADING_MISSING' | 'LIST_HEADING_TWICE';

export const LIST_LIMITS = {
  /** Rows below the headings. */
  rows: 500,
  bytes: 2 * 1024 * 1024,
  columns: 30,
  /** Of one cell; longer ones are cut here and told as too long by the rule of their column. */
  characters: 2_000,
  note: 600,
} as const;

/** A row as it stands in the file. */
export interface ListRow {
  /** As a spreadsheet counts it; the headings are mostly row 1. */
  number: number;
  cells: Record<ListColumn, string>;
}

export interface ReadList {
  rows: ListRow[];
  /** Columns of ours that the file does not have. */
  missing: ListColumn[];
  /** Headings that are none of ours. */
  ignored: string[];
}

/** The same for texts that people take for the same: case, width of letters and white space do not count. */
export function keyOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** German or English, with or without the star that some put behind what must be filled in. */
function columnOf(heading: string): ListColumn | null {
  const key = keyOf(heading.replace(/\*\s*$/, ''));
  const of = (language: 'de' | 'en') => messages[language].list.columns;
  return LIST_COLUMNS.find((column) => keyOf(of('de')[column]) === key || keyOf(of('en')[column]) === key) ?? null;
}

/** The rows of a list by their columns; the first row that holds anything has the headings. */
export function readList(sheet: readonly (readonly string[])[]): Result<ReadList, ListCode> {
  const filled = (row: readonly string[]) => row.some((cell) => cell.trim() !== '');
  const head = sheet.findIndex(filled);
  if (head === -1) return refuse('LIST_EMPTY');
  const headings = sheet[head]!.map((heading) => ({ heading: heading.trim(), column: columnOf(heading) }));
  const at = new Map<ListColumn, number>();
  for (const [index, { heading, column }] of headings.entries()) {
    if (column === null) continue;
    if (at.has(column)) return refuse('LIST_HEADING_TWICE', { params: { heading } });
    at.set(column, index);
  }
  if (!at.has('title')) return refuse('LIST_HEADING_MISSING', { params: { heading: messages.de.list.columns.title } });
  const cellsOf = (row: readonly string[]) =>
    Object.fromEntries(LIST_COLUMNS.map((column) => [column, (row[at.get(column) ?? -1] ?? '').trim()])) as ListRow['cells'];
  const rows = sheet
    .map((row, index): ListRow => ({ number: index + 1, cells: cellsOf(row) }))
    .slice(head + 1)
    .filter(({ cells }) => filled(Object.values(cells)));
  if (rows.length === 0) return refuse('LIST_EMPTY');
  return ok({
    rows,
    missing: LIST_COLUMNS.filter((column) => !at.has(column)),
    ignored: headings.filter(({ heading, column }) => heading !== '' && column === null).map(({ heading }) => heading),
  });
}
