import { Injectable } from '@nestjs/common';
import type { ThreadPeople, ThreadSubject, ThreadSurroundings } from '@knotenpunkt/coordination/domain';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

/** Somebody who coordinates the region. */
export interface CoordinatorRow {
  id: Id;
  name: string;
}

const coordinators = query(
  'thread.coordinators',
  'SELECT person_id AS id, name FROM coordinator_v1 WHERE region_id = $1 ORDER BY name, person_id LIMIT 100',
);
const names = query(
  'thread.coordinatorNames',
  'SELECT person_id AS id, name FROM coordinator_v1 WHERE region_id = $1 AND person_id = ANY($2::uuid[])',
);

/** What threads name, asked of the rooms that have it, by their views. */
@Injectable()
export class ThreadSurroundingsRepository {
  constructor(private readonly database: Database) {}

  coordinators(regionId: Id): Promise<CoordinatorRow[]> {
    return this.database.read<CoordinatorRow>(coordinators, [regionId]);
  }

  coordinatorsOf(regionId: Id, ids: readonly Id[]): Promise<CoordinatorRow[]> {
    return this.database.read<CoordinatorRow>(names, [regionId, ids]);
  }

  /** Who there is in the region, among those named. */
  async people(tx: Tx, regionId: Id, named: { actorIds: readonly Id[]; coordinatorIds: readonly Id[] }): Promise<ThreadPeople> {
    const actors = await idsOf(tx, 'SELECT id FROM actor_v1 WHERE region_id = $1 AND id = ANY($2::uuid[]) AND NOT archived', [
      regionId,
      named.actorIds,
    ]);
    const persons = await idsOf(tx, 'SELECT person_id AS id FROM coordinator_v1 WHERE region_id = $1 AND person_id = ANY($2::uuid[])', [
      regionId,
      named.coordinatorIds,
    ]);
    return { actorIds: actors, coordinatorIds: persons };
  }

  /** What there is in the region of what threads can be about, with the type it is named by. */
  async subjects(tx: Tx, regionId: Id, named: readonly ThreadSubject[]): Promise<ThreadSurroundings['subjectIds']> {
    return idsOf(
      tx,
      `SELECT n.id FROM jsonb_to_recordset($2::jsonb) AS n(type text, id uuid)
       WHERE CASE n.type
         WHEN 'ALLIANCE' THEN EXISTS (SELECT FROM alliance_v1 s WHERE s.id = n.id AND s.region_id = $1)
         WHEN 'INITIATIVE' THEN EXISTS (SELECT FROM initiative_v1 s WHERE s.id = n.id AND s.region_id = $1)
         WHEN 'CHALLENGE' THEN EXISTS (SELECT FROM challenge_v1 s WHERE s.id = n.id AND s.region_id = $1)
         WHEN 'INTRODUCTION' THEN EXISTS (SELECT FROM introduction s WHERE s.id = n.id AND s.region_id = $1)
         WHEN 'CONTACT_REQUEST' THEN EXISTS (SELECT FROM contact_request s WHERE s.id = n.id AND s.region_id = $1)
         WHEN 'OUTSIDE_PROMISE' THEN EXISTS (SELECT FROM outside_promise_v1 s WHERE s.id = n.id AND s.region_id = $1)
         WHEN 'ACTOR' THEN EXISTS (SELECT FROM actor_v1 s WHERE s.id = n.id AND s.region_id = $1) END`,
      [regionId, JSON.stringify(named)],
    );
  }
}

async function idsOf(tx: Tx, sql: string, parameters: unknown[]): Promise<Set<Id>> {
  return new Set(((await tx.query(sql, parameters)) as { id: Id }[]).map(({ id }) => id));
}
