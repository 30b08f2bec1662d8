import { useCoordinates } from '@knotenpunkt/identity/web';
import { graphql, readFragment } from '@knotenpunkt/webkit/contract';
import { skipToken, useLiveChanges, usePages, useQuery } from '@knotenpunkt/webkit/data';
import { THREAD } from './thread-parts';

const TODAY = graphql(`
  query ThreadsToday($mine: Boolean) {
    threadsToday(mine: $mine) {
      due
      resting
      threads {
        ...ThreadParts
      }
      done {
        ...ThreadParts
      }
      corrected {
        ...ThreadParts
      }
    }
  }
`);

const THREADS = graphql(`
  query Threads($which: ThreadsAsked!, $mine: Boolean, $search: String, $first: Int!, $after: String) {
    threads(which: $which, mine: $mine, search: $search, first: $first, after: $after) {
      edges {
        node {
          id
          ...ThreadParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const COORDINATORS = graphql(`
  query Coordinators {
    coordinators {
      id
      name
    }
  }
`);

/** What changes how a thread or its subject stands. */
const LIVE = ['thread', 'alliance', 'initiative', 'challenge', 'commitment', 'introduction'];

/** What stands on the desk, for those who coordinate. */
export function useThreadsToday(mine: boolean) {
  const coordinates = useCoordinates() === true;
  const { data, previousData, error, refetch } = useQuery(
    TODAY,
    coordinates ? { variables: { mine }, fetchPolicy: 'cache-and-network' } : skipToken,
  );
  const refresh = () => {
    if (coordinates) void refetch();
  };
  useLiveChanges(LIVE, refresh);
  const found = (data ?? previousData)?.threadsToday;
  return {
    today: found && {
      ...found,
      threads: readFragment(THREAD, found.threads),
      done: readFragment(THREAD, found.done),
      corrected: readFragment(THREAD, found.corrected),
    },
    error,
    refresh,
  };
}

/** A list of threads that grows. */
export function useThreads(which: 'OPEN' | 'RESTING' | 'DONE', mine: boolean, search: string) {
  const pages = usePages(THREADS, 'threads', { which, mine, search: search || null });
  useLiveChanges(LIVE, () => void pages.refresh());
  return { ...pages, nodes: readFragment(THREAD, pages.nodes) };
}

/** Who can have a thread in hand. */
export function useCoordinators() {
  return useQuery(COORDINATORS).data?.coordinators ?? null;
}
