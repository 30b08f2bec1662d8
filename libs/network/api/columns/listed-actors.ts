import type { Id } from '@knotenpunkt/kernel';
import { query, type OwnConnection } from '@knotenpunkt/platform/database';

/** An actor as the picture of the network shows it. */
export interface ListedActor {
  id: Id;
  regionId: Id;
  name: string;
  /** The short name, else the name. */
  label: string;
  slug: string;
  kind: string;
  themes: string[];
  city: string | null;
  /** Degrees; null where it is not known. */
  lon: number | null;
  lat: number | null;
}

const SHOWN = `id, region_id AS "regionId", name, coalesce(nullif(short_name, ''), name) AS label, slug, kind, themes, city, lon, lat`;

const ofRegion = query(
  'networkColumns.actors',
  `SELECT ${SHOWN} FROM actor_v1 WHERE NOT archived AND (region_id = $1 OR id = ANY($2::uuid[])) ORDER BY id LIMIT 400000`,
);
const someOf = query('networkColumns.someActors', `SELECT ${SHOWN} FROM actor_v1 WHERE NOT archived AND id = ANY($1::uuid[]) ORDER BY id`);

/** The actors of a region, and those of other regions that are tied to them, in order of id. */
export function listedActors(connection: OwnConnection, regionId: Id, tiedIds: Iterable<Id>): Promise<ListedActor[]> {
  return connection.read<ListedActor>(ofRegion, [regionId, [...tiedIds]]);
}

/** Those of some actors that are there, in order of id. */
export function listedAmong(connection: OwnConnection, ids: Iterable<Id>): Promise<ListedActor[]> {
  return connection.read<ListedActor>(someOf, [[...ids]]);
}
