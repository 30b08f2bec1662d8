import { Injectable } from '@nestjs/common';
import type { Direction, KeptVersion } from '@knotenpunkt/actors/domain';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';
import { ENTRY_SAID, PROFILE_SAID } from './said';

/** A Steckbrief, or one of its offers and needs. */
export interface Versioned {
  actorId: Id;
  /** Null: the Steckbrief itself. */
  entryId: Id | null;
}

/** An offer or a need that an organisation has, or had. */
export interface KeptEntry {
  id: Id;
  direction: Direction;
  title: string;
  withdrawn: boolean;
  untilOn: LocalDate | null;
}

const COLUMNS = 'v.version, v.at, v.person_id AS "personId", v.act, v.said';

/** $1 the region, $2 the organisation. The present state stands for itself where whoever wrote it kept no version. */
const PROFILES = `SELECT ${COLUMNS} FROM (
    SELECT k.version, k.at, k.person_id, k.act, k.said FROM actor_version k JOIN actor a ON a.id = k.actor_id WHERE a.region_id = $1 AND a.id = $2
    UNION ALL SELECT a.version, NULL, NULL, 'actor.changed', ${PROFILE_SAID} FROM actor a WHERE a.region_id = $1 AND a.id = $2
      AND NOT EXISTS (SELECT FROM actor_version k WHERE k.actor_id = a.id AND k.version = a.version)) v`;
/** The same with $3 the offer or need. */
const ENTRIES = `SELECT ${COLUMNS} FROM (
    SELECT k.version, k.at, k.person_id, k.act, k.said FROM entry_version k JOIN entry e ON e.id = k.entry_id
      WHERE e.region_id = $1 AND e.actor_id = $2 AND e.id = $3
    UNION ALL SELECT e.version, NULL, NULL, 'entry.changed', ${ENTRY_SAID} FROM entry e WHERE e.region_id = $1 AND e.actor_id = $2 AND e.id = $3
      AND NOT EXISTS (SELECT FROM entry_version k WHERE k.entry_id = e.id AND k.version = e.version)) v`;

const profiles = query('version.profiles', `${PROFILES} WHERE $3::int IS NULL OR v.version < $3 ORDER BY v.version DESC LIMIT $4`);
const entries = query('version.entries', `${ENTRIES} WHERE $4::int IS NULL OR v.version < $4 ORDER BY v.version DESC LIMIT $5`);
const twoProfiles = query('version.twoProfiles', `${PROFILES} WHERE v.version = ANY($3::int[])`);
const twoEntries = query('version.twoEntries', `${ENTRIES} WHERE v.version = ANY($4::int[])`);
const keptEntries = query(
  'version.keptEntries',
  `SELECT id, direction, title, state = 'WITHDRAWN' AS withdrawn, until_on AS "untilOn" FROM entry WHERE region_id = $1 AND actor_id = $2
   ORDER BY state, created_at DESC, id LIMIT 200`,
);

/** What Steckbriefe, offers and needs said in each of their versions. */
@Injectable()
export class VersionRepository {
  constructor(private readonly database: Database) {}

  /** Versions before one, or from the newest on, the newest first. */
  page(regionId: Id, { actorId, entryId }: Versioned, before: number | null, most: number): Promise<KeptVersion[]> {
    return entryId === null
      ? this.database.read<KeptVersion>(profiles, [regionId, actorId, before, most])
      : this.database.read<KeptVersion>(entries, [regionId, actorId, entryId, before, most]);
  }

  /** Of these versions those that are there. */
  some(regionId: Id, { actorId, entryId }: Versioned, versions: readonly number[]): Promise<KeptVersion[]> {
    return entryId === null
      ? this.database.read<KeptVersion>(twoProfiles, [regionId, actorId, versions])
      : this.database.read<KeptVersion>(twoEntries, [regionId, actorId, entryId, versions]);
  }

  /** All offers and needs an organisation ever had, those that are open first. */
  entriesOf(regionId: Id, actorId: Id): Promise<KeptEntry[]> {
    return this.database.read<KeptEntry>(keptEntries, [regionId, actorId]);
  }
}
