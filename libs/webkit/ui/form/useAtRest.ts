import { useContext, useEffect, useEffectEvent } from 'react';
import { UNSAFE_DataRouterContext as RouterContext } from 'react-router';

/**
 * Calls `act` once the hand has left what it moves alone for `rest` milliseconds. `moved` is where it moved it, null
 * where there is nothing to tell. Nothing is told to whoever is on the way to another page: an act that writes the address
 * would call them back. The router itself is asked, since a page hears of it only when it is drawn anew.
 */
export function useAtRest<T>(moved: T | null, rest: number, act: (moved: T) => void): void {
  const router = useContext(RouterContext)?.router;
  const tell = useEffectEvent(act);
  useEffect(() => {
    if (moved === null) return;
    const here = router?.state.location.pathname;
    const rested = () => {
      if (router && router.state.navigation.state !== 'idle') timer = setTimeout(rested, rest);
      else if (router?.state.location.pathname === here) tell(moved);
    };
    let timer = setTimeout(rested, rest);
    return () => clearTimeout(timer);
  }, [moved, rest, router]);
}
