import { personalTables, type Id, type PersonalDataOfRoom, type PersonalRows, type Whose } from '@knotenpunkt/kernel';

/** By what a person is found. */
export interface PersonKeys {
  id: Id;
  name: string;
  email: string;
}

export interface Statement {
  text: string;
  values: unknown[];
}

type Rooms = readonly PersonalDataOfRoom[];

const column = (name: string) => `"${name.replaceAll('"', '""')}"`;
const tableName = (name: string) => name.split('.').map(column).join('.');

/** The condition that picks rows of the person $1 with the mail address $2. */
function picked(whose: Whose, rooms: Rooms): string {
  switch (whose.is) {
    case 'PERSON': {
      const id = whose.stored === 'text' ? '$1::uuid::text' : '$1::uuid';
      return `(${[whose.column]
        .flat()
        .map((name) => `${column(name)} = ${id}`)
        .join(' OR ')})`;
    }
    case 'MAIL':
      return `lower(${column(whose.column)}) = $2::text`;
    case 'ROW': {
      const parent = personalTables(rooms).find(({ table }) => table === whose.of)?.rows.whose;
      if (!parent) throw new Error(`${whose.of} does not say whose its rows are`);
      const theirs = `SELECT ${column(whose.key)} FROM ${tableName(whose.of)} WHERE ${picked(parent, rooms)}`;
      return `(${[whose.column]
        .flat()
        .map((name) => `${column(name)} IN (${theirs})`)
        .join(' OR ')})`;
    }
  }
}

/** Both parameters are there in every statement, whichever of them it asks for. */
const BOTH = '$1::uuid IS NOT NULL AND $2::text IS NOT NULL';

function whereOf(whose: Whose, rooms: Rooms): string {
  return `WHERE ${picked(whose, rooms)} AND ${BOTH}`;
}

/** One statement that reads what all tables hold of the person $1 with the address $2: table, row, how many there are; $3 of each table. */
export function readingStatement(rooms: Rooms): string {
  const parts = personalTables(rooms).flatMap(({ table, rows }) => {
    if (!rows.whose || rows.exported.length === 0) return [];
    const newest = rows.exported.map(column).join(', ');
    return [
      `SELECT '${table}' AS "table", to_jsonb(r) - '_total' AS "row", r._total AS total FROM (
         SELECT ${newest}, count(*) OVER ()::int AS _total FROM ${tableName(table)} ${whereOf(rows.whose, rooms)} ORDER BY ${orderOf(rows)} LIMIT $3::int) r`,
    ];
  });
  return parts.join('\nUNION ALL\n');
}

/** The newest first, where a row tells when it was; then by all columns, so that two readings agree. */
function orderOf({ exported }: PersonalRows): string {
  const times = exported.filter((name) => /(_on|_at|At|^at|^since)$/.test(name)).map((name) => `${column(name)} DESC NULLS LAST`);
  return [...times, ...exported.map((name) => `${column(name)}::text`)].join(', ');
}

/** One statement that reads the mail addresses under which rows are found that belong to no account, with the names that stand beside them. */
export function addressesStatement(rooms: Rooms, { only }: { only: boolean }): string {
  const parts = rooms.flatMap(({ tables }) =>
    Object.entries(tables).flatMap(([table, { personal = [], rows }]) => {
      if (rows?.whose?.is !== 'MAIL') return [];
      const email = `lower(${column(rows.whose.column)})`;
      const where = only ? `WHERE ${email} = $1::text` : `WHERE ${email} <> ''`;
      return [`SELECT ${email} AS email, ${personal.includes('name') ? column('name') : `''`} AS name FROM ${tableName(table)} ${where}`];
    }),
  );
  return `SELECT DISTINCT email, name FROM (${parts.join(' UNION ALL ')}) found ORDER BY email, name`;
}

/** What carries rows found by a mail address along to the new address of its account. */
export function followingStatements(rooms: Rooms, { from, to }: { from: string; to: string }): Statement[] {
  return personalTables(rooms).flatMap(({ table, rows: { whose } }) => {
    if (whose?.is !== 'MAIL' || !whose.goesAlong) return [];
    const text = `UPDATE ${tableName(table)} SET ${column(whose.column)} = $2 WHERE lower(${column(whose.column)}) = $1::text`;
    return [{ text, values: [from.toLowerCase(), to] }];
  });
}

