import { Injectable } from '@nestjs/common';
import type { Entry } from '@knotenpunkt/actors/domain';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';
import { EntryEntity } from './entry.entity';

export interface EntryRow extends Entry {
  searchText: string;
}

const COLUMNS = `id, actor_id AS "actorId", region_id AS "regionId", direction, title, text, themes, competences, from_on AS "fromOn",
  until_on AS "untilOn", confirmed_on AS "confirmedOn", audience, state, version`;

/** Open entries of actors. */
export const ofActors = query(
  'entry.ofActors',
  `SELECT ${COLUMNS} FROM entry WHERE actor_id = ANY($1::uuid[]) AND state = 'OPEN' ORDER BY created_at, id LIMIT 4000`,
);
const byIds = query('entry.byIds', `SELECT ${COLUMNS} FROM entry WHERE id = ANY($1::uuid[])`);

@Injectable()
export class EntryRepository {
  constructor(private readonly database: Database) {}

  ofActors(actorIds: readonly Id[]): Promise<Entry[]> {
    return this.database.read<Entry>(ofActors, [actorIds]);
  }

  byIds(ids: readonly Id[]): Promise<Entry[]> {
    return this.database.read<Entry>(byIds, [ids]);
  }

  async find(tx: Tx, id: Id): Promise<Entry | null> {
    const rows = (await tx.query(`SELECT ${COLUMNS} FROM entry WHERE id = $1`, [id])) as Entry[];
    return rows[0] ?? null;
  }

  async countOpen(tx: Tx, actorId: Id): Promise<number> {
    const rows = (await tx.query(`SELECT count(*) AS open FROM entry WHERE actor_id = $1 AND state = 'OPEN'`, [actorId])) as {
      open: number;
    }[];
    return rows[0]!.open;
  }

  async insert(tx: Tx, rows: EntryRow[]): Promise<void> {
    if (rows.length > 0) await tx.insert(EntryEntity, rows);
  }
}
