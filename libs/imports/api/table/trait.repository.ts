import { Injectable } from '@nestjs/common';
import { hostOf, nameKeyOf, searchTextOf } from '@knotenpunkt/actors/domain';
import {
  ALIKE,
  addressKeyOf,
  MOST_SHARING,
  traitsOf,
  type TraitedActor,
  type Traits,
  type UnlistedActor,
} from '@knotenpunkt/imports/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';

interface StaleTraits {
  id: Id;
  version: number;
  archived: boolean;
  name: string;
  shortName: string;
  website: string;
  street: string;
  postalCode: string;
}

/** Words that name an organisation. */
interface Naming {
  name: string | null;
  host: string | null;
}

type Which = 'archived' | 'NOT archived';

const AT_ONCE = 2_000;
/** Who is called the same as more others is told apart by a number. */
const MOST_NAMED = 20;

const ACTOR = `id, slug, name, short_name AS "shortName", kind, summary, description, street, postal_code AS "postalCode", city, district,
  website, size, lon, lat, provenance, version`;

async function rowsOf<Row>(tx: Tx, sql: string, parameters: unknown[]): Promise<Row[]> {
  return (await tx.query(sql, parameters)) as Row[];
}

/** What is compared of organisations, made of the view of their room and kept where it can be searched. */
@Injectable()
export class TraitRepository {
  /** Takes over what changed since: entries whose version is another one, and those that are gone; in the order of ids, so that two at once do not wait for each other. */
  async refresh(tx: Tx, regionId: Id): Promise<void> {
    await tx.query(
      `DELETE FROM import_trait WHERE id IN (
         SELECT t.id FROM import_trait t WHERE region_id = $1 AND NOT EXISTS (SELECT 1 FROM listed_actor_v1 a WHERE a.id = t.id)
         ORDER BY t.id FOR UPDATE SKIP LOCKED)`,
      [regionId],
    );
    for (;;) {
      const stale = await rowsOf<StaleTraits>(
        tx,
        `SELECT a.id, a.version, a.archived, a.name, a.short_name AS "shortName", a.website, a.street, a.postal_code AS "postalCode" FROM listed_actor_v1 a LEFT JOIN import_trait t ON t.id = a.id
         WHERE a.region_id = $1 AND t.version IS DISTINCT FROM a.version ORDER BY a.id LIMIT ${AT_ONCE}`,
        [regionId],
      );
      if (stale.length === 0) return;
      const traits = stale.map(({ id, version, archived, name, shortName, website, street, postalCode }) => ({
        ...{ id, version, archived, regionId, nameKey: nameKeyOf(name), shortKey: searchTextOf(shortName).trim() },
        host: hostOf(website),
        address: addressKeyOf(street, postalCode),
      }));
      await tx.query(
        `INSERT INTO import_trait (id, region_id, version, archived, name_key, short_key, host, address)
         SELECT id, "regionId", version, archived, "nameKey", "shortKey", host, address
         FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "regionId" uuid, version integer, archived boolean, "nameKey" text, "shortKey" text, host text, address text)
         ON CONFLICT (id) DO UPDATE SET version = excluded.version, archived = excluded.archived, name_key = excluded.name_key, short_key = excluded.short_key, host = excluded.host, address = excluded.address`,
        [JSON.stringify(traits)],
      );
      if (stale.length < AT_ONCE) return;
    }
  }

  /** Organisations that have something in common with each of these, at most some a trait; which of them are alike the domain says. */
  alike(tx: Tx, regionId: Id, said: readonly Traits[]): Promise<{ at: number; id: Id }[]> {
    return this.sharing(tx, regionId, said, 'NOT archived');
  }

  /** The same among those that are not in the directory any more. */
  alikeUnlisted(tx: Tx, regionId: Id, said: readonly Traits[]): Promise<{ at: number; id: Id }[]> {
    return this.sharing(tx, regionId, said, 'archived');
  }

  private async sharing(tx: Tx, regionId: Id, said: readonly Traits[], which: Which): Promise<{ at: number; id: Id }[]> {
    await tx.query(`SELECT set_config('pg_trgm.similarity_threshold', $1, true)`, [String(ALIKE)]);
    const probes = said.map(({ nameKey, host, address }, at) => ({ at, name: nameKey, host, address }));
    return rowsOf(
      tx,
      `SELECT p.at, f.id FROM jsonb_to_recordset($2::jsonb) AS p (at integer, name text, host text, address text)
       CROSS JOIN LATERAL (
         (SELECT id FROM import_trait WHERE region_id = $1 AND ${which} AND name_key = p.name ORDER BY id LIMIT 6)
         UNION (SELECT id FROM import_trait WHERE region_id = $1 AND ${which} AND name_key % p.name ORDER BY similarity(name_key, p.name) DESC, id LIMIT 6)
         UNION (SELECT id FROM import_trait WHERE region_id = $1 AND ${which} AND host = p.host ORDER BY id LIMIT ${MOST_SHARING + 1})
         UNION (SELECT id FROM import_trait WHERE region_id = $1 AND ${which} AND address = p.address ORDER BY id LIMIT ${MOST_SHARING + 1})
       ) f`,
      [regionId, JSON.stringify(probes)],
    );
  }

