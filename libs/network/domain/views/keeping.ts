import { actsFor, passes, type Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Id, type Result, type TextCode } from '@knotenpunkt/kernel';

/** To whom something kept belongs. What belongs to an organisation is everybody's who acts for it, what belongs to the region the coordination's. */
export type KeptOwner = { kind: 'PERSON'; personId: Id } | { kind: 'ACTOR'; actorId: Id } | { kind: 'REGION' };
export const OWNER_KINDS = ['PERSON', 'ACTOR', 'REGION'] as const;

/** Who sees something kept: its owner, everybody who has the link, or everybody in the list of the region. */
export const VISIBILITIES = ['OWN', 'LINK', 'REGION'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const KEPT_LIMITS = { name: 120, sentence: 300, views: 100, rounds: 30 } as const;

export type KeepingCode = TextCode | 'NOT_PERMITTED' | 'OWNER_MISSING' | 'ONLY_REGION' | 'TOO_MANY_VIEWS' | 'TOO_MANY_ROUNDS';

/** Whether the viewer decides about what belongs to an owner. */
export function keepsFor(viewer: Viewer, owner: KeptOwner): boolean {
  switch (owner.kind) {
    case 'PERSON':
      return viewer.personId === owner.personId;
    case 'ACTOR':
      return actsFor(viewer, owner.actorId, 'EDITOR');
    case 'REGION':
      return passes(viewer, 'COORDINATOR');
  }
}

/** Whether the viewer may open it: its owner always, others by link or list unless it was put away. */
export function mayOpen(viewer: Viewer, kept: { owner: KeptOwner; visibility: Visibility; archived?: boolean }): boolean {
  return keepsFor(viewer, kept.owner) || (kept.visibility !== 'OWN' && kept.archived !== true);
}

/** The owner somebody names, if that is one they may keep something for. */
export function ownerFor(viewer: Viewer, kind: KeptOwner['kind'], actorId: Id | null): Result<KeptOwner, KeepingCode> {
  if (viewer.personId === null) return refuse('NOT_PERMITTED');
  if (kind === 'ACTOR' && actorId === null) return refuse('OWNER_MISSING', { field: 'ownerActorId' });
  const owner: KeptOwner =
    kind === 'PERSON' ? { kind, personId: viewer.personId } : kind === 'ACTOR' ? { kind, actorId: actorId! } : { kind };
  return keepsFor(viewer, owner) ? ok(owner) : refuse('NOT_PERMITTED');
}

/** Only what the coordination answers for stands in the list of the region. */
export function checkVisibility(owner: KeptOwner, visibility: Visibility): Result<Visibility, KeepingCode> {
  return visibility === 'REGION' && owner.kind !== 'REGION' ? refuse('ONLY_REGION', { field: 'visibility' }) : ok(visibility);
}
