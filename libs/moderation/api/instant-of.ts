import type { CursorKey } from '@knotenpunkt/kernel';
import { isId } from '@knotenpunkt/kernel';

/** A cursor whose key is an instant and an id; null for any other, which Postgres would not read. */
export function instantOf(cursor: CursorKey | null): CursorKey | null {
  if (cursor === null || !isId(cursor[1])) return null;
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(cursor[0]) && !Number.isNaN(Date.parse(cursor[0])) ? cursor : null;
}
