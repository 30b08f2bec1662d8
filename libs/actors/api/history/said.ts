import type { Viewer } from '@knotenpunkt/identity/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';

/** What a Steckbrief `a` says, without contacts, as its versions keep it. A new part of it belongs here and in the domain (`PROFILE_FIELDS`). */
export const PROFILE_SAID = `jsonb_build_object('name', a.name, 'shortName', a.short_name, 'kind', a.kind,
  'employerId', a.employer_id, 'employer', (SELECT o.name FROM actor o WHERE o.id = a.employer_id), 'summary', a.summary, 'description', a.description,
  'themes', a.themes, 'competences', a.competences, 'sector', a.sector, 'occupations', a.occupations, 'size', a.size, 'street', a.street,
  'postalCode', a.postal_code, 'city', a.city, 'district', a.district, 'lon', a.lon, 'lat', a.lat, 'website', a.website, 'archived', a.archived)`;

/** The same of an offer or a need `e`. */
export const ENTRY_SAID = `jsonb_build_object('direction', e.direction, 'title', e.title, 'text', e.text, 'themes', e.themes, 'competences', e.competences,
  'fromOn', e.from_on, 'untilOn', e.until_on, 'audience', e.audience, 'state', e.state)`;

/** By what a version came to be. */
export interface VersionMade {
  act: string;
  at: Date;
  /** Null: nobody in particular. */
  viewer: Pick<Viewer, 'personId'> | null;
}

/** Keeps what Steckbriefe say now as the version they have now, within the transaction that wrote it. */
export async function keepProfiles(tx: Tx, ids: readonly Id[], { act, at, viewer }: VersionMade): Promise<void> {
  await tx.query(
    `INSERT INTO actor_version (actor_id, version, at, person_id, act, said)
     SELECT a.id, a.version, $2, $3, $4, ${PROFILE_SAID} FROM actor a WHERE a.id = ANY($1::uuid[]) ON CONFLICT (actor_id, version) DO NOTHING`,
    [ids, at, viewer?.personId ?? null, act],
  );
}

/** The same of offers and needs. */
export async function keepEntries(tx: Tx, ids: readonly Id[], { act, at, viewer }: VersionMade): Promise<void> {
  await tx.query(
    `INSERT INTO entry_version (entry_id, version, at, person_id, act, said)
     SELECT e.id, e.version, $2, $3, $4, ${ENTRY_SAID} FROM entry e WHERE e.id = ANY($1::uuid[]) ON CONFLICT (entry_id, version) DO NOTHING`,
    [ids, at, viewer?.personId ?? null, act],
  );
}
