import type { AskingState } from '@knotenpunkt/actors/domain';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { skipToken, useMutationAnswer, usePages, useQuery } from '@knotenpunkt/webkit/data';

const AGED = graphql(`
  query AgedActors($state: AskingState, $first: Int!, $after: String) {
    agedActors(state: $state, first: $first, after: $after) {
      edges {
        node {
          id
          oldestOn
          askedOn
          untilOn
          state
          actor {
            id
            slug
            name
            kind
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const OVERVIEW = graphql(`
  query AgedActorsOverview {
    agedActorCounts {
      state
      count
    }
    confirmationPeriod {
      afterDays
      answerDays
      version
    }
  }
`);

const ARCHIVED = graphql(`
  query ArchivedActors($first: Int!, $after: String) {
    archivedActors(first: $first, after: $after) {
      edges {
        node {
          id
          archivedOn
          version
          actor {
            id
            name
            kind
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const ASK = graphql(`
  mutation AskWhetherRight($input: AskWhetherRightInput!) {
    askWhetherRight(input: $input) {
      ... on AskedWhetherRight {
        askedIds
        leftOut {
          actorId
          reason
        }
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const SET_PERIOD = graphql(`
  mutation SetConfirmationPeriod($input: SetConfirmationPeriodInput!) {
    setConfirmationPeriod(input: $input) {
      ... on ConfirmationPeriod {
        afterDays
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const RESTORE = graphql(`
  mutation RestoreActor($input: RestoreActorInput!) {
    restoreActor(input: $input) {
      ... on Actor {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export type AgedActor = ResultOf<typeof AGED>['agedActors']['edges'][number]['node'];
export type ShownArchived = ResultOf<typeof ARCHIVED>['archivedActors']['edges'][number]['node'];

/** Whose entries have grown old, in one state or in all. */
export function useAgedActors(state: AskingState | null) {
  return usePages(AGED, 'agedActors', { state }, 50);
}

/** How many there are in each state, and after how long the region asks. */
export function useAgedOverview(asks: boolean) {
  const { data, error, refetch } = useQuery(OVERVIEW, asks ? { fetchPolicy: 'cache-and-network' } : skipToken);
  return { counts: data?.agedActorCounts, period: data?.confirmationPeriod, error, refresh: async () => void (await refetch()) };
}

export const useArchivedActors = () => usePages(ARCHIVED, 'archivedActors', {}, 20);
export const useAsking = () => useMutationAnswer(ASK);
export const useSettingPeriod = () => useMutationAnswer(SET_PERIOD);
export const useRestoring = () => useMutationAnswer(RESTORE);
