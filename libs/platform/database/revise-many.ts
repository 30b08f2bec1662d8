import type { Id } from '@knotenpunkt/kernel';

/** Other parts for a row, on condition that it still has this version. */
export interface Revision<Parts> {
  id: Id;
  expectedVersion: number;
  parts: Parts;
}

/** A row that was revised: its new version, and what stood there before. */
export interface Revised<Parts> {
  id: Id;
  version: number;
  before: Parts;
}

interface Revising<Row, Parts> {
  /** The row with other parts. */
  change: (row: Row, parts: Parts) => Row;
  /** Writes rows that still have their version, and gives the ids of those. */
  write: (rows: readonly Row[]) => Promise<readonly Id[]>;
}

/**
 * Changes those of many rows that still have the version expected; those that are not in the answer have another, or are gone. `found`:
 * the rows that are there and may be changed.
 */
export async function reviseMany<Row extends { id: Id; version: number }, Parts extends object>(
  wanted: readonly Revision<Parts>[],
  found: readonly Row[],
  { change, write }: Revising<Row, Parts>,
): Promise<(Revised<Parts> & { row: Row })[]> {
  const byId = new Map(found.map((row) => [row.id, row]));
  const fitting = wanted.flatMap(({ id, expectedVersion, parts }) => {
    const row = byId.get(id);
    return row?.version === expectedVersion ? [{ row, parts, changed: change(row, parts) }] : [];
  });
  const written = new Set(await write(fitting.map(({ changed }) => changed)));
  return fitting
    .filter(({ row }) => written.has(row.id))
    .map(({ row, parts, changed }) => ({ id: row.id, version: row.version + 1, before: before(row, parts, changed), row }));
}

/** What stood where parts were written, also where something else went with them. */
function before<Row extends object, Parts extends object>(row: Row, parts: Parts, changed: Row): Parts {
  const keys = Object.keys(row) as (keyof Row)[];
  return Object.fromEntries(keys.filter((key) => key in parts || changed[key] !== row[key]).map((key) => [key, row[key]])) as Parts;
}
