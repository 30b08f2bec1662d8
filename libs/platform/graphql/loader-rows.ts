import type { Id } from '@knotenpunkt/kernel';

/** For a loader: the rows of each id, in the order they were read; a row may belong to several. */
export function grouped<Row>(ids: readonly Id[], rows: readonly Row[], keysOf: (row: Row) => readonly (Id | null)[]): Row[][] {
  const groups = new Map<Id, Row[]>(ids.map((id) => [id, []]));
  for (const row of rows) for (const key of keysOf(row)) groups.get(key ?? '')?.push(row);
  return ids.map((id) => groups.get(id)!);
}

/** For a loader: the row of each id, or null where there is none. */
export function matched<Row>(ids: readonly Id[], rows: readonly Row[], keyOf: (row: Row) => Id): (Row | null)[] {
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  return ids.map((id) => found.get(id) ?? null);
}
