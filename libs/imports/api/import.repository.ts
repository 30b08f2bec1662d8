import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { Participation } from '@knotenpunkt/imports/domain';
import type { Tx } from '@knotenpunkt/platform/database';

/** What a row of a table became. */
export interface ExternalId {
  key: string;
  id: Id;
  /** Hash of what the row said. */
  digest: string;
}

/** One who takes part; `id` is null where the table of organisations has no such row. */
export interface StagedParticipant {
  projectKey: string;
  actorKey: string;
  id: Id | null;
  leads: boolean;
  line: number;
}

/** Foreign ids, and the table of participations for the time of one import. */
@Injectable()
export class ImportRepository {
  /** Which of the rows were taken before; `now`: by the import that is running. */
  async known(tx: Tx, from: { regionId: Id; source: string; since: Date }, keys: readonly string[]) {
    return (await tx.query(
      `SELECT key, aggregate_id AS id, digest, imported_at >= $4 AS now FROM external_id WHERE region_id = $1 AND source = $2 AND key = ANY($3::text[])`,
      [from.regionId, from.source, keys, from.since],
    )) as (ExternalId & { now: boolean })[];
  }

  async remember(tx: Tx, from: { regionId: Id; source: string; aggregate: string }, rows: readonly ExternalId[]): Promise<void> {
    await tx.query(
      `INSERT INTO external_id (region_id, source, aggregate, key, aggregate_id, digest)
       SELECT $1, $2, $3, r.key, r.id, r.digest FROM unnest($4::text[], $5::uuid[], $6::text[]) AS r (key, id, digest)`,
      [from.regionId, from.source, from.aggregate, rows.map(({ key }) => key), rows.map(({ id }) => id), rows.map(({ digest }) => digest)],
    );
  }

  async now(tx: Tx): Promise<Date> {
    return ((await tx.query('SELECT clock_timestamp() AS now')) as { now: Date }[])[0]!.now;
  }

  async clearStage(tx: Tx): Promise<void> {
    await tx.query('TRUNCATE imported_participation');
  }

  /** Gives the lines that were taken; the others say what an earlier one said. */
  async stage(tx: Tx, rows: readonly (Participation & { line: number })[]): Promise<Set<number>> {
    const taken = (await tx.query(
      `INSERT INTO imported_participation (project_key, actor_key, leads, line)
       SELECT * FROM unnest($1::text[], $2::text[], $3::boolean[], $4::integer[]) ON CONFLICT DO NOTHING RETURNING line`,
      [
        rows.map(({ projectKey }) => projectKey),
        rows.map(({ actorKey }) => actorKey),
        rows.map(({ leads }) => leads),
        rows.map(({ line }) => line),
      ],
    )) as { line: number }[];
    return new Set(taken.map(({ line }) => line));
  }

  /** Who takes part in these projects, in the order of the table. */
  async participants(tx: Tx, from: { regionId: Id; source: string }, projectKeys: readonly string[]): Promise<StagedParticipant[]> {
    return (await tx.query(
      `SELECT p.project_key AS "projectKey", p.actor_key AS "actorKey", e.aggregate_id AS id, p.leads, p.line
       FROM imported_participation p
       LEFT JOIN external_id e ON e.region_id = $1 AND e.source = $2 AND e.key = p.actor_key AND e.aggregate = 'actor'
       WHERE p.project_key = ANY($3::text[]) ORDER BY p.line`,
      [from.regionId, from.source, projectKeys],
    )) as StagedParticipant[];
  }

  /** Participations after a line whose project or organisation was not taken, in the order of the table. */
  async lost(tx: Tx, from: { regionId: Id; source: string; after: number; limit: number }) {
    const taken = (key: string, aggregate: string) =>
      `EXISTS (SELECT FROM external_id e WHERE e.region_id = $1 AND e.source = $2 AND e.key = ${key} AND e.aggregate = '${aggregate}')`;
    return (await tx.query(
      `SELECT * FROM (
         SELECT p.line, p.project_key AS "projectKey", p.actor_key AS "actorKey", ${taken('p.actor_key', 'actor')} AS "hasActor",
           ${taken('p.project_key', 'initiative')} AS "hasProject"
         FROM imported_participation p WHERE p.line > $3) each_one
       WHERE NOT ("hasActor" AND "hasProject") ORDER BY line LIMIT $4`,
      [from.regionId, from.source, from.after, from.limit],
    )) as { line: number; projectKey: string; actorKey: string; hasActor: boolean }[];
  }
}
