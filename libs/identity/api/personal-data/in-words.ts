import { personalTables, type PersonalDataOfRoom, type PersonalDataTexts, type PersonalRows } from '@knotenpunkt/kernel';
import type { Language } from '@knotenpunkt/platform/graphql';
import type { HeldRow } from './own-data.repository';

/** One thing a row says, in words. */
export interface Fact {
  label: string;
  value: string;
}

/** How values are written for a reader. */
export interface Writing {
  language: Language;
  timeZone: string;
  /** Names of regions, by id. */
  regions: ReadonlyMap<string, string>;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const YES_NO = { de: ['ja', 'nein'], en: ['yes', 'no'] } as const;

/** What a row says, without codes, numbers of records and what is empty. */
export function factsOf(rows: PersonalRows, row: HeldRow['row'], texts: PersonalDataTexts, writing: Writing): Fact[] {
  return rows.exported.flatMap((column) => {
    if (rows.quiet?.includes(column) || column === 'id' || (column.endsWith('_id') && column !== 'region_id')) return [];
    const value = valueOf(row[column], column, texts, writing);
    return value === '' ? [] : [{ label: labelOf(column, texts), value }];
  });
}

/** "Region (Nummer)" names a number; on the page there stands a name. */
const labelOf = (column: string, texts: PersonalDataTexts) =>
  column.endsWith('_id') ? texts.columns[column]!.replace(/ \(.*\)$/, '') : texts.columns[column]!;

function valueOf(value: unknown, column: string, texts: PersonalDataTexts, { language, timeZone, regions }: Writing): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return YES_NO[language][value ? 0 : 1];
  if (typeof value === 'number') return new Intl.NumberFormat(language).format(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (column === 'region_id') return regions.get(value) ?? value;
  if (DAY.test(value))
    return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${value}T00:00:00Z`));
  if (INSTANT.test(value))
    return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(value));
  return texts.values[`${column}.${value}`] ?? value;
}

/** What happens to a table's rows when the person is erased. */
export type Fate = 'GOES' | 'LOSES_NAME' | 'STAYS';

export const fateOf = ({ erasure }: PersonalRows): Fate =>
  erasure.how === 'ROW' ? 'GOES' : erasure.how === 'BLANK' ? 'LOSES_NAME' : 'STAYS';

/** A table with what the person may read of it, in the order of the rooms. */
export interface HeldTable {
  room: PersonalDataOfRoom;
  table: string;
  rows: PersonalRows;
  total: number;
  held: HeldRow['row'][];
}

/** Rows by table; tables that hold nothing of the person are left out. */
export function byTable(rooms: readonly PersonalDataOfRoom[], rows: readonly HeldRow[]): HeldTable[] {
  const grouped = Map.groupBy(rows, ({ table }) => table);
  return personalTables(rooms).flatMap(({ room, table, rows: classes }) => {
    const found = grouped.get(table);
    return found ? [{ room, table, rows: classes, total: found[0]!.total, held: found.map(({ row }) => row) }] : [];
  });
}
