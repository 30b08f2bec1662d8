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

/**
 * The same for many at once, in their order. `tables` also names those that keep addresses left behind; all have the
 * columns `region_id` and `slug`. Nobody is kept waiting: whoever takes the same address meanwhile makes the insert fail.
 */
export async function freeSlugs(tx: Tx, wanted: { tables: string[]; regionId: Id; words: readonly string[] }): Promise<string[]> {
  const { tables, regionId, words } = wanted;
  const beginnings = words.map(slugOf);
  // "." comes right after "-": what lies between is the address itself and those with a number.
  const found = tables.map(
    (table) => `SELECT t.slug FROM b JOIN "${table}" t ON t.region_id = $1 AND t.slug >= b.beginning AND t.slug < b.beginning || '.'`,
  );
  const rows = (await tx.query(`WITH b AS (SELECT DISTINCT unnest($2::text[]) COLLATE "C" AS beginning) ${found.join(' UNION ')}`, [
    regionId,
    beginnings,
  ])) as { slug: string }[];
  const taken = new Set(rows.map(({ slug }) => slug));
  return beginnings.map((beginning) => {
    const slug = firstFree(beginning, taken);
    taken.add(slug);
    return slug;
  });
}
