import { Injectable } from '@nestjs/common';
import type { Entry } from '@knotenpunkt/actors/domain';
import type { Id, Result } from '@knotenpunkt/kernel';
import { changeVersioned, Database, query, type Tx } from '@knotenpunkt/platform/database';
import { EntryEntity } from './entry.entity';

export interface EntryRow extends Entry {
  searchText: string;
}

/** What of an entry is changed, by column. */
export type EntryChange = Record<string, string | string[] | null>;

const COLUMNS = `id, actor_id AS "actorId", region_id AS "regionId", direction, title, text, themes, competences, from_on AS "fromOn",
  until_on AS "untilOn", confirmed_on AS "confirmedOn", source_note AS "sourceNote", audience, state, version`;

/** Open entries of actors; `ids` is an array in SQL. */
export const entriesOf = (ids: string) =>
  `SELECT ${COLUMNS} FROM entry WHERE actor_id = ANY(${ids}) AND state = 'OPEN' ORDER BY created_at, id LIMIT 4000`;

const ofActors = query('entry.ofActors', entriesOf('$1::uuid[]'));
const byIds = query('entry.byIds', `SELECT ${COLUMNS} FROM entry WHERE id = ANY($1::uuid[])`);

const rewriteMany = `
  UPDATE entry e SET title = r.title, text = r.text, themes = r.themes, competences = r.competences, from_on = r."fromOn", until_on = r."untilOn",
    search_text = r."searchText", version = e.version + 1
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, title text, text text, themes text[], competences text[], "fromOn" date, "untilOn" date,
    "searchText" text, version integer)
  WHERE e.id = r.id AND e.version = r.version RETURNING e.id`;

const eraseMany = `
  DELETE FROM entry e USING jsonb_to_recordset($1::jsonb) AS r (id uuid, "expectedVersion" integer)
  WHERE e.id = r.id AND e.region_id = $2 AND e.version = r."expectedVersion" RETURNING e.id, e.actor_id AS "actorId"`;

@Injectable()
export class EntryRepository {
  constructor(private readonly database: Database) {}

  ofActors(actorIds: readonly Id[]): Promise<Entry[]> {
    return this.database.read<Entry>(ofActors, [actorIds]);
  }

  byIds(ids: readonly Id[]): Promise<Entry[]> {
    return this.database.read<Entry>(byIds, [ids]);
  }

  /** An entry with the address of its actor. */
  async withActor(tx: Tx, id: Id): Promise<{ entry: Entry; actorSlug: string } | null> {
    const [row] = (await tx.query(
      `SELECT e.*, a.slug AS "actorSlug" FROM (SELECT ${COLUMNS} FROM entry WHERE id = $1) e JOIN actor a ON a.id = e."actorId"`,
      [id],
    )) as (Entry & { actorSlug: string })[];
    if (!row) return null;
    const { actorSlug, ...entry } = row;
    return { entry, actorSlug };
  }

  /** Changes an entry that nobody has changed meanwhile; gives it as it is afterwards. */
  change(tx: Tx, id: Id, expectedVersion: number, set: EntryChange): Promise<Result<Entry, 'STALE_VERSION'>> {
    return changeVersioned<Entry>(tx, { table: 'entry', id, expectedVersion, set, returning: COLUMNS });
  }

  async find(tx: Tx, id: Id): Promise<Entry | null> {
    const rows = (await tx.query(`SELECT ${COLUMNS} FROM entry WHERE id = $1`, [id])) as Entry[];
    return rows[0] ?? null;
  }

  /** Open entries of an actor, in the order of its Steckbrief. */
  async openOf(tx: Tx, actorId: Id): Promise<Entry[]> {
    return (await tx.query(ofActors.text, [[actorId]])) as Entry[];
  }

  async findAll(tx: Tx, ids: readonly Id[]): Promise<Entry[]> {
    return (await tx.query(byIds.text, [ids])) as Entry[];
  }

  /** What tables can change, of many at once, where they still have the version in their row; the ids of those that had it. */
  async rewriteMany(tx: Tx, rows: readonly EntryRow[]): Promise<Id[]> {
    const [written] = (await tx.query(rewriteMany, [JSON.stringify(rows)])) as [{ id: Id }[], number];
    return written.map(({ id }) => id);
  }

  async eraseMany(tx: Tx, regionId: Id, wanted: readonly { id: Id; expectedVersion: number }[]): Promise<{ id: Id; actorId: Id }[]> {
    const [gone] = (await tx.query(eraseMany, [JSON.stringify(wanted), regionId])) as [{ id: Id; actorId: Id }[], number];
    return gone;
  }

  /** How many open entries actors have; the actors are locked, so that two tables at once count one after the other. */
  async countOpenOf(tx: Tx, actorIds: readonly Id[]): Promise<Map<Id, number>> {
    await tx.query('SELECT 1 FROM actor WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [actorIds]);
    const rows = (await tx.query(
      `SELECT actor_id AS id, count(*)::int AS open FROM entry WHERE actor_id = ANY($1::uuid[]) AND state = 'OPEN' GROUP BY actor_id`,
      [actorIds],
    )) as { id: Id; open: number }[];
    return new Map(rows.map(({ id, open }) => [id, open]));
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
