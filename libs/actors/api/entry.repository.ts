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
  until_on AS "untilOn", confirmed_on AS "confirmedOn", audience, state, version`;

/** Open entries of actors; `ids` is an array in SQL. */
export const entriesOf = (ids: string) =>
  `SELECT ${COLUMNS} FROM entry WHERE actor_id = ANY(${ids}) AND state = 'OPEN' ORDER BY created_at, id LIMIT 4000`;

const ofActors = query('entry.ofActors', entriesOf('$1::uuid[]'));
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
