import { useCallback, useEffect, useRef, useState } from 'react';
import { NetworkOverview, unpackNetwork } from '@knotenpunkt/network/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useQuery, type Fault } from '@knotenpunkt/webkit/data';

const STATE = graphql(`
  query NetworkState {
    networkState {
      seq
      address
      madeAt
      analysedOn
      asOf
    }
  }
`);

/** After a change the server finds new places; so long after it one asks again. Milliseconds. */
const PLACES_FOLLOW = 6_000;

/** The last states read, so that going back and forth does not fetch again. */
const read = new Map<string, Promise<NetworkOverview>>();
const MOST_READ = 3;

class NetworkFault extends Error implements Fault {
  readonly number = null;

  constructor(readonly kind: Fault['kind']) {
    super(kind);
  }
}

async function fetchOverview(address: string): Promise<NetworkOverview> {
  const answer = await fetch(address, { credentials: 'same-origin' }).catch(() => null);
  if (!answer) throw new NetworkFault('OFFLINE');
  if (answer.status === 503) {
    const { code } = (await answer.json().catch(() => ({}))) as { code?: string };
    throw new NetworkFault(code === 'GRAPH_UNAVAILABLE' ? 'GRAPH_AWAY' : 'DATABASE_AWAY');
  }
  if (!answer.ok) throw new NetworkFault(answer.status === 404 ? 'NOT_FOUND' : 'SERVER');
  return new NetworkOverview(unpackNetwork(await answer.arrayBuffer()));
}

function overviewAt(address: string): Promise<NetworkOverview> {
  const known = read.get(address);
  if (known) return known;
  const made = fetchOverview(address);
  read.set(address, made);
  made.catch(() => read.delete(address));
  if (read.size > MOST_READ) read.delete(read.keys().next().value!);
  return made;
}

export interface OverviewAnswer {
  overview: NetworkOverview | null;
  error: unknown;
  retry: () => void;
}

/** The whole network of the region; follows changes quietly: what is shown stays until the newer state is there. */
export function useNetworkOverview(): OverviewAnswer {
  const { data, error, refetch } = useQuery(STATE, { fetchPolicy: 'cache-and-network' });
  const [overview, setOverview] = useState<NetworkOverview | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const address = data?.networkState.address;

  useEffect(() => {
    if (!address) return;
    let left = false;
    overviewAt(address).then(
      (value) => {
        if (left) return;
        setOverview(value);
        setFault(null);
      },
      (reason: unknown) => !left && setFault(reason),
    );
    return () => {
      left = true;
    };
  }, [address, attempt]);

  const later = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(later.current), []);
  useLiveChanges([], () => {
    void refetch();
    clearTimeout(later.current);
    later.current = setTimeout(() => void refetch(), PLACES_FOLLOW);
  });

  // A large network that is new has no places yet: they follow.
  const placed = data === undefined || data.networkState.madeAt !== null;
  useEffect(() => {
    if (placed) return;
    const timer = setInterval(() => void refetch(), PLACES_FOLLOW);
    return () => clearInterval(timer);
  }, [placed, refetch]);

  const retry = useCallback(() => {
    setAttempt((count) => count + 1);
    void refetch();
  }, [refetch]);
  return { overview, error: overview ? null : (fault ?? error ?? null), retry };
}
