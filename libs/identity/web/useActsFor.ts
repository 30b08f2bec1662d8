import { actsFor } from '@knotenpunkt/identity/domain';
import { useViewer } from './useViewer';

/** Whether the reader acts for an organisation, in whatever role; false while that is not known. */
export function useActsFor(actorId: string): boolean {
  const viewer = useViewer();
  return viewer !== null && actsFor(viewer, actorId, 'EDITOR');
}
