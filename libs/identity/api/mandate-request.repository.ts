import { Injectable } from '@nestjs/common';
import type { MandateRequest } from '@knotenpunkt/identity/domain';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

const COLUMNS = `id, region_id AS "regionId", actor_id AS "actorId", name, email, asked_on AS "askedOn", state, version`;

const open = query(
  'mandateRequest.open',
  `SELECT ${COLUMNS} FROM mandate_request WHERE region_id = $1 AND state = 'ASKED' AND ($2::uuid[] IS NULL OR actor_id = ANY($2)) ORDER BY asked_on, id LIMIT 100`,
);

@Injectable()
export class MandateRequestRepository {
  constructor(private readonly database: Database) {}

  /** What waits for a decision, the longest first; of all organisations when `actorIds` is null. */
  open(regionId: Id, actorIds: readonly Id[] | null): Promise<MandateRequest[]> {
    return this.database.read<MandateRequest>(open, [regionId, actorIds]);
  }

  async isOpen(tx: Tx, actorId: Id, email: string): Promise<boolean> {
    const rows = (await tx.query(`SELECT 1 FROM mandate_request WHERE actor_id = $1 AND email = $2 AND state = 'ASKED'`, [
      actorId,
      email,
    ])) as unknown[];
    return rows.length > 0;
  }

  async find(tx: Tx, id: Id, regionId: Id): Promise<MandateRequest | null> {
    const rows = (await tx.query(`SELECT ${COLUMNS} FROM mandate_request WHERE id = $1 AND region_id = $2`, [
      id,
      regionId,
    ])) as MandateRequest[];
    return rows[0] ?? null;
  }

  /** Adds it unless the same person already waits; gives whether it was added. */
  async insert(tx: Tx, request: MandateRequest): Promise<boolean> {
    const rows = (await tx.query(
      `INSERT INTO mandate_request (id, region_id, actor_id, name, email, asked_on) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (actor_id, email) WHERE state = 'ASKED' DO NOTHING RETURNING id`,
      [request.id, request.regionId, request.actorId, request.name, request.email, request.askedOn],
    )) as unknown[];
    return rows.length > 0;
  }
}
