import { messages, type Actor } from '@knotenpunkt/actors/domain';
import { csvRow, CSV_MARK, looksLikeFormula, type LocalDate } from '@knotenpunkt/kernel';
import type { Workbook, WorkbookCell } from '@knotenpunkt/platform/files';
import { messages as themeMessages, themeLabel } from '@knotenpunkt/themes/domain';
import type { Vocabularies } from './actor-rows';

/** An actor with the titles of what it seeks and offers, as far as the reader may see them. */
export interface TakenRow extends Actor {
  sortKey: string;
  needs: string[];
  offers: string[];
}

/** In what language a table is written, and where its actors are found. */
export interface TableWords {
  language: 'de' | 'en';
  known: Vocabularies;
  /** The address of a Steckbrief. */
  addressOf: (slug: string) => string;
}

export const TAKEN_COLUMNS = [
  'name',
  'shortName',
  'kind',
  'summary',
  'themes',
  'competences',
  'sector',
  'sectorCode',
  'occupations',
  'size',
  'street',
  'postalCode',
  'city',
  'district',
  'website',
  'needs',
  'offers',
  'confirmedOn',
  'provenance',
  'address',
] as const;
export type TakenColumn = (typeof TAKEN_COLUMNS)[number];

/** Several things in one cell. */
const BETWEEN = ' | ';

/** In characters. */
const WIDTHS: Partial<Record<TakenColumn, number>> = {
  name: 40,
  summary: 50,
  themes: 30,
  competences: 40,
  needs: 50,
  offers: 50,
  address: 50,
};

function day(date: LocalDate | null, language: 'de' | 'en'): string {
  return date === null ? '' : language === 'de' ? date.split('-').reverse().join('.') : date;
}

function cellsOf(row: TakenRow, { language, known, addressOf }: TableWords): string[] {
  const own = messages[language];
  const kinds: Record<string, string> = themeMessages[language].kinds;
  const cells: Record<TakenColumn, string> = {
    ...{ name: row.name, shortName: row.shortName, summary: row.summary, street: row.street, postalCode: row.postalCode },
    ...{ city: row.city, district: row.district, website: row.website, sectorCode: row.sector ?? '' },
    kind: kinds[`${row.kind}_one`] ?? row.kind,
    themes: row.themes.map((id) => themeLabel(id, language)).join(BETWEEN),
    competences: row.competences.map((id) => known.competences.label(id, language)).join(BETWEEN),
    sector: row.sector === null ? '' : known.sectors.label(row.sector, language),
    occupations: row.occupations.map((code) => known.occupations.label(code, language)).join(BETWEEN),
    size: row.size === null ? '' : own.profile.sizes[row.size],
    needs: row.needs.join(BETWEEN),
    offers: row.offers.join(BETWEEN),
    confirmedOn: day(row.confirmedOn, language),
    provenance: own.take.provenances[row.provenance],
    address: addressOf(row.slug),
  };
  return TAKEN_COLUMNS.map((column) => cells[column]);
}

async function* tableOf(rows: AsyncIterable<TakenRow>, words: TableWords): AsyncGenerator<string[]> {
  yield TAKEN_COLUMNS.map((column) => messages[words.language].take.columns[column]);
  for await (const row of rows) yield cellsOf(row, words);
}

/** The table as text for the German Excel: UTF-8 with its mark, semicolons, nothing that counts as a formula. */
export async function* csvPieces(rows: AsyncIterable<TakenRow>, words: TableWords): AsyncGenerator<string> {
  yield CSV_MARK;
  for await (const cells of tableOf(rows, words)) yield csvRow(cells);
}

/** The same as a workbook. */
export function workbookOf(rows: AsyncIterable<TakenRow>, words: TableWords): Workbook {
  async function* cells(): AsyncGenerator<WorkbookCell[]> {
    for await (const row of tableOf(rows, words)) yield row.map((text) => ({ text, kept: looksLikeFormula(text) }));
  }
  return { sheet: messages[words.language].directory.title, widths: TAKEN_COLUMNS.map((column) => WIDTHS[column] ?? 18), rows: cells() };
}
