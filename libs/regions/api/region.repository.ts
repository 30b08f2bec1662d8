import { Injectable } from '@nestjs/common';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { RegionEntity } from './region.entity';

const all = query(
  'region.all',
  `SELECT id, slug, name_de AS "nameDe", name_en AS "nameEn", language, time_zone AS "timeZone", extent, example, source_note AS "sourceNote", as_of AS "asOf"
   FROM region ORDER BY name_de COLLATE "de-x-icu", id LIMIT 1000`,
);

@Injectable()
export class RegionRepository {
  constructor(private readonly database: Database) {}

  all(): Promise<Region[]> {
    return this.database.read<Region>(all);
  }

  async insertIfMissing(tx: Tx, region: Region): Promise<void> {
    await tx.createQueryBuilder().insert().into(RegionEntity).values(region).orIgnore().execute();
  }

  async insert(tx: Tx, region: Region): Promise<void> {
    await tx.insert(RegionEntity, region);
  }
}
