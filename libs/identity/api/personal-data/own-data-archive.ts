import { CSV_MARK, csvRow, fill } from '@knotenpunkt/kernel';
import type { Language } from '@knotenpunkt/platform/graphql';
import { ZipFile } from 'yazl';
import type { HeldTable } from './in-words';

/** What the archive says of itself. */
export interface ArchiveHead {
  language: Language;
  takenAt: Date;
  backupsKeptDays: number;
}

/** What is held on a person as other programs read it: `daten.json`, and one table as CSV for each kind of record. */
export function writeArchive(tables: readonly HeldTable[], head: ArchiveHead): Promise<Buffer> {
  const zip = new ZipFile();
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name, { mtime: head.takenAt });
  add('daten.json', JSON.stringify(contentOf(tables, head), null, 2));
  for (const one of tables) add(`${one.table.replace(/^public\./, '')}.csv`, tableAsCsv(one, head.language));
  zip.end();
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    zip.outputStream.on('data', (part: Buffer) => parts.push(part));
    zip.outputStream.on('error', reject);
    zip.outputStream.on('end', () => resolve(Buffer.concat(parts)));
  });
}

function contentOf(tables: readonly HeldTable[], { language, takenAt, backupsKeptDays }: ArchiveHead): object {
  return {
    takenAt,
    backupsKeptDays,
    held: tables.map(({ room, table, rows, total, held }) => {
      const { purpose, kept } = room.texts[language].processings[rows.processing]!;
      const { of: _, ground, days } = room.processings[rows.processing]!;
      const { title } = room.texts[language].tables[table]!;
      return { table, title, purpose, ground, kept: fill(kept, { days: String(days ?? '') }), total, rows: held };
    }),
  };
}

function tableAsCsv({ room, rows, held }: HeldTable, language: Language): string {
  const labels = rows.exported.map((column) => room.texts[language].columns[column]!);
  const lines = held.map((row) => csvRow(rows.exported.map((column) => textOf(row[column]))));
  return [CSV_MARK, csvRow(labels), ...lines].join('');
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}
