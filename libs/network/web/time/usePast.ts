import { useCallback, useEffect, useState } from 'react';
import type { NetworkPast } from '@knotenpunkt/network/domain';
import { pastAt } from '../networkBytes';

export interface PastAnswer {
  /** Null until it is there. */
  past: NetworkPast | null;
  error: unknown;
  retry: () => void;
}

/** Where the ties of the network come from, fetched once it is wanted; what is there stays until the newer is. */
export function usePast(address: string | null, wanted: boolean): PastAnswer {
  const [past, setPast] = useState<NetworkPast | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (address === null || !wanted) return;
    let left = false;
    pastAt(address).then(
      (value) => {
        if (left) return;
        setPast(value);
        setFault(null);
      },
      (reason: unknown) => !left && setFault(reason),
    );
    return () => {
      left = true;
    };
  }, [address, wanted, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { past, error: past ? null : fault, retry };
}
