import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, usePages, useQuery } from '@knotenpunkt/webkit/data';

const SUBJECT = graphql(`
  query HistorySubject($slug: String!) {
    actor(slug: $slug) {
      id
      slug
      name
      availableActions
    }
  }
`);

const ENTRIES = graphql(`
  query KeptEntries($actorId: ID!) {
    keptEntries(actorId: $actorId) {
      id
      direction
      title
      withdrawn
      untilOn
    }
  }
`);

const VERSIONS = graphql(`
  query KeptVersions($actorId: ID!, $entryId: ID, $first: Int!, $after: String) {
    keptVersions(actorId: $actorId, entryId: $entryId, first: $first, after: $after) {
      edges {
        node {
          version
          at
          act
          personName
          changed
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const COMPARED = graphql(`
  query ComparedVersions($actorId: ID!, $entryId: ID, $older: Int!, $newer: Int!) {
    comparedVersions(actorId: $actorId, entryId: $entryId, older: $older, newer: $newer) {
      field
      before
      after
    }
  }
`);

const RESTORE_PROFILE = graphql(`
  mutation RestoreProfileVersion($input: RestoreProfileVersionInput!) {
    restoreProfileVersion(input: $input) {
      ... on Actor {
        id
        slug
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const RESTORE_ENTRY = graphql(`
  mutation RestoreEntryVersion($input: RestoreEntryVersionInput!) {
    restoreEntryVersion(input: $input) {
      ... on ActorEntry {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const REOPEN = graphql(`
  mutation ReopenEntry($input: EntryVersionInput!) {
    reopenEntry(input: $input) {
      ... on ActorEntry {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export type HistorySubject = NonNullable<ResultOf<typeof SUBJECT>['actor']>;
export type KeptVersion = ResultOf<typeof VERSIONS>['keptVersions']['edges'][number]['node'];
export type KeptEntry = ResultOf<typeof ENTRIES>['keptEntries'][number];

/** Whose history is shown: undefined while loading, null where there is no such organisation. */
export function useHistorySubject(slug: string) {
  const { data, error, refetch } = useQuery(SUBJECT, { variables: { slug } });
  return { actor: data ? (data.actor ?? null) : undefined, error, refresh: async () => void (await refetch()) };
}

/** The offers and needs it has, or had. */
export function useKeptEntries(actorId: string) {
  const { data, refetch } = useQuery(ENTRIES, { variables: { actorId }, fetchPolicy: 'cache-and-network' });
  return { entries: data?.keptEntries, refresh: async () => void (await refetch()) };
}

/** Versions of the Steckbrief, or of one offer or need. */
export const useVersions = (actorId: string, entryId: string | null) => usePages(VERSIONS, 'keptVersions', { actorId, entryId }, 20);

/** Two versions, part by part; undefined while loading, null where one of them is not there. */
export function useComparison(of: { actorId: string; entryId: string | null; older: number; newer: number }) {
  const { data, error, refetch } = useQuery(COMPARED, { variables: of });
  return { fields: data ? (data.comparedVersions ?? null) : undefined, error, refresh: () => void refetch() };
}

export const useRestoringProfile = () => useMutationAnswer(RESTORE_PROFILE);
export const useReopeningEntry = () => useMutationAnswer(REOPEN);
export const useRestoringEntry = () => useMutationAnswer(RESTORE_ENTRY);
