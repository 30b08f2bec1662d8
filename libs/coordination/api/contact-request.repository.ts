import { Injectable } from '@nestjs/common';
import type { ContactState } from '@knotenpunkt/coordination/domain';
import type { DayPeriod, Id } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { ContactRequestEntity } from './contact-request.entity';

export interface ContactRequestRow {
  id: Id;
  regionId: Id;
  toActorId: Id;
  name: string;
  email: string;
  organisation: string;
  message: string;
  state: ContactState;
  version: number;
  createdAt: Date;
}

const COLUMNS = `id, region_id AS "regionId", to_actor_id AS "toActorId", name, email, organisation, message, state, version, created_at AS "createdAt"`;

/** Asked within days, as the region counts them; without a first day: whenever. */
export const DURING = (timeZone: string, from: string, until: string) =>
  `(${from}::date IS NULL OR (created_at AT TIME ZONE ${timeZone})::date BETWEEN ${from} AND ${until}::date)`;

const newest = query(
  'contactRequest.newest',
  `SELECT ${COLUMNS} FROM contact_request WHERE region_id = $1 AND ($2::uuid[] IS NULL OR to_actor_id = ANY($2))
     AND ${DURING('$4', '$5', '$6')} ORDER BY (state = 'ASKED') DESC, created_at DESC, id DESC LIMIT $3`,
);

@Injectable()
export class ContactRequestRepository {
  constructor(private readonly database: Database) {}

  /** Open ones first, then the newest; of all actors when `actorIds` is null. */
  newest(
    region: Pick<Region, 'id' | 'timeZone'>,
    actorIds: Id[] | null,
    { limit, during }: { limit: number; during: DayPeriod | null },
  ): Promise<ContactRequestRow[]> {
    const days = [during?.from ?? null, during?.until ?? null];
    return this.database.read<ContactRequestRow>(newest, [region.id, actorIds, limit, region.timeZone, ...days]);
  }

  /** Requests of one mail address since an instant; counted under a lock, so that many at once cannot pass together. */
  async countSince(tx: Tx, email: string, since: Date): Promise<number> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [email]);
    const rows = (await tx.query('SELECT count(*)::int AS count FROM contact_request WHERE email = $1 AND created_at >= $2', [
      email,
      since,
    ])) as { count: number }[];
    return rows[0]!.count;
  }

  async find(tx: Tx, id: Id, regionId: Id): Promise<ContactRequestRow | null> {
    const rows = (await tx.query(`SELECT ${COLUMNS} FROM contact_request WHERE id = $1 AND region_id = $2`, [
      id,
      regionId,
    ])) as ContactRequestRow[];
    return rows[0] ?? null;
  }

  async actorName(tx: Tx, actorId: Id, regionId: Id): Promise<string | null> {
    const rows = (await tx.query('SELECT name FROM actor_v1 WHERE id = $1 AND region_id = $2 AND NOT archived', [actorId, regionId])) as {
      name: string;
    }[];
    return rows[0]?.name ?? null;
  }

  async insert(tx: Tx, row: ContactRequestRow): Promise<void> {
    await tx.insert(ContactRequestEntity, row);
  }
}
