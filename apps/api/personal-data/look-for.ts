import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';

const OWN_SCHEMAS = `NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`;

/** Every column of every table of every schema, by `schema.table`. */
export async function columnsOf(pool: pg.Pool | pg.Client): Promise<Map<string, string[]>> {
  const { rows } = await pool.query<{ table: string; columns: string[] }>(`
    SELECT n.nspname || '.' || c.relname AS "table", array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname ${OWN_SCHEMAS}
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    GROUP BY 1 ORDER BY 1`);
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** In which columns a text stands, in whatever case and type: as text, inside JSON and lists, or as bytes. */
export async function columnsWith(pool: pg.Pool | pg.Client, text: string): Promise<string[]> {
  const found: string[] = [];
  const bytes = Buffer.from(text).toString('hex');
  for (const [table, columns] of await columnsOf(pool)) {
    const looks = columns.map(
      (column, at) =>
        `bool_or(coalesce(lower(${quoted(column)}::text) LIKE '%' || lower($1) || '%' OR ${quoted(column)}::text LIKE '\\\\x%' || $2 || '%', false)) AS "c${at}"`,
    );
    const name = table.split('.').map(quoted).join('.');
    const { rows } = await pool.query<Record<string, boolean | null>>(`SELECT ${looks.join(', ')} FROM ${name}`, [text, bytes]);
    found.push(...columns.filter((_, at) => rows[0]![`c${at}`]).map((column) => `${table}.${column}`));
  }
  return found;
}

/** Which files of a folder hold a text, in whatever case. */
export function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => readFileSync(file, 'latin1').toLowerCase().includes(text.toLowerCase()));
}
