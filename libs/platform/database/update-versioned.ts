import { ok, refuse, type Id, type Result } from '@knotenpunkt/kernel';
import type { Tx } from './unit-of-work';

/** A value for a column; `jsonb` columns take it as JSON text. */
type ColumnValue = string | number | boolean | Date | null | string[];

interface VersionedChange {
  table: string;
  id: Id;
  expectedVersion: number;
  set: Record<string, ColumnValue>;
}

/**
 * Changes a row only if nobody changed it since `expectedVersion`. Gives the new version, or `STALE_VERSION` with
 * `params.current` (0 when the row is gone). Table and column names come from code, never from input.
 */
export async function updateVersioned(tx: Tx, change: VersionedChange): Promise<Result<number, 'STALE_VERSION'>> {
  const changed = await changeVersioned<{ version: number }>(tx, { ...change, returning: 'version' });
  return changed.ok ? ok(changed.value.version) : changed;
}

/** The same, and gives the row as it is afterwards: `returning` names its columns in SQL. */
export async function changeVersioned<Row>(tx: Tx, change: VersionedChange & { returning: string }): Promise<Result<Row, 'STALE_VERSION'>> {
  const columns = Object.keys(change.set);
  const assignments = columns.map((column, index) => `"${column}" = $${index + 3}`);
  const [rows] = (await tx.query(
    `UPDATE "${change.table}" SET ${[...assignments, 'version = version + 1'].join(', ')}
     WHERE id = $1 AND version = $2 RETURNING ${change.returning}`,
    [change.id, change.expectedVersion, ...columns.map((column) => change.set[column])],
  )) as [Row[], number];
  if (rows[0]) return ok(rows[0]);
  const found = (await tx.query(`SELECT version FROM "${change.table}" WHERE id = $1`, [change.id])) as { version: number }[];
  return refuse('STALE_VERSION', { params: { current: found[0]?.version ?? 0 } });
}
