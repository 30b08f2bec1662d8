import type { Id, LocalDate } from '@knotenpunkt/kernel';
import type { FormerActor } from '@knotenpunkt/network/domain';
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

const formerOfRegion = query(
  'networkColumns.formerActors',
  `SELECT ${SHOWN}, closed_on AS "closedOn" FROM actor_v1 WHERE region_id = $1 AND closed_on IS NOT NULL ORDER BY id LIMIT 10000`,
);

/** Actors of a region that others continue, in order of id. */
export async function formerActors(connection: OwnConnection, regionId: Id): Promise<FormerActor[]> {
  const rows = await connection.read<ListedActor & { closedOn: LocalDate }>(formerOfRegion, [regionId]);
  return rows.map(({ regionId: _, ...former }) => former);
}

/** The actors of a region, and those of other regions that are tied to them, in order of id. */
export function listedActors(connection: OwnConnection, regionId: Id, tiedIds: Iterable<Id>): Promise<ListedActor[]> {
  return connection.read<ListedActor>(ofRegion, [regionId, [...tiedIds]]);
}

/** Those of some actors that are there, in order of id. */
export function listedAmong(connection: OwnConnection, ids: Iterable<Id>): Promise<ListedActor[]> {
  return connection.read<ListedActor>(someOf, [[...ids]]);
}
