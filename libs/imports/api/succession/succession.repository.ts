import { Injectable } from '@nestjs/common';
import type { Succession, ToldSuccession } from '@knotenpunkt/imports/domain';
import type { CursorKey, Id, LocalDate } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';
import type { EdgeFact } from '@knotenpunkt/platform/graph';
import type { Begin } from './divided-facts';

const COLUMNS = `s.id, s.region_id AS "regionId", s.predecessor_id AS "predecessorId", s.successor_id AS "successorId", s.predecessor_name AS "predecessorName",
  s.successor_name AS "successorName", s.since_on AS "sinceOn", s.note, s.proposed_by AS "proposedBy", s.proposed_on AS "proposedOn",
  s.predecessor_agreed_on AS "predecessorAgreedOn", s.successor_agreed_on AS "successorAgreedOn", s.state, s.ground, s.decided_on AS "decidedOn", s.version`;
const TOLD = `SELECT ${COLUMNS}, coalesce(m.moved, '[]') AS moved, m.left_over AS "leftOver" FROM succession s LEFT JOIN actor_merge m ON m.id = s.id`;
/** Of an organisation there are few; of those that are only proposed nobody reads here. */
const OF_ACTORS = `SELECT ${COLUMNS} FROM succession s WHERE s.state = 'DONE'`;

const page = query(
  'succession.page',
  `${TOLD} WHERE s.region_id = $1 AND ($2::uuid[] IS NULL OR s.predecessor_id = ANY($2) OR s.successor_id = ANY($2))
     AND ($4::date IS NULL OR (s.proposed_on, s.id) < ($4, $5::uuid))
   ORDER BY s.proposed_on DESC, s.id DESC LIMIT $3`,
);
const one = query('succession.one', `${TOLD} WHERE s.region_id = $1 AND s.id = $2`);
const of = query('succession.of', `${OF_ACTORS} AND s.predecessor_id = ANY($1::uuid[]) LIMIT 1000`);
const into = query('succession.into', `${OF_ACTORS} AND s.successor_id = ANY($1::uuid[]) ORDER BY s.since_on DESC, s.id LIMIT 1000`);
const past = query('succession.past', `SELECT past, predecessor_id AS "predecessorId" FROM succession WHERE id = $1 AND state = 'DONE'`);
const begins = query(
  'succession.begins',
  'SELECT edge_id AS "edgeId", max(begins_on) AS on FROM succession_begin WHERE edge_id = ANY($1::uuid[]) GROUP BY edge_id',
);

/** Organisations that became part of others, or are to. */
@Injectable()
export class SuccessionRepository {
  constructor(private readonly database: Database) {}

  /** The latest first; `ids`: those of some organisations only. */
  page(regionId: Id, ids: readonly Id[] | null, limit: number, before: CursorKey | null): Promise<ToldSuccession[]> {
    return this.database.read<ToldSuccession>(page, [regionId, ids, limit, before?.[0] ?? null, before?.[1] ?? null]);
  }

  find(regionId: Id, id: Id): Promise<ToldSuccession | null> {
    return this.database.readOne<ToldSuccession>(one, [regionId, id]);
  }

  /** What these organisations became part of. */
  ofPredecessors(ids: readonly Id[]): Promise<Succession[]> {
    return this.database.read<Succession>(of, [ids]);
  }

  /** What became part of these organisations. */
  intoSuccessors(ids: readonly Id[]): Promise<Succession[]> {
    return this.database.read<Succession>(into, [ids]);
  }

  /** Locked until the transaction ends. */
  async lock(tx: Tx, regionId: Id, id: Id): Promise<ToldSuccession | null> {
    const rows = (await tx.query(`${one.text} FOR UPDATE OF s`, [regionId, id])) as ToldSuccession[];
    return rows[0] ?? null;
  }

  /** False where another of the same predecessor waits or is done. */
  async insert(tx: Tx, succession: Succession): Promise<boolean> {
    const rows = (await tx.query(
      `INSERT INTO succession (id, region_id, predecessor_id, successor_id, predecessor_name, successor_name, since_on, note, proposed_by, proposed_on,
         predecessor_agreed_on, successor_agreed_on, state, ground, decided_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT (predecessor_id) WHERE state IN ('PROPOSED', 'DONE') DO NOTHING RETURNING id`,
      [
        ...[succession.id, succession.regionId, succession.predecessorId, succession.successorId, succession.predecessorName],
        ...[succession.successorName, succession.sinceOn, succession.note, succession.proposedBy, succession.proposedOn],
        ...[succession.predecessorAgreedOn, succession.successorAgreedOn, succession.state, succession.ground, succession.decidedOn],
      ],
    )) as unknown[];
    return rows.length > 0;
  }

  /** What the graph is told of it from now on. */
  async keepFacts(
    tx: Tx,
    id: Id,
    facts: { past: readonly EdgeFact[]; begins: readonly Begin[]; invitationIds: readonly Id[] },
  ): Promise<void> {
    await tx.query('UPDATE succession SET past = $2, invitation_ids = $3 WHERE id = $1', [
      id,
      JSON.stringify(facts.past),
      facts.invitationIds,
    ]);
    await tx.query(
      `INSERT INTO succession_begin (edge_id, succession_id, begins_on) SELECT r."edgeId", $1, r.on FROM jsonb_to_recordset($2::jsonb) AS r ("edgeId" uuid, "on" date)`,
      [id, JSON.stringify(facts.begins)],
    );
  }

  /** Forgets that, and gives the invitations that went out with it. */
  async forgetFacts(tx: Tx, id: Id): Promise<Id[]> {
    await tx.query('DELETE FROM succession_begin WHERE succession_id = $1', [id]);
    const [rows] = (await tx.query(`UPDATE succession SET past = '[]' WHERE id = $1 RETURNING invitation_ids AS ids`, [id])) as [
      { ids: Id[] }[],
      number,
    ];
    return rows[0]?.ids ?? [];
  }

  async pastOf(tx: Tx, id: Id): Promise<{ past: EdgeFact[]; predecessorId: Id } | null> {
    return ((await tx.query(past.text, [id])) as { past: EdgeFact[]; predecessorId: Id }[])[0] ?? null;
  }

  async beginsOf(tx: Tx, edgeIds: readonly Id[]): Promise<Map<Id, LocalDate>> {
    const rows = (await tx.query(begins.text, [edgeIds])) as { edgeId: Id; on: LocalDate }[];
    return new Map(rows.map(({ edgeId, on }) => [edgeId, on]));
  }
}
