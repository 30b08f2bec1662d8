import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from './unit-of-work';

/** What counts as referring to rows of a table. Names come from code, never from input. */
export interface Referring {
  table: string;
  /** Columns are also taken by their name, `actor_id` and `other_actor_id` alike; null: only by foreign keys. */
  column: string | null;
  /** Tables that are parts of the row itself. */
  except: readonly string[];
  /** What columns beside it say where it is a subject or a purpose: `subject_type` beside `subject_id`; null: it never is. */
  type: string | null;
  /** Whether foreign keys count whose rows would go with it, or let go of it by themselves. */
  evenIfYielding: boolean;
}

const COLUMNS = `
  SELECT DISTINCT n.nspname AS schema, c.relname AS table, a.attname AS column FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('public', 'auth') AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'uuid'::regtype
    AND NOT (n.nspname = 'public' AND c.relname = ANY($3::text[]))
    AND (a.attname ~ ('(^|_)' || $2 || '$') OR EXISTS (
      SELECT 1 FROM pg_constraint f WHERE f.contype = 'f' AND f.conrelid = c.oid AND f.confrelid = $1::regclass AND a.attnum = ANY(f.conkey)
        AND ($4 OR f.confdeltype IN ('a', 'r'))))
  ORDER BY 1, 2, 3`;

/** Pairs of columns of which one says what the other one names. */
const TYPED = `
  SELECT DISTINCT n.nspname AS schema, c.relname AS table, a.attname AS column, t.attname AS type FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute t ON t.attrelid = c.oid AND t.attname = regexp_replace(a.attname, '_id$', '_type')
  WHERE n.nspname IN ('public', 'auth') AND a.attname LIKE '%\\_id' AND a.attnum > 0 AND NOT a.attisdropped AND NOT t.attisdropped
    AND a.atttypid = 'uuid'::regtype AND t.atttypid = 'text'::regtype AND NOT (n.nspname = 'public' AND c.relname = ANY($1::text[]))
  ORDER BY 1, 2, 3`;

interface ReferringColumn {
  schema: string;
  table: string;
  column: string;
  /** The column that says what is named; null: it names nothing else. */
  type: string | null;
}

/** Which of these rows something refers to. The catalogue of Postgres says what can, so that no room is forgotten. */
export async function referredTo(tx: Tx, about: Referring, ids: readonly Id[]): Promise<Set<Id>> {
  const { table, column, except, evenIfYielding, type } = about;
  const named = (await tx.query(COLUMNS, [table, column, except, evenIfYielding])) as ReferringColumn[];
  const typed = type === null ? [] : ((await tx.query(TYPED, [except])) as ReferringColumn[]);
  const referring = [...named.map((one) => ({ ...one, type: null })), ...typed];
  if (referring.length === 0) return new Set();
  const each = referring.map((one) => {
    const isIt = one.type === null ? '' : ` AND lower("${one.type}") = '${type}'`;
    return `SELECT "${one.column}" AS id FROM "${one.schema}"."${one.table}" WHERE "${one.column}" = ANY($1::uuid[])${isIt}`;
  });
  const rows = (await tx.query(each.join(' UNION '), [ids])) as { id: Id }[];
  return new Set(rows.map(({ id }) => id));
}
