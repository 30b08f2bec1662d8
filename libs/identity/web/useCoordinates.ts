import { passes } from '@knotenpunkt/identity/domain';
import { useViewer } from './useViewer';

/** Whether the reader coordinates the region; null while that is not known. */
export function useCoordinates(): boolean | null {
  const viewer = useViewer();
  return viewer && passes(viewer, 'COORDINATOR');
}
