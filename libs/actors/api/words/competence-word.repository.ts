import { Injectable } from '@nestjs/common';
import { wordKey, type Actor, type CompetenceWord } from '@knotenpunkt/actors/domain';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';
import { ACTOR_COLUMNS, type ActorRow } from '../actor.repository';

/** A word that waits for the coordination, with the number of Steckbriefe it stands in. */
export interface WaitingWord extends CompetenceWord {
  useCount: number;
}

const COLUMNS = `w.id, w.region_id AS "regionId", w.actor_id AS "actorId", w.written, w.state, w.term, w.reason, w.proposed_on AS "proposedOn",
  w.decided_on AS "decidedOn", w.version`;

const choosable = query(
  'competenceWord.choosable',
  `SELECT ${COLUMNS} FROM competence_word w WHERE w.region_id = $1 AND w.state <> 'REFUSED' ORDER BY w.id LIMIT 2000`,
);
const ofActor = query(
  'competenceWord.ofActor',
  `SELECT ${COLUMNS} FROM competence_word w WHERE w.region_id = $1 AND (w.actor_id = $2 OR w.concerned @> ARRAY[$2::uuid])
   ORDER BY w.proposed_on DESC, w.id DESC LIMIT 50`,
);
const waiting = query(
  'competenceWord.waiting',
  `SELECT ${COLUMNS}, (SELECT count(*)::int FROM actor a WHERE a.region_id = w.region_id AND NOT a.archived AND a.competences @> ARRAY[w.written]) AS "useCount"
   FROM competence_word w WHERE w.region_id = $1 AND w.state = 'PROPOSED' ORDER BY w.proposed_on, w.id LIMIT 100`,
);
const decided = query(
  'competenceWord.decided',
  `SELECT ${COLUMNS} FROM competence_word w WHERE w.region_id = $1 AND w.state <> 'PROPOSED' ORDER BY w.decided_on DESC, w.id DESC LIMIT 50`,
);

const moveMany = `
  UPDATE actor a SET competences = r.competences, search_text = r."searchText", version = a.version + 1
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, competences text[], "searchText" text) WHERE a.id = r.id`;

/** Words of organisations for competences, and what became of them. */
@Injectable()
export class CompetenceWordRepository {
  constructor(private readonly database: Database) {}

  /** All that can be chosen in a region: what was refused is not among them. */
  choosable(regionId: Id): Promise<CompetenceWord[]> {
    return this.database.read<CompetenceWord>(choosable, [regionId]);
  }

  /** What an organisation proposed, and what stood in its Steckbrief when it was decided on; the newest first. */
  ofActor(regionId: Id, actorId: Id): Promise<CompetenceWord[]> {
    return this.database.read<CompetenceWord>(ofActor, [regionId, actorId]);
  }

  waiting(regionId: Id): Promise<WaitingWord[]> {
    return this.database.read<WaitingWord>(waiting, [regionId]);
  }

  /** What was decided last. */
  decided(regionId: Id): Promise<CompetenceWord[]> {
    return this.database.read<CompetenceWord>(decided, [regionId]);
  }

  async lock(tx: Tx, regionId: Id, id: Id): Promise<CompetenceWord | null> {
    const rows = (await tx.query(`SELECT ${COLUMNS} FROM competence_word w WHERE w.region_id = $1 AND w.id = $2 FOR UPDATE`, [
      regionId,
      id,
    ])) as CompetenceWord[];
    return rows[0] ?? null;
  }

  /** The same word, however it was written. */
  async same(tx: Tx, regionId: Id, word: string): Promise<CompetenceWord | null> {
    const rows = (await tx.query(`SELECT ${COLUMNS} FROM competence_word w WHERE w.region_id = $1 AND w.plain = $2`, [
      regionId,
      wordKey(word),
    ])) as CompetenceWord[];
    return rows[0] ?? null;
  }

  async countOpen(tx: Tx, actorId: Id): Promise<number> {
    const [row] = (await tx.query(`SELECT count(*)::int AS open FROM competence_word WHERE actor_id = $1 AND state = 'PROPOSED'`, [
      actorId,
    ])) as { open: number }[];
    return row!.open;
  }

  /** Keeps a word; false where somebody was faster with the same word, or the id is taken. */
  async insert(tx: Tx, word: CompetenceWord): Promise<boolean> {
    const rows = (await tx.query(
      `INSERT INTO competence_word (id, region_id, actor_id, written, plain, state, term, reason, proposed_on, decided_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id`,
      [
        ...[word.id, word.regionId, word.actorId, word.written, wordKey(word.written)],
        ...[word.state, word.term, word.reason, word.proposedOn, word.decidedOn],
      ],
    )) as unknown[];
    return rows.length > 0;
  }

  /** Writes what was decided on a locked word; its next version. */
  async decide(tx: Tx, { id, state, term, reason, decidedOn }: CompetenceWord): Promise<void> {
    await tx.query('UPDATE competence_word SET state = $2, term = $3, reason = $4, decided_on = $5, version = version + 1 WHERE id = $1', [
      id,
      state,
      term,
      reason,
      decidedOn,
    ]);
  }

  async noteConcerned(tx: Tx, id: Id, actorIds: readonly Id[]): Promise<void> {
    await tx.query('UPDATE competence_word SET concerned = concerned || $2::uuid[] WHERE id = $1', [id, actorIds]);
  }

  /** Organisations in whose Steckbrief a word stands, kept from other changes; the next page begins after the last one. */
  async holders(tx: Tx, regionId: Id, word: string, page: { after: Id; most: number }): Promise<Actor[]> {
    return (await tx.query(
      `SELECT ${ACTOR_COLUMNS} FROM actor a WHERE a.region_id = $1 AND a.competences @> ARRAY[$2::text] AND a.id > $3 ORDER BY a.id LIMIT $4 FOR UPDATE`,
      [regionId, word, page.after, page.most],
    )) as Actor[];
  }

  /** Writes other competences into Steckbriefe. */
  async moveMany(tx: Tx, rows: readonly ActorRow[]): Promise<void> {
    await tx.query(moveMany, [JSON.stringify(rows.map(({ id, competences, searchText }) => ({ id, competences, searchText })))]);
  }
}
