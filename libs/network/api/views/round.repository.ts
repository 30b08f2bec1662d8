import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { KeptOwner, Round, RoundStop } from '@knotenpunkt/network/domain';
import { Database, query, updateVersioned, type Tx } from '@knotenpunkt/platform/database';
import { columnsOf, OWNED, OWNER_COLUMNS, ownerOf, SAME_OWNER, type OwnerColumns } from './kept-owner';
import type { Keeper } from './view.repository';

/** A round with what its pages tell of its owner. */
export interface StoredRound extends Round {
  ownerName: string | null;
}

type Row = Omit<StoredRound, 'owner'> & OwnerColumns;

const MOST_LISTED = 100;
const COLUMNS = `k.id, k.region_id AS "regionId", ${OWNER_COLUMNS}, k.name, k.sentence, k.visibility, k.kept_on AS "keptOn",
  k.changed_on AS "changedOn", k.version,
  coalesce((SELECT jsonb_agg(jsonb_build_object('viewId', s.view_id, 'sentence', s.sentence) ORDER BY s.place)
            FROM network_round_stop s WHERE s.round_id = k.id), '[]') AS stops`;

const owned = query(
  'networkRound.owned',
  `SELECT ${COLUMNS} FROM network_round k WHERE k.region_id = $1 AND ${OWNED} ORDER BY k.changed_on DESC, k.id DESC LIMIT ${MOST_LISTED}`,
);
const ofRegion = query(
  'networkRound.ofRegion',
  `SELECT ${COLUMNS} FROM network_round k WHERE k.region_id = $1 AND k.visibility = 'REGION' AND k.owner_person_id IS NULL AND k.owner_actor_id IS NULL
   ORDER BY k.changed_on DESC, k.id DESC LIMIT ${MOST_LISTED}`,
);
const byId = query('networkRound.byId', `SELECT ${COLUMNS} FROM network_round k WHERE k.region_id = $1 AND k.id = $2`);

@Injectable()
export class RoundRepository {
  constructor(private readonly database: Database) {}

  async owned(regionId: Id, { personId, actorIds, coordinates }: Keeper): Promise<StoredRound[]> {
    return (await this.database.read<Row>(owned, [regionId, personId, actorIds, coordinates])).map(roundOf);
  }

  async ofRegion(regionId: Id): Promise<StoredRound[]> {
    return (await this.database.read<Row>(ofRegion, [regionId])).map(roundOf);
  }

  async find(regionId: Id, id: Id): Promise<StoredRound | null> {
    const row = await this.database.readOne<Row>(byId, [regionId, id]);
    return row && roundOf(row);
  }

  async lock(tx: Tx, regionId: Id, id: Id): Promise<StoredRound | null> {
    const sql = `SELECT ${COLUMNS} FROM network_round k WHERE k.region_id = $1 AND k.id = $2 FOR UPDATE OF k`;
    const [row] = (await tx.query(sql, [regionId, id])) as Row[];
    return row ? roundOf(row) : null;
  }

  async count(tx: Tx, regionId: Id, owner: KeptOwner): Promise<number> {
    const { ownerPersonId, ownerActorId } = columnsOf(owner);
    const sql = `SELECT count(*) AS count FROM network_round WHERE ${SAME_OWNER}`;
    const [row] = (await tx.query(sql, [regionId, ownerPersonId, ownerActorId])) as { count: number }[];
    return Number(row!.count);
  }

  /** Adds one; false where this id is taken. */
  async insert(tx: Tx, round: Round): Promise<boolean> {
    const { ownerPersonId, ownerActorId } = columnsOf(round.owner);
    const { id, regionId, name, sentence, visibility, keptOn, changedOn } = round;
    const rows = (await tx.query(
      `INSERT INTO network_round (id, region_id, owner_person_id, owner_actor_id, name, sentence, visibility, kept_on, changed_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
      [id, regionId, ownerPersonId, ownerActorId, name, sentence, visibility, keptOn, changedOn],
    )) as unknown[];
    if (rows.length > 0) await this.putStops(tx, id, round.stops);
    return rows.length > 0;
  }

  async update(tx: Tx, { id, name, sentence, visibility, changedOn, stops }: Round, expectedVersion: number) {
    const set = { name, sentence, visibility, changed_on: changedOn };
    const version = await updateVersioned(tx, { table: 'network_round', id, expectedVersion, set });
    if (!version.ok) return version;
    await tx.query('DELETE FROM network_round_stop WHERE round_id = $1', [id]);
    await this.putStops(tx, id, stops);
    return version;
  }

  private async putStops(tx: Tx, id: Id, stops: readonly RoundStop[]): Promise<void> {
    await tx.query(
      `INSERT INTO network_round_stop (round_id, place, view_id, sentence)
       SELECT $1, s.place, s.view_id, s.sentence FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS s (view_id, sentence, place)`,
      [id, stops.map(({ viewId }) => viewId), stops.map(({ sentence }) => sentence)],
    );
  }

  async remove(tx: Tx, id: Id): Promise<void> {
    await tx.query('DELETE FROM network_round WHERE id = $1', [id]);
  }
}

function roundOf({ ownerPersonId, ownerActorId, ...row }: Row): StoredRound {
  return { ...row, owner: ownerOf({ ownerPersonId, ownerActorId }) };
}
