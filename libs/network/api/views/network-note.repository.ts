import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { NetworkNote } from '@knotenpunkt/network/domain';
import { Database, query, updateVersioned, type Tx } from '@knotenpunkt/platform/database';

const COLUMNS = `n.id, n.region_id AS "regionId", n.actor_id AS "actorId", n.other_id AS "otherId", n.text, n.written_on AS "writtenOn", n.version`;
/** What concerns an organisation is on itself or on one of its ties. */
const MOST_CONCERNING = 200;

const concerning = query(
  'networkNote.concerning',
  `SELECT ${COLUMNS} FROM network_note n WHERE n.region_id = $1 AND (n.actor_id = $2 OR n.other_id = $2)
   ORDER BY n.written_on DESC, n.id DESC LIMIT ${MOST_CONCERNING}`,
);

@Injectable()
export class NetworkNoteRepository {
  constructor(private readonly database: Database) {}

  concerning(regionId: Id, actorId: Id): Promise<NetworkNote[]> {
    return this.database.read<NetworkNote>(concerning, [regionId, actorId]);
  }

  async lock(tx: Tx, regionId: Id, id: Id): Promise<NetworkNote | null> {
    const sql = `SELECT ${COLUMNS} FROM network_note n WHERE n.region_id = $1 AND n.id = $2 FOR UPDATE`;
    return ((await tx.query(sql, [regionId, id])) as NetworkNote[])[0] ?? null;
  }

  /** Of some actors those at home in the region: people of others could not read what is noted on them here. */
  async known(tx: Tx, regionId: Id, ids: readonly Id[]): Promise<Set<Id>> {
    const sql = 'SELECT id FROM actor_v1 WHERE id = ANY($1::uuid[]) AND region_id = $2 AND NOT archived';
    return new Set(((await tx.query(sql, [ids, regionId])) as { id: Id }[]).map(({ id }) => id));
  }

  /** How many there are of the same actor or tie. */
  async count(tx: Tx, regionId: Id, [actorId, otherId]: readonly [Id, Id | null]): Promise<number> {
    const sql = `SELECT count(*) AS count FROM network_note WHERE region_id = $1 AND actor_id = $2
       AND other_id IS NOT DISTINCT FROM $3`;
    const [row] = (await tx.query(sql, [regionId, actorId, otherId])) as { count: number }[];
    return Number(row!.count);
  }

  async insert(tx: Tx, { id, regionId, actorId, otherId, text, writtenOn }: NetworkNote): Promise<boolean> {
    const rows = (await tx.query(
      `INSERT INTO network_note (id, region_id, actor_id, other_id, text, written_on) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING RETURNING id`,
      [id, regionId, actorId, otherId, text, writtenOn],
    )) as unknown[];
    return rows.length > 0;
  }

  update(tx: Tx, { id, text, writtenOn }: NetworkNote, expectedVersion: number) {
    return updateVersioned(tx, { table: 'network_note', id, expectedVersion, set: { text, written_on: writtenOn } });
  }

  async remove(tx: Tx, id: Id): Promise<void> {
    await tx.query('DELETE FROM network_note WHERE id = $1', [id]);
  }
}
