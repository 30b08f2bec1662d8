import { useEffect, useEffectEvent } from 'react';
import { useNavigation } from 'react-router';

/**
 * Calls `act` once the hand has left what it moves alone for `rest` milliseconds. `moved` is where it moved it, null
 * where there is nothing to tell. Nothing is told while the reader is on the way to another page: an act that writes
 * the address would call them back.
 */
export function useAtRest<T>(moved: T | null, rest: number, act: (moved: T) => void): void {
  const leaving = useNavigation().state !== 'idle';
  const tell = useEffectEvent(act);
  useEffect(() => {
    if (moved === null || leaving) return;
    const timer = setTimeout(() => tell(moved), rest);
    return () => clearTimeout(timer);
  }, [moved, rest, leaving]);
}
