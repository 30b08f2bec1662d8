import type pg from 'pg';
import type { ArchivedSequence } from './manifest';

/** The schemas that hold what people entered. Jobs (`pgboss`) are left out; the README says why. */
const SCHEMAS = `('public', 'auth')`;
/** Not archived: what has run the migrations say, and nobody stays signed in by way of a file. Pictures of networks are made again from facts. */
const LEFT_OUT = [
  'public.migrations',
  ...['auth.session', 'auth.verification', 'auth.ticket', 'auth.attempt'],
  ...['public.network_version', 'public.network_file', 'public.network_delta', 'public.network_progress'],
];
const NOT_OF_AN_EXTENSION = `NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`;

/** A table of the product with the columns that are not computed. */
export interface ProductTable {
  name: string;
  columns: string[];
  /** In which its rows are archived; the primary key where there is one. */
  order: string[];
}

/** Quotes a name of the catalogue: `public.actor` becomes `"public"."actor"`. */
export function quoted(name: string): string {
  return name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');
}

/** All tables whose rows are archived, by name. */
export async function productTables(client: pg.ClientBase): Promise<ProductTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; key: string[] | null }>(`
    SELECT n.nspname || '.' || c.relname AS name,
      (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
      (SELECT array_agg(a.attname::text ORDER BY array_position(i.indkey::int2[], a.attnum)) FROM pg_index i
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary) AS key
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ${SCHEMAS} AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND ${NOT_OF_AN_EXTENSION}
    ORDER BY 1`);
  return rows.filter(({ name }) => !LEFT_OUT.includes(name)).map(({ name, columns, key }) => ({ name, columns, order: key ?? columns }));
}

/** Where every sequence stands. */
export async function productSequences(client: pg.ClientBase): Promise<ArchivedSequence[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ${SCHEMAS} AND c.relkind = 'S' AND ${NOT_OF_AN_EXTENSION} ORDER BY 1`);
  const found: ArchivedSequence[] = [];
  for (const { name } of rows.filter((row) => row.name !== 'public.migrations_id_seq')) {
    const { rows: state } = await client.query<{ lastValue: string; isCalled: boolean }>(
      `SELECT last_value::text AS "lastValue", is_called AS "isCalled" FROM ${quoted(name)}`,
    );
    found.push({ name, lastValue: Number(state[0]!.lastValue), isCalled: state[0]!.isCalled });
  }
  return found;
}

/** Names of the migrations that have run; none on a database that was never used. */
export async function migrationsThatRan(client: pg.ClientBase): Promise<string[]> {
  const { rows: there } = await client.query<{ there: boolean }>(`SELECT to_regclass('public.migrations') IS NOT NULL AS there`);
  if (!there[0]!.there) return [];
  const { rows } = await client.query<{ name: string }>('SELECT name FROM public.migrations ORDER BY "timestamp", id');
  return rows.map(({ name }) => name);
}

/** The first table that holds a row, or null. */
export async function firstFilledTable(client: pg.ClientBase): Promise<string | null> {
  for (const { name } of await productTables(client)) {
    const { rows } = await client.query<{ filled: boolean }>(`SELECT EXISTS (SELECT 1 FROM ${quoted(name)}) AS filled`);
    if (rows[0]!.filled) return name;
  }
  return null;
}

/** Removes every table, view, sequence and function of the product, and the jobs. Extensions stay. */
export async function dropEverything(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string; kind: string }>(`
    SELECT n.nspname || '.' || c.relname AS name,
      CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND ${NOT_OF_AN_EXTENSION}
    -- A sequence goes with the column it belongs to; those that stand alone are left for the end.
    ORDER BY c.relkind = 'S', c.relkind IN ('v', 'm')`);
  await client.query('DROP SCHEMA IF EXISTS auth CASCADE; DROP SCHEMA IF EXISTS pgboss CASCADE');
  for (const { name, kind } of rows) await client.query(`DROP ${kind} IF EXISTS ${quoted(name)} CASCADE`);
  // Functions of triggers stay behind when their tables go.
  const { rows: functions } = await client.query<{ signature: string }>(`
    SELECT p.oid::regprocedure::text AS signature FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')`);
  for (const { signature } of functions) await client.query(`DROP FUNCTION IF EXISTS ${signature} CASCADE`);
}

/**
 * Lifts what would ask for an order of the tables – foreign keys and triggers – and gives what puts it back; putting the
 * keys back checks every row.
 */
export async function liftOrder(client: pg.ClientBase): Promise<() => Promise<void>> {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(`
    SELECT n.nspname || '.' || c.relname AS table, k.conname AS name, pg_get_constraintdef(k.oid) AS definition
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE k.contype = 'f' AND n.nspname IN ${SCHEMAS} ORDER BY 1, 2`);
  const tables = await productTables(client);
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT "${name}"`);
  for (const { name } of tables) await client.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`);
  return async () => {
    for (const { name } of tables) await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`);
    for (const { table, name, definition } of keys)
      await client.query(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT "${name}" ${definition}`);
  };
}
