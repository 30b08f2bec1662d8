import type { KnownCompetences } from '@knotenpunkt/actors/domain';
import { isLocalDate, type DatePrecision, type LocalDate, type Refusal } from '@knotenpunkt/kernel';
import { THEMES } from '@knotenpunkt/themes/domain';
import { INITIATIVE_KINDS, initiativeRefusals, type InitiativeKind, type InitiativeText } from './initiative-text';
import { messages } from './messages';

/** What a column of a pasted table can hold, in the order taken where the first row names none. */
export const TABLE_COLUMNS = [
  'title',
  'summary',
  'startOn',
  'endOn',
  'kind',
  'themes',
  'wanted',
  'nextStep',
  'budget',
  'description',
] as const;
export type TableColumnName = (typeof TABLE_COLUMNS)[number];

/** So many rows are read from one table. */
export const MOST_ROWS = 200;

/** One row of a pasted table: the Vorhaben it would become, and what is wrong with it. */
export interface PastedRow {
  /** Of the pasted text; the first is 1. */
  line: number;
  text: InitiativeText;
  refusals: Refusal[];
}

export interface PastedTable {
  /** What each column was taken for; null: it is left out. */
  columns: (TableColumnName | null)[];
  rows: PastedRow[];
  /** Rows beyond the most that are read. */
  leftOut: number;
}

/** How the heads of columns are written in either language. */
const HEADS: Record<TableColumnName, readonly string[]> = {
  title: ['titel', 'name', 'vorhaben', 'projekt', 'title', 'initiative', 'project'],
  summary: ['kurz', 'kurzbeschreibung', 'zusammenfassung', 'in einem satz', 'worum es geht', 'summary', 'short'],
  startOn: ['beginn', 'von', 'start', 'ab', 'from', 'begin', 'begins'],
  endOn: ['ende', 'bis', 'end', 'until', 'to'],
  kind: ['art', 'typ', 'kind', 'type'],
  themes: ['handlungsfeld', 'handlungsfelder', 'themen', 'thema', 'themes', 'theme', 'fields of action'],
  wanted: ['gesucht', 'was fehlt', 'sucht', 'wanted', 'looks for'],
  nextStep: ['nächster schritt', 'naechster schritt', 'next step'],
  budget: ['budget', 'kosten', 'mittel', 'geplant', 'euro', 'eur', 'planned'],
  description: ['beschreibung', 'ausführlich', 'text', 'description'],
};

const MONTHS = ['jan', 'feb', 'mär', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez'];
const MONTHS_EN = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const simple = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[:*()]/g, '')
    .trim();

function columnOf(head: string): TableColumnName | null {
  return TABLE_COLUMNS.find((column) => HEADS[column].includes(simple(head))) ?? null;
}

const pad = (part: string | number) => String(part).padStart(2, '0');

/** Year and month as people write them: 04/2026, 4.2026, 2026-04, April 2026. */
function readMonth(words: string): { year: string; month: number } | null {
  const numbers = /^(\d{1,2})[./](\d{4})$/.exec(words);
  if (numbers) return { year: numbers[2]!, month: Number(numbers[1]) };
  const iso = /^(\d{4})-(\d{1,2})$/.exec(words);
  if (iso) return { year: iso[1]!, month: Number(iso[2]) };
  const named = /^([a-zä]{3})[a-zä]*\.?\s+(\d{4})$/i.exec(words);
  if (!named) return null;
  const name = named[1]!.toLowerCase();
  return { year: named[2]!, month: Math.max(MONTHS.indexOf(name), MONTHS_EN.indexOf(name)) + 1 };
}

/** A day as people write it (3.4.2026, 2026-04-03) or a month; null where it is neither. */
export function readDay(text: string): { date: LocalDate; precision: DatePrecision } | null {
  const words = text.trim();
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(words);
  const day = german ? `${german[3]}-${pad(german[2]!)}-${pad(german[1]!)}` : words;
  if (isLocalDate(day)) return { date: day, precision: 'DAY' };
  const month = readMonth(words);
  const first = month ? `${month.year}-${pad(month.month)}-01` : '';
  return isLocalDate(first) ? { date: first, precision: 'MONTH' } : null;
}

