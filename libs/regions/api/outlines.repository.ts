import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

/** Outlines as they are sent: JSON, and a name that no other content has. */
export interface StoredOutlines {
  regionId: Id;
  version: string;
  content: string;
}

const versions = query('regions.outlineVersions', 'SELECT region_id AS "regionId", version FROM region_outlines LIMIT 1000');
const content = query('regions.outlines', 'SELECT content FROM region_outlines WHERE region_id = $1 AND version = $2');

@Injectable()
export class OutlinesRepository {
  constructor(private readonly database: Database) {}

  versions(): Promise<Pick<StoredOutlines, 'regionId' | 'version'>[]> {
    return this.database.read<Pick<StoredOutlines, 'regionId' | 'version'>>(versions);
  }

  async content(regionId: Id, version: string): Promise<string | null> {
    return (await this.database.readOne<{ content: string }>(content, [regionId, version]))?.content ?? null;
  }

  /** Puts these in the place of what there was. */
  async replace(tx: Tx, { regionId, version, content: text }: StoredOutlines): Promise<void> {
    await tx.query(
      `INSERT INTO region_outlines (region_id, version, content) VALUES ($1, $2, $3)
       ON CONFLICT (region_id) DO UPDATE SET version = excluded.version, content = excluded.content`,
      [regionId, version, text],
    );
  }

  async remove(tx: Tx, regionId: Id): Promise<void> {
    await tx.query('DELETE FROM region_outlines WHERE region_id = $1', [regionId]);
  }
}
