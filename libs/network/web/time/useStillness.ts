import { useSyncExternalStore } from 'react';

const STILL = '(prefers-reduced-motion: reduce)';

/** Whether the reader wants nothing to move by itself. */
export function useStillness(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(STILL);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(STILL).matches,
    () => true,
  );
}