function kindOf(text: string): InitiativeKind | null {
  if (text.trim() === '') return 'PROJECT';
  const said = simple(text);
  return (
    INITIATIVE_KINDS.find((kind) => [kind, messages.de.kinds[kind], messages.en.kinds[kind]].some((name) => simple(name) === said)) ?? null
  );
}

const parts = (text: string) =>
  text
    .split(/[;,\n]/)
    .map((part) => part.trim())
    .filter(Boolean);

function themeOf(text: string): string | null {
  return THEMES.find(({ id, de, en }) => [id, de, en].some((name) => simple(name) === simple(text)))?.id ?? null;
}

function amountOf(text: string): number | null {
  const digits = text.replace(/[€\s']|eur(o)?/gi, '').replace(/[.,](?=\d{3}(\D|$))/g, '');
  return /^\d+([.,]0+)?$/.test(digits) ? Math.trunc(Number(digits.replace(',', '.'))) : null;
}

/** Reads the cells of one row. What cannot be read is a refusal of its own, beside those of the words. */
export function readInitiativeRow(
  cell: (column: TableColumnName) => string,
  known: KnownCompetences,
): Pick<PastedRow, 'text' | 'refusals'> {
  const refusals: Refusal[] = [];
  const dayIn = (column: 'startOn' | 'endOn') => {
    const day = cell(column).trim() === '' ? undefined : readDay(cell(column));
    if (day === null) refusals.push({ code: 'DATE_UNREADABLE', field: column, params: { text: cell(column).trim() } });
    return day ?? null;
  };
  const kind = kindOf(cell('kind'));
  if (kind === null) refusals.push({ code: 'KIND_UNREADABLE', field: 'kind', params: { text: cell('kind').trim() } });
  const themes = parts(cell('themes')).map((said) => ({ said, id: themeOf(said) }));
  for (const { said } of themes.filter(({ id }) => id === null))
    refusals.push({ code: 'THEME_UNREADABLE', field: 'themes', params: { text: said } });
  const planned = cell('budget').trim() === '' ? null : amountOf(cell('budget'));
  if (planned === null && cell('budget').trim() !== '') refusals.push({ code: 'AMOUNT_INVALID', field: 'budget' });
  const [start, end] = [dayIn('startOn'), dayIn('endOn')];
  const text: InitiativeText = {
    title: cell('title'),
    kind: kind ?? 'PROJECT',
    summary: cell('summary'),
    description: cell('description'),
    themes: themes.flatMap(({ id }) => id ?? []),
    wanted: parts(cell('wanted')).map((wanted) => ({ text: wanted, competences: [], kinds: [] })),
    startOn: start?.date ?? null,
    startPrecision: start?.precision ?? 'DAY',
    endOn: end?.date ?? null,
    endPrecision: end?.precision ?? 'DAY',
    nextStep: cell('nextStep'),
    budget: planned === null ? null : { planned, decided: null, spent: null },
  };
  return { text, refusals: [...refusals, ...initiativeRefusals(text, known)] };
}

/**
 * Reads a table pasted from a spreadsheet: `cells` row by row. The first row may name the columns; otherwise they are
 * taken in the order of `TABLE_COLUMNS`. Empty rows are passed over.
 */
export function readInitiativeTable(cells: readonly (readonly string[])[], known: KnownCompetences): PastedTable {
  const heads = (cells[0] ?? []).map(columnOf);
  const named = heads.includes('title');
  const width = Math.max(0, ...cells.map(({ length }) => length));
  const columns = named ? heads : Array.from({ length: width }, (_, at) => TABLE_COLUMNS[at] ?? null);
  const filled = cells
    .map((row, at) => ({ row, line: at + 1 }))
    .slice(named ? 1 : 0)
    .filter(({ row }) => row.some((cell) => cell.trim() !== ''));
  const rows = filled.slice(0, MOST_ROWS).map(({ row, line }) => {
    const cell = (column: TableColumnName) => row[columns.indexOf(column)] ?? '';
    return { line, ...readInitiativeRow(cell, known) };
  });
  return { columns, rows, leftOut: Math.max(0, filled.length - MOST_ROWS) };
}