  /** Organisations that are called so, by their name, their short name or their website; at most some a way. Who is meant the domain says. */
  named(tx: Tx, regionId: Id, said: readonly Naming[]): Promise<{ at: number; id: Id }[]> {
    return this.calledSo(tx, regionId, said, 'NOT archived');
  }

  /** The same among those that are not in the directory any more. */
  namedUnlisted(tx: Tx, regionId: Id, said: readonly Naming[]): Promise<{ at: number; id: Id }[]> {
    return this.calledSo(tx, regionId, said, 'archived');
  }

  private calledSo(tx: Tx, regionId: Id, said: readonly Naming[], which: Which): Promise<{ at: number; id: Id }[]> {
    const probes = said.map(({ name, host }, at) => ({
      at,
      name: name && nameKeyOf(name),
      short: name && searchTextOf(name).trim(),
      host,
    }));
    return rowsOf(
      tx,
      `SELECT p.at, f.id FROM jsonb_to_recordset($2::jsonb) AS p (at integer, name text, short text, host text)
       CROSS JOIN LATERAL (
         (SELECT id FROM import_trait WHERE region_id = $1 AND ${which} AND p.name <> '' AND name_key = p.name ORDER BY id LIMIT ${MOST_NAMED})
         UNION (SELECT id FROM import_trait WHERE region_id = $1 AND ${which} AND short_key <> '' AND short_key = p.short ORDER BY id LIMIT ${MOST_NAMED})
         UNION (SELECT id FROM import_trait WHERE region_id = $1 AND ${which} AND host = p.host ORDER BY id LIMIT ${MOST_NAMED})
       ) f`,
      [regionId, JSON.stringify(probes)],
    );
  }

  /** Organisations by their ids; archived ones are not there. */
  async actors(tx: Tx, regionId: Id, ids: readonly Id[]): Promise<Map<Id, TraitedActor>> {
    const found = await rowsOf<Omit<TraitedActor, 'traits'>>(
      tx,
      `SELECT ${ACTOR} FROM listed_actor_v1 WHERE region_id = $1 AND NOT archived AND id = ANY($2::uuid[])`,
      [regionId, ids],
    );
    return new Map(found.map((actor) => [actor.id, { ...actor, traits: traitsOf(actor) }]));
  }

  /** Those of these organisations that are not in the directory any more: archived by themselves, hidden, or merged into another. */
  async unlisted(tx: Tx, regionId: Id, ids: readonly Id[]): Promise<Map<Id, UnlistedActor>> {
    if (ids.length === 0) return new Map();
    const found = await rowsOf<Omit<UnlistedActor, 'traits'>>(
      tx,
      `SELECT ${ACTOR}, merged_into_id AS "mergedIntoId" FROM listed_actor_v1 WHERE region_id = $1 AND archived AND id = ANY($2::uuid[])`,
      [regionId, ids],
    );
    return new Map(found.map((actor) => [actor.id, { ...actor, traits: traitsOf(actor) }]));
  }

  /** Which of these names organisations have that were entered since, also where they are hidden by now; those of one table aside. */
  takenSince(tx: Tx, regionId: Id, about: { names: readonly string[]; since: Date; exceptBatchId: Id }): Promise<{ name: string }[]> {
    return rowsOf(
      tx,
      `SELECT lower(a.name) AS name FROM listed_actor_v1 a WHERE a.region_id = $1 AND a.created_at > $3 AND lower(a.name) = ANY($2)
         AND NOT EXISTS (SELECT 1 FROM import_row r WHERE r.written_id = a.id AND r.batch_id = $4)`,
      [regionId, about.names.map((name) => name.toLowerCase()), about.since, about.exceptBatchId],
    );
  }

  /** Organisations by numbers of their own: those of a list, those in a register. */
  byKeys(tx: Tx, regionId: Id, source: 'list' | 'register', keys: readonly string[]): Promise<{ key: string; id: Id }[]> {
    return rowsOf(
      tx,
      `SELECT key, aggregate_id AS id FROM external_id WHERE region_id = $1 AND source = $2 AND aggregate = 'actor' AND key = ANY($3)`,
      [regionId, source, keys],
    );
  }

  /** Notes numbers of organisations; one that belongs to somebody who is gone goes over. */
  async noteKeys(tx: Tx, regionId: Id, noted: readonly { source: 'list' | 'register'; key: string; id: Id }[]): Promise<void> {
    if (noted.length === 0) return;
    await tx.query(
      `INSERT INTO external_id (region_id, source, key, aggregate, aggregate_id, digest)
       SELECT DISTINCT ON (source, key) $1, source, key, 'actor', id, '' FROM jsonb_to_recordset($2::jsonb) AS r (source text, key text, id uuid)
       ON CONFLICT (region_id, source, key) DO UPDATE SET aggregate_id = excluded.aggregate_id, imported_at = now()
       WHERE NOT EXISTS (SELECT 1 FROM listed_actor_v1 a WHERE a.id = external_id.aggregate_id AND NOT a.archived)`,
      [regionId, JSON.stringify(noted)],
    );
  }

  async forgetKeys(tx: Tx, ids: readonly Id[]): Promise<void> {
    await tx.query(
      `DELETE FROM external_id WHERE aggregate = 'actor' AND source IN ('list', 'register') AND aggregate_id = ANY($1::uuid[])`,
      [ids],
    );
  }
}
