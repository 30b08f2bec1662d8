import { Injectable } from '@nestjs/common';
import type { DeclaredTie } from '@knotenpunkt/actors/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';

/** A tie with its version. */
export interface ListedTie extends DeclaredTie {
  version: number;
}

// Of two that have a tie already none is taken, also where two tables say it at once.
const insertMany = `
  INSERT INTO declared_tie (id, from_id, to_id, label, since_on, confirmed, source_note)
  SELECT id, "fromId", "toId", label, "sinceOn", confirmed, "sourceNote"
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "fromId" uuid, "toId" uuid, label text, "sinceOn" date, confirmed boolean, "sourceNote" text)
  ON CONFLICT (least(from_id, to_id), greatest(from_id, to_id)) DO NOTHING RETURNING id`;

const rewriteMany = `
  UPDATE declared_tie t SET label = r.label, since_on = r."sinceOn", version = t.version + 1
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, label text, "sinceOn" date, version integer)
  WHERE t.id = r.id AND t.version = r.version RETURNING t.id`;

const eraseMany = `
  DELETE FROM declared_tie t USING jsonb_to_recordset($1::jsonb) AS r (id uuid, "expectedVersion" integer), actor a
  WHERE t.id = r.id AND t.version = r."expectedVersion" AND a.id = t.from_id AND a.region_id = $2 RETURNING t.id, t.from_id AS "fromId"`;

/** Declared ties, many at once. */
@Injectable()
export class TieRepository {
  /** Ties of actors of a region. */
  async findAll(tx: Tx, regionId: Id, ids: readonly Id[]): Promise<ListedTie[]> {
    return (await tx.query(
      `SELECT t.id, t.from_id AS "fromId", t.to_id AS "toId", t.label, t.since_on AS "sinceOn", t.confirmed, t.source_note AS "sourceNote", t.version
       FROM declared_tie t JOIN actor a ON a.id = t.from_id WHERE t.id = ANY($1::uuid[]) AND a.region_id = $2`,
      [ids, regionId],
    )) as ListedTie[];
  }

  /** Gives the ids of those that were taken. */
  async insertMany(tx: Tx, ties: readonly DeclaredTie[]): Promise<Id[]> {
    return ((await tx.query(insertMany, [JSON.stringify(ties)])) as { id: Id }[]).map(({ id }) => id);
  }

  /** What tables can change, where a tie still has the version in its row; the ids of those that had it. */
  async rewriteMany(tx: Tx, ties: readonly ListedTie[]): Promise<Id[]> {
    const [written] = (await tx.query(rewriteMany, [JSON.stringify(ties)])) as [{ id: Id }[], number];
    return written.map(({ id }) => id);
  }

  async eraseMany(tx: Tx, regionId: Id, wanted: readonly { id: Id; expectedVersion: number }[]): Promise<{ id: Id; fromId: Id }[]> {
    const [gone] = (await tx.query(eraseMany, [JSON.stringify(wanted), regionId])) as [{ id: Id; fromId: Id }[], number];
    return gone;
  }
}
