import { Injectable } from '@nestjs/common';
import type { Initiative } from '@knotenpunkt/initiatives/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import { searchTextFor } from './initiative.repository';

const rewriteMany = `
  UPDATE initiative i SET title = r.title, kind = r.kind, summary = r.summary, description = r.description, themes = r.themes, start_on = r."startOn",
    start_precision = r."startPrecision", end_on = r."endOn", end_precision = r."endPrecision", next_step = r."nextStep", search_text = r."searchText",
    version = i.version + 1
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, title text, kind text, summary text, description text, themes text[], "startOn" date,
    "startPrecision" text, "endOn" date, "endPrecision" text, "nextStep" text, "searchText" text, version integer)
  WHERE i.id = r.id AND i.version = r.version RETURNING i.id`;

const eraseMany = `
  DELETE FROM initiative i USING jsonb_to_recordset($1::jsonb) AS r (id uuid, "expectedVersion" integer)
  WHERE i.id = r.id AND i.region_id = $2 AND i.version = r."expectedVersion" RETURNING i.id`;

/** What tables change of Vorhaben, many at once. */
@Injectable()
export class ListedInitiativeRepository {
  /** What tables can change, where a Vorhaben still has the version in its row; the ids of those that had it. */
  async rewriteMany(tx: Tx, initiatives: readonly Initiative[]): Promise<Id[]> {
    const rows = initiatives.map((initiative) => ({ ...initiative, searchText: searchTextFor(initiative) }));
    const [written] = (await tx.query(rewriteMany, [JSON.stringify(rows)])) as [{ id: Id }[], number];
    return written.map(({ id }) => id);
  }

  async eraseMany(tx: Tx, regionId: Id, wanted: readonly { id: Id; expectedVersion: number }[]): Promise<Id[]> {
    const [gone] = (await tx.query(eraseMany, [JSON.stringify(wanted), regionId])) as [{ id: Id }[], number];
    return gone.map(({ id }) => id);
  }
}
