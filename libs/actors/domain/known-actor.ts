import { actsFor, passes, type Viewer } from '@knotenpunkt/identity/domain';
import type { Actor } from './actor';

/** Whether the viewer reads what an organisation says: everybody; of one that is out of the directory those who act for it and the coordination. */
export function isOpenTo(viewer: Viewer, { id, archived }: Pick<Actor, 'id' | 'archived'>): boolean {
  return !archived || actsFor(viewer, id, 'EDITOR') || passes(viewer, 'COORDINATOR');
}

/**
 * An organisation as the viewer may know it. Of one that is out of the directory others are told who it was, because what it did with them
 * names it, and nothing it says: it may be out because of that.
 */
export function asKnownTo(viewer: Viewer, actor: Actor): Actor {
  if (isOpenTo(viewer, actor)) return actor;
  return {
    ...actor,
    ...{ summary: '', description: '', themes: [], competences: [], sector: null, occupations: [], size: null },
    ...{ street: '', postalCode: '', district: '', lon: null, lat: null, website: '', logoHash: null },
    ...{ parentId: null, employerId: null, sourceNote: null, confirmedOn: null, proposable: false },
  };
}
