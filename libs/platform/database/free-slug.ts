import { firstFree, slugOf, type Id } from '@knotenpunkt/kernel';
import type { Tx } from './unit-of-work';

/**
 * An address part nobody in the region has yet, made from words; kept for this transaction. The table has the columns
 * `region_id` and `slug`; its name comes from code, never from input.
 */
export async function freeSlug(tx: Tx, wanted: { table: string; regionId: Id; words: string }): Promise<string> {
  const { table, regionId, words } = wanted;
  const beginning = slugOf(words);
  // Two of the same words at once follow each other.
  await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`${table} ${regionId} ${beginning}`]);
  const rows = (await tx.query(`SELECT slug FROM "${table}" WHERE region_id = $1 AND slug LIKE $2 || '%'`, [regionId, beginning])) as {
    slug: string;
  }[];
  return firstFree(beginning, new Set(rows.map(({ slug }) => slug)));
}
