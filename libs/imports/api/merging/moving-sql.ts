import type { ActorReference } from '@knotenpunkt/identity/api';

/** What the catalogue of Postgres says of a table: its key, and the types of its columns. */
export interface TableShape {
  key: string[];
  types: ReadonlyMap<string, string>;
}

const FROM = '$1::uuid';
const TO = '$2::uuid';

const SINCE = '$3::date';

/** A condition of a room with the two ids and the day as what they are. */
const given = (sql: string) => sql.replaceAll(/\$1\b/g, FROM).replaceAll(/\$2\b/g, TO).replaceAll(/\$3\b/g, SINCE);
const name = (column: string) => `"${column.replaceAll('"', '""')}"`;

/**
 * The statements that move one reference from the entry $1 to the entry $2. $3: the day since which the other continues it, null where both are
 * one organisation; its past stays behind then. Names of tables and columns come from code and from the catalogue, never from input.
 */
export function movingSql(reference: ActorReference, { key, types }: TableShape) {
  const { table, columns, only = 'true', stays = 'false', past = 'false', rank, clash, twice, ordered } = reference;
  const isPast = `(${SINCE} IS NOT NULL AND (${given(past)}) IS TRUE)`;
  const [first, second] = columns;
  const typeOf = (column: string) => types.get(column) ?? 'uuid';
  const idAs = (id: string, column: string) => (typeOf(column) === 'text' ? `${id}::text` : id);
  const at = (row: string, column: string) => `${row}.${name(column)}`;
  const isIn = (column: string) =>
    typeOf(column) === 'jsonb' ? `strpos(${at('t', column)}::text, ${FROM}::text) > 0` : `${at('t', column)} = ${idAs(FROM, column)}`;
  const next = (column: string) =>
    typeOf(column) === 'jsonb'
      ? `replace(${at('t', column)}::text, ${FROM}::text, ${TO}::text)::jsonb`
      : `(CASE WHEN ${isIn(column)} THEN ${idAs(TO, column)} ELSE ${at('t', column)} END)`;
  const between = second ? `(${at('t', first)} IN (${FROM}, ${TO}) AND ${at('t', second)} IN (${FROM}, ${TO})) IS NOT TRUE` : 'true';
  const moves = `(${columns.map(isIn).join(' OR ')}) AND (${only}) AND ${between} AND (${given(stays)}) IS NOT TRUE AND NOT ${isPast}`;
  const standsThere = second
    ? twice === 'EITHER'
      ? `least(${at('o', first)}, ${at('o', second)}) = least(${next(first)}, ${next(second)})
          AND greatest(${at('o', first)}, ${at('o', second)}) = greatest(${next(first)}, ${next(second)})`
      : columns.map((column) => `${at('o', column)} IS NOT DISTINCT FROM ${next(column)}`).join(' AND ')
    : `${at('o', first)} = ${idAs(TO, first)}`;
  const clashes = clash || twice ? `(${standsThere}) AND (${given(clash ?? 'true')})` : null;
  const weaker = rank ? `${rank('o')} >= ${rank('t')}` : 'true';
  const values = columns.map(next);
  const set =
    ordered && second
      ? [
          `${name(first)} = CASE WHEN ${values[1]} IS NULL THEN ${values[0]} ELSE least(${values[0]}, ${values[1]}) END`,
          `${name(second)} = CASE WHEN ${values[1]} IS NULL THEN NULL ELSE greatest(${values[0]}, ${values[1]}) END`,
        ]
      : columns.map((column, index) => `${name(column)} = ${values[index]}`);
  const object = (row: string, of: readonly string[]) =>
    `jsonb_build_object(${of.map((each) => `'${each}', ${row}.${name(each)}`).join(', ')})`;
  const aside = (sql: string) => `${sql} AS row`;
  return {
    /** The rows that would go over. */
    rows: `SELECT to_jsonb(t) AS row FROM ${name(table)} t WHERE ${moves} AND ${TO} IS NOT NULL`,
    count: `SELECT count(*)::int AS count FROM ${name(table)} t WHERE ${moves} AND ${TO} IS NOT NULL`,
    aside: [
      reference.excess
        ? aside(
            `DELETE FROM ${name(table)} t WHERE ${at('t', first)} IN (${FROM}, ${TO}) AND (${only}) AND (${given(reference.excess)}) AND NOT ${isPast} RETURNING to_jsonb(t)`,
          )
        : null,
      clashes
        ? aside(
            `DELETE FROM ${name(table)} t WHERE ${moves} AND EXISTS (SELECT FROM ${name(table)} o WHERE ${clashes} AND ${weaker}) RETURNING to_jsonb(t)`,
          )
        : null,
      clashes
        ? aside(
            `DELETE FROM ${name(table)} o WHERE EXISTS (SELECT FROM ${name(table)} t WHERE ${moves} AND ${clashes}) RETURNING to_jsonb(o)`,
          )
        : null,
    ].filter((sql) => sql !== null),
    move: `UPDATE ${name(table)} t SET ${set.join(', ')} WHERE ${moves}
      RETURNING ${object('new', key)} AS key, ${object('old', columns)} AS before, ${object('new', columns)} AS after, to_jsonb(new) AS row`,
  };
}

/** Puts columns of rows back where they still say what a merging wrote; $1 the rows as they were noted. */
export function restoringSql(table: string, columns: readonly string[], { key, types }: TableShape): string {
  const value = (of: string, column: string) => {
    const type = types.get(column) ?? 'uuid';
    return type === 'jsonb' ? `(r.${of} -> '${column}')` : `(r.${of} ->> '${column}')::${type}`;
  };
  return `UPDATE ${name(table)} t SET ${columns.map((column) => `${name(column)} = ${value('before', column)}`).join(', ')}
    FROM jsonb_to_recordset($1::jsonb) AS r (place integer, key jsonb, before jsonb, after jsonb)
    WHERE ${key.map((column) => `t.${name(column)} = ${value('key', column)}`).join(' AND ')}
      AND ${columns.map((column) => `t.${name(column)} IS NOT DISTINCT FROM ${value('after', column)}`).join(' AND ')}
    RETURNING r.place AS place, to_jsonb(new) AS row`;
}

/** Puts a row back that was set aside; $1 the row. */
export function returningSql(table: string): string {
  return `INSERT INTO ${name(table)} SELECT * FROM jsonb_populate_record(NULL::${name(table)}, $1::jsonb)`;
}
