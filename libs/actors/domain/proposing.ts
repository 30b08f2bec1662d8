import { actsFor, passes, type Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Result } from '@knotenpunkt/kernel';
import type { Actor } from './actor';

/** Decides whether an organisation is proposed to others: in suggestions, for tables, for introductions. Its administrators do. */
export function changeProposable(
  viewer: Viewer,
  actor: Pick<Actor, 'id' | 'archived'>,
  proposable: boolean,
): Result<boolean, 'NOT_PERMITTED'> {
  return !actor.archived && actsFor(viewer, actor.id, 'ADMINISTRATOR') ? ok(proposable) : refuse('NOT_PERMITTED');
}

/** Who is told whether an organisation wants to be proposed: its own people and the coordination. To others it just is not. */
export function seesProposable(viewer: Viewer, actor: Pick<Actor, 'id'>): boolean {
  return actsFor(viewer, actor.id, 'EDITOR') || passes(viewer, 'COORDINATOR');
}
