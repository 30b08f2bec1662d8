import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { MOST_DRAWN, overviewOf, type NetworkOverview, type NetworkRegions } from '@knotenpunkt/network/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { overviewAt, regionsAt } from './networkBytes';

const STATE = graphql(`
  query NetworkState {
    networkState {
      seq
      address
      regionsAddress
      pastAddress
      deltaAddress
      madeAt
      analysedOn
      asOf
      progress {
        phase
        part
      }
    }
  }
`);

/** After a change the server notes what is different at once, and finds new places later; so long after it one asks again. Milliseconds. */
const ASK_AGAIN = [2_000, 6_000];
/** While a first snapshot is being made one asks so often. */
const UNTIL_MADE = 1_500;

/** How far the first snapshot of the region is. */
export interface SnapshotProgress {
  phase: 'FACTS' | 'TIES' | 'PLACES' | 'PACKING';
  /** 0 to 1. */
  part: number;
}

export interface OverviewAnswer {
  /** The whole network; null until it is there. */
  overview: NetworkOverview | null;
  /** What is seen first: there before the whole. */
  regions: NetworkRegions | null;
  /** Told while there is nothing to show yet because the first snapshot is being made. */
  progress: SnapshotProgress | null;
  /** Where the past of the network shown lies (`pastAt`); null until it is known. */
  pastAddress: string | null;
  error: unknown;
  retry: () => void;
}

/** The whole network of the region; follows changes quietly: what is shown stays until the newer state is there. */
export function useNetworkOverview(): OverviewAnswer {
  const { data, error, refetch } = useQuery(STATE, { fetchPolicy: 'cache-and-network' });
  const [overview, setOverview] = useState<NetworkOverview | null>(null);
  const [regions, setRegions] = useState<NetworkRegions | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const state = data?.networkState;
  const { address = null, regionsAddress = null, deltaAddress = null } = state ?? {};

  useEffect(() => {
    if (address === null || regionsAddress === null) return;
    let left = false;
    const first = regionsAt(regionsAddress).then((value) => !left && setRegions(value));
    // Only what is seen first may come before the rest; where it fails, the rest tells why.
    const whole = first.catch(() => undefined).then(() => (left ? null : overviewAt(address, deltaAddress)));
    whole.then(
      (value) => {
        if (left || !value) return;
        // A large one is drawn part by part: the page answers in between.
        startTransition(() => {
          setOverview(value);
          setFault(null);
        });
      },
      (reason: unknown) => !left && setFault(reason),
    );
    return () => {
      left = true;
    };
  }, [address, regionsAddress, deltaAddress, attempt]);

  const later = useRef<ReturnType<typeof setTimeout>[]>([]);
  useEffect(() => () => later.current.forEach(clearTimeout), []);
  useLiveChanges([], () => {
    void refetch();
    later.current.forEach(clearTimeout);
    later.current = ASK_AGAIN.map((wait) => setTimeout(() => void refetch(), wait));
  });

  const missing = state !== undefined && address === null;
  useEffect(() => {
    if (!missing) return;
    const timer = setInterval(() => void refetch(), UNTIL_MADE);
    return () => clearInterval(timer);
  }, [missing, refetch]);

  const retry = useCallback(() => {
    setAttempt((count) => count + 1);
    void refetch();
  }, [refetch]);
  return {
    overview,
    regions,
    progress: missing ? (state.progress ?? { phase: 'FACTS', part: 0 }) : null,
    pastAddress: state?.pastAddress ?? null,
    error: overview ? null : (fault ?? error ?? null),
    retry,
  };
}

/** What of a network there is to draw already. */
export interface FirstPicture {
  overview: NetworkOverview;
  /** False while the whole is on its way and `overview` is those with the most ties. */
  isWhole: boolean;
  first: NetworkRegions | null;
}

/** What can be drawn: the whole, or what is seen first of a large one; small ones are there at once anyway. */
export function useFirstPicture({ overview, regions }: Pick<OverviewAnswer, 'overview' | 'regions'>): FirstPicture | null {
  const first = useMemo(() => {
    const isLarge = regions !== null && (regions.actorCount > MOST_DRAWN.actors || regions.tieCount > MOST_DRAWN.ties);
    return isLarge ? { regions, overview: overviewOf(regions) } : null;
  }, [regions]);
  return useMemo(() => {
    if (overview) return { overview, isWhole: true, first: first?.regions ?? null };
    return first && { overview: first.overview, isWhole: false, first: first.regions };
  }, [overview, first]);
}
