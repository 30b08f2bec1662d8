import { idFrom } from '@knotenpunkt/kernel';
import type { DataSource } from 'typeorm';

/** As many tables a coordination has sent as the region has of everything, the first of them with as many rows. */
export async function fillImportTables(dataSource: DataSource, slug: string, size: number): Promise<void> {
  for (let at = 0; at < size; at++)
    await dataSource.query(
      `INSERT INTO import_batch (id, region_id, kind, file_name, state, columns, fields, rows, created_at, attended_at)
       SELECT $1, id, 'ACTORS', $3, 'COMPARED', '[{"header":"Name","samples":[]}]', '["name"]', $4, now(), now() FROM region WHERE slug = $2`,
      [idFrom(slug, 'import', `b${at}`), slug, `liste-${at}.csv`, size],
    );
  await dataSource.query(
    `INSERT INTO import_row (batch_id, line, cells, label, fate) SELECT $1, line + 1, '{Name}', 'Akteur ' || line, 'NEW' FROM generate_series(1, $2::int) AS line`,
    [idFrom(slug, 'import', 'b0'), size],
  );
  for (let at = 0; at < size; at++)
    await dataSource.query(
      `INSERT INTO actor_merge (id, region_id, kept_id, merged_id, kept_name, merged_name, takes, change, moved, merged_at, undone_at)
       SELECT $1, id, $3, $4, 'Akteur', 'Akteur', '{}', '{"before":{},"after":{}}', '[]', now(), now() FROM region WHERE slug = $2`,
      [idFrom(slug, 'merge', `m${at}`), slug, idFrom(slug, 'actor', 'a0'), idFrom(slug, 'actor', `a${(at + 1) % size}`)],
    );
}