/** What erases a person, in the order in which it is to be done: what hangs on other rows first, the account last. */
export function erasingStatements(rooms: Rooms, person: PersonKeys): Statement[] {
  const rank = (table: string, rows: PersonalRows) => (rows.whose?.is === 'ROW' ? 0 : table === 'auth.user' ? 2 : 1);
  const tables = personalTables(rooms).toSorted((a, b) => rank(a.table, a.rows) - rank(b.table, b.rows));
  const keys = [person.id, person.email.toLowerCase()];
  return tables.flatMap(({ table, rows }) => [
    ...erasingRows(table, rows, rooms).map((text) => ({ text, values: keys })),
    ...mentioning(table, rows, person),
  ]);
}

function erasingRows(table: string, { whose, erasure }: PersonalRows, rooms: Rooms): string[] {
  if (!whose || erasure.how === 'KEEP') return [];
  if (erasure.how === 'ROW') return [`DELETE FROM ${tableName(table)} ${whereOf(whose, rooms)}`];
  const owners = whose.is === 'PERSON' ? [whose.column].flat() : [];
  const sets = Object.entries(erasure.columns).map(([name, value]) => {
    const blank = value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`;
    return `${column(name)} = ${owners.includes(name) ? `NULLIF(${column(name)}, $1::uuid)` : blank}`;
  });
  return [`UPDATE ${tableName(table)} SET ${sets.join(', ')} ${whereOf(whose, rooms)}`];
}

/** Takes address and name of the person out of rows of others. */
function mentioning(table: string, { mentions }: PersonalRows, person: PersonKeys): Statement[] {
  if (!mentions) return [];
  const patterns = [person.email, ...(isTelling(person.name) ? [person.name] : [])].map(patternOf);
  const columns = Object.entries(mentions.columns);
  const looked = mentions.by === 'NAME' ? patterns : patterns.slice(0, 1);
  const where = columns.flatMap(([name]) => looked.map((_, at) => `${column(name)}::text ~* $${at + 1}::text`)).join(' OR ');
  if (mentions.rowsGo) return [{ text: `DELETE FROM ${tableName(table)} WHERE ${where}`, values: looked }];
  const sets = columns.map(([name, type]) => `${column(name)} = ${without(column(name), type, patterns.length)}`);
  return [{ text: `UPDATE ${tableName(table)} SET ${sets.join(', ')} WHERE ${where}`, values: patterns }];
}

/** A column without what the first parameters find: in a text one sees that something is missing, a cell is empty. */
function without(name: string, type: 'text' | 'text[]' | 'jsonb', patterns: number): string {
  const take = (text: string, left: string) =>
    Array.from({ length: patterns }, (_, at) => at + 1).reduce(
      (rest, at) => `regexp_replace(${rest}, $${at}::text, '${left}', 'gi')`,
      text,
    );
  if (type === 'text') return take(name, '…');
  if (type === 'jsonb') return `${take(`${name}::text`, '')}::jsonb`;
  return `ARRAY(SELECT ${take('part', '')} FROM unnest(${name}) WITH ORDINALITY AS parts (part, place) ORDER BY place)`;
}

/** A single word is part of too many sentences; signs other than these could mean something where the text lies in JSON. */
const isTelling = (name: string) => /^[\p{L}\p{M}\p{N}.'’-]+(\s+[\p{L}\p{M}\p{N}.'’-]+)+$/u.test(name.trim());

/** A pattern of Postgres that finds a text as a whole, whatever space stands between its words, and never a part of a longer word. */
function patternOf(text: string): string {
  const literal = text
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}\s]/gu, '\\$&')
    .replace(/\s+/g, '\\s+');
  return `(?<![[:alnum:]._%+-])${literal}(?![[:alnum:]])`;
}

/** Rows that go at once when a class forgets; the next are taken in another statement. */
export const FORGOTTEN_AT_ONCE = 5_000;

/** What forgets the rows of one class: each deletes at most `FORGOTTEN_AT_ONCE` that are older than the instant $1. */
export function forgettingStatements(room: PersonalDataOfRoom, processing: string): string[] {
  return personalTables([room]).flatMap(({ table, rows }) =>
    rows.processing === processing && rows.forget
      ? [
          `DELETE FROM ${tableName(table)} WHERE ctid IN (SELECT ctid FROM ${tableName(table)} WHERE ${column(rows.forget.after)} < $1::timestamptz LIMIT ${FORGOTTEN_AT_ONCE})`,
        ]
      : [],
  );
}
