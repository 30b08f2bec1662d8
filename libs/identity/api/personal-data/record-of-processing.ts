import {
  classesOf,
  CSV_MARK,
  csvRow,
  fill,
  personalTables,
  type DataSubject,
  type LegalGround,
  type PersonalDataOfRoom,
} from '@knotenpunkt/kernel';
import type { Language } from '@knotenpunkt/platform/graphql';
import { fateOf, type Fate } from './in-words';
import { registeredPersonalData } from './registry';

/** A class of personal data, as the record of processing tells it. */
export interface ProcessingInWords {
  id: string;
  title: string;
  purpose: string;
  of: readonly DataSubject[];
  ground: LegalGround;
  kept: string;
  /** `schema.table.column` of everything personal in it. */
  columns: string[];
  fates: Fate[];
}

/** All classes of all rooms. */
export function processingsInWords(language: Language): ProcessingInWords[] {
  return registeredPersonalData().flatMap((room) => Object.keys(room.processings).map((key) => processingInWords(room, key, language)));
}

function processingInWords(room: PersonalDataOfRoom, key: string, language: Language): ProcessingInWords {
  const { of, ground, days } = room.processings[key]!;
  const { title, purpose, kept } = room.texts[language].processings[key]!;
  const tables = personalTables([room]).filter(({ rows }) => rows.processing === key);
  return {
    id: `${room.room}.${key}`,
    title,
    purpose,
    of,
    ground,
    kept: fill(kept, { days: String(days ?? '') }),
    columns: tables.flatMap(({ table }) => (room.tables[table]!.personal ?? []).map((column) => `${table}.${column}`)),
    fates: [...new Set(tables.map(({ rows }) => fateOf(rows)))],
  };
}

/** What the file says of codes. */
export interface RecordWords {
  head: readonly string[];
  classes: Readonly<Record<string, string>>;
  subjects: Readonly<Record<string, string>>;
  grounds: Readonly<Record<string, string>>;
  fates: Readonly<Record<string, string>>;
  yes: string;
  no: string;
}

/** Every column of every table with its class, as a table that Excel opens. */
export function recordAsCsv(language: Language, words: RecordWords): string {
  const lines = registeredPersonalData().flatMap((room) =>
    Object.entries(room.tables).flatMap(([table, classes]) =>
      [...classesOf(classes)].map(([column, is]) =>
        csvRow([room.room, table, column, words.classes[is]!, ...toldOf(room, table, column, language, words)]),
      ),
    ),
  );
  return [CSV_MARK, csvRow(words.head), ...lines].join('');
}

function toldOf(room: PersonalDataOfRoom, table: string, column: string, language: Language, words: RecordWords): string[] {
  const { personal = [], rows } = room.tables[table]!;
  if (!rows || !personal.includes(column)) return ['', '', '', '', '', '', ''];
  const { title, purpose, of, ground, kept } = processingInWords(room, rows.processing, language);
  return [
    title,
    of.map((subject) => words.subjects[subject]).join(', '),
    purpose,
    words.grounds[ground]!,
    kept,
    rows.exported.includes(column) ? words.yes : words.no,
    words.fates[fateOf(rows)]!,
  ];
}
