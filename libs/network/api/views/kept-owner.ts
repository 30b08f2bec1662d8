import type { Id } from '@knotenpunkt/kernel';
import type { KeptOwner } from '@knotenpunkt/network/domain';

/** How an owner stands in a row: a person, an organisation, or neither, which is the region. */
export interface OwnerColumns {
  ownerPersonId: Id | null;
  ownerActorId: Id | null;
}

/** Statements over things kept name their table `k`. */
export const OWNER_COLUMNS = `k.owner_person_id AS "ownerPersonId", k.owner_actor_id AS "ownerActorId",
  (SELECT a.name FROM actor_v1 a WHERE a.id = k.owner_actor_id) AS "ownerName"`;

/** Those of a person ($2), and of the organisations it acts for ($3). */
export const OWNED = `(k.owner_person_id = $2 OR k.owner_actor_id = ANY($3::uuid[]) OR ($4 AND k.owner_person_id IS NULL AND k.owner_actor_id IS NULL))`;

/** As many as the same owner has: parameters region, person, organisation. */
export const SAME_OWNER = 'region_id = $1 AND owner_person_id IS NOT DISTINCT FROM $2 AND owner_actor_id IS NOT DISTINCT FROM $3';

export function ownerOf({ ownerPersonId, ownerActorId }: OwnerColumns): KeptOwner {
  if (ownerPersonId !== null) return { kind: 'PERSON', personId: ownerPersonId };
  return ownerActorId === null ? { kind: 'REGION' } : { kind: 'ACTOR', actorId: ownerActorId };
}

export function columnsOf(owner: KeptOwner): OwnerColumns {
  return {
    ownerPersonId: owner.kind === 'PERSON' ? owner.personId : null,
    ownerActorId: owner.kind === 'ACTOR' ? owner.actorId : null,
  };
}
