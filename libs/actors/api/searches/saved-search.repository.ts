import { Injectable } from '@nestjs/common';
import type { Finds, SearchWish } from '@knotenpunkt/actors/domain';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

export interface SavedSearch extends SearchWish, Finds {
  personId: Id;
  version: number;
}

/** Somebody who has saved searches. */
export interface Searcher {
  personId: Id;
  name: string;
  email: string;
  /** Null: nobody has said. */
  language: 'de' | 'en' | null;
}

const COLUMNS = 's.id, s.person_id AS "personId", s.name, s.address, s.mail, s.known, s.found, s.version';

const ofPerson = query(
  'savedSearch.ofPerson',
  `SELECT ${COLUMNS} FROM saved_search s WHERE s.person_id = $1 AND s.region_id = $2 ORDER BY s.created_at, s.id LIMIT 100`,
);
const ofPersons = query(
  'savedSearch.ofPersons',
  `SELECT ${COLUMNS} FROM saved_search s WHERE s.region_id = $1 AND s.person_id = ANY($2::uuid[]) ORDER BY s.person_id, s.created_at, s.id`,
);
const searchers = query(
  'savedSearch.searchers',
  `SELECT u.id AS "personId", u.name, u.email, u.language FROM auth."user" u
   WHERE u.id > $2 AND EXISTS (SELECT 1 FROM saved_search s WHERE s.region_id = $1 AND s.person_id = u.id) ORDER BY u.id LIMIT $3`,
);

/** What persons look for again and again. */
@Injectable()
export class SavedSearchRepository {
  constructor(private readonly database: Database) {}

  ofPerson(personId: Id, regionId: Id): Promise<SavedSearch[]> {
    return this.database.read<SavedSearch>(ofPerson, [personId, regionId]);
  }

  ofPersons(regionId: Id, personIds: readonly Id[]): Promise<SavedSearch[]> {
    return this.database.read<SavedSearch>(ofPersons, [regionId, personIds]);
  }

  /** Those who have saved searches in a region, by id; the next page begins after the last one. */
  searchers(regionId: Id, after: Id, limit: number): Promise<Searcher[]> {
    return this.database.read<Searcher>(searchers, [regionId, after, limit]);
  }

  /** How many searches a person has in a region; others of theirs are saved after this transaction. */
  async countForSaving(tx: Tx, personId: Id, regionId: Id): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('saved_search:' || $1, 0))`, [personId]);
    const [row] = (await tx.query('SELECT count(*)::int AS kept FROM saved_search WHERE person_id = $1 AND region_id = $2', [
      personId,
      regionId,
    ])) as { kept: number }[];
    return row!.kept;
  }

  /** The search, for its person alone, kept from other changes. */
  async lock(tx: Tx, personId: Id, id: Id): Promise<SavedSearch | null> {
    const rows = (await tx.query(`SELECT ${COLUMNS} FROM saved_search s WHERE s.id = $1 AND s.person_id = $2 FOR UPDATE`, [
      id,
      personId,
    ])) as SavedSearch[];
    return rows[0] ?? null;
  }

  /** Keeps a search; false where the id is taken, or there is no such person. */
  async insert(tx: Tx, regionId: Id, personId: Id, { id, name, address, mail }: SearchWish, { known, found }: Finds): Promise<boolean> {
    const rows = (await tx.query(
      `INSERT INTO saved_search (id, person_id, region_id, name, address, mail, known, found)
       SELECT $1, u.id, $3, $4, $5, $6, $7, $8 FROM auth."user" u WHERE u.id = $2 ON CONFLICT (id) DO NOTHING RETURNING id`,
      [id, personId, regionId, name, address, mail, known, found],
    )) as unknown[];
    return rows.length > 0;
  }

  /** Writes name and mail of a locked search; its next version. */
  async write(tx: Tx, { id, name, mail }: Pick<SavedSearch, 'id' | 'name' | 'mail'>): Promise<void> {
    await tx.query('UPDATE saved_search SET name = $2, mail = $3, version = version + 1 WHERE id = $1', [id, name, mail]);
  }

  /** What was found counts as shown. */
  async look(tx: Tx, personId: Id, id: Id): Promise<void> {
    await tx.query(`UPDATE saved_search SET known = known || found, found = '{}' WHERE id = $1 AND person_id = $2 AND found <> '{}'`, [
      id,
      personId,
    ]);
  }

  async remove(tx: Tx, personId: Id, id: Id): Promise<void> {
    await tx.query('DELETE FROM saved_search WHERE id = $1 AND person_id = $2', [id, personId]);
  }

  /** Writes what is found now; false where the person has looked, or the search has gone, meanwhile: then the next day tells. */
  async saveFinds(tx: Tx, search: Pick<SavedSearch, 'id'> & Finds, finds: Finds): Promise<boolean> {
    const rows = (await tx.query(
      `WITH written AS (UPDATE saved_search SET known = $2, found = $3 WHERE id = $1 AND known = $4 AND found = $5 RETURNING id)
       SELECT id FROM written`,
      [search.id, finds.known, finds.found, search.known, search.found],
    )) as unknown[];
    return rows.length > 0;
  }
}
