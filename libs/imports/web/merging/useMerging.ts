import { graphql, readFragment, type ResultOf } from '@knotenpunkt/webkit/contract';
import { skipToken, useApolloClient, useMutationAnswer, usePages, useQuery } from '@knotenpunkt/webkit/data';

const SIDE = graphql(`
  fragment MergeSideParts on Actor {
    id
    version
    slug
    name
    shortName
    kind
    summary
    description
    themes
    competences
    sector
    occupations
    street
    postalCode
    city
    district
    website
    size
    provenance
    sourceNote
    confirmedOn
    archived
    logo {
      smallAddress
    }
  }
`);

const PAIRS = graphql(`
  query DuplicatePairs($rejected: Boolean, $first: Int!, $after: String) {
    duplicatePairs(rejected: $rejected, first: $first, after: $after) {
      edges {
        node {
          firstId
          secondId
          reasons
          first {
            id
            name
            slug
            kind
            city
          }
          second {
            id
            name
            slug
            kind
            city
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

const WAITING = graphql(`
  query DuplicatePairsWaiting {
    duplicatePairsWaiting
  }
`);

const REJECT = graphql(`
  mutation RejectDuplicate($input: DuplicatePairInput!) {
    rejectDuplicate(input: $input) {
      ... on DuplicatePair {
        rejected
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const REOPEN = graphql(`
  mutation ReopenDuplicate($input: DuplicatePairInput!) {
    reopenDuplicate(input: $input) {
      ... on DuplicatePair {
        rejected
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const PREVIEW = graphql(`
  query MergePreview($firstId: ID!, $secondId: ID!, $keptId: ID) {
    mergePreview(firstId: $firstId, secondId: $secondId, keptId: $keptId) {
      apart
      fuller
      moves {
        kind
        count
      }
      kept {
        id
        ...MergeSideParts
      }
      merged {
        id
        ...MergeSideParts
      }
    }
  }
`);

const MERGE_PARTS = graphql(`
  fragment ActorMergeParts on ActorMerge {
    id
    keptId
    mergedId
    keptName
    mergedName
    takes
    mergedAt
    undoneAt
    version
    availableActions
    moved {
      kind
      count
      setAside
    }
    leftParts
    leftKinds {
      kind
      count
    }
  }
`);

const MERGE = graphql(`
  mutation MergeActors($input: MergeActorsInput!) {
    mergeActors(input: $input) {
      ... on ActorMerge {
        id
        ...ActorMergeParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const UNMERGE = graphql(`
  mutation UnmergeActors($input: UnmergeActorsInput!) {
    unmergeActors(input: $input) {
      ... on ActorMerge {
        id
        ...ActorMergeParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const SHOWN = graphql(`
  query ActorMerge($id: ID!) {
    actorMerge(id: $id) {
      id
      ...ActorMergeParts
      kept {
        id
        name
        slug
      }
      merged {
        id
        ...MergeSideParts
      }
    }
  }
`);

const HISTORY = graphql(`
  query ActorMerges($first: Int!, $after: String) {
    actorMerges(first: $first, after: $after) {
      edges {
        node {
          id
          ...ActorMergeParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type Side = ResultOf<typeof SIDE>;
export type Pair = ResultOf<typeof PAIRS>['duplicatePairs']['edges'][number]['node'];
export type Merge = ResultOf<typeof MERGE_PARTS>;
export type Preview = NonNullable<ReturnType<typeof useMergePreview>['preview']>;
export type Part = Merge['takes'][number];
export type Kind = Merge['moved'][number]['kind'];

/** Pairs that may be the same, or those of which somebody said that they are two. */
export function useDuplicatePairs(rejected: boolean) {
  return usePages(PAIRS, 'duplicatePairs', { rejected }, 20);
}

/** How many pairs wait for an answer; null until that is known. */
export function useDuplicatesWaiting(wanted: boolean): number | null {
  const { data } = useQuery(WAITING, wanted ? { fetchPolicy: 'cache-and-network' } : skipToken);
  return data?.duplicatePairsWaiting ?? null;
}

/** Two entries side by side; null where one of them is not there. */
export function useMergePreview(firstId: string, secondId: string, keptId: string | null) {
  const { data, error, refetch } = useQuery(PREVIEW, {
    variables: { firstId, secondId, keptId },
    fetchPolicy: 'network-only',
  });
  const found = data?.mergePreview;
  return {
    preview: found && { ...found, kept: readFragment(SIDE, found.kept), merged: readFragment(SIDE, found.merged) },
    error,
    refresh: () => void refetch(),
  };
}

/** A merging with the entry that was given up as it was. */
export function useActorMerge(id: string) {
  const { data, error, refetch } = useQuery(SHOWN, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const found = data?.actorMerge;
  return {
    shown:
      found &&
      ({ merge: readFragment(MERGE_PARTS, found), kept: found.kept, merged: found.merged && readFragment(SIDE, found.merged) } as const),
    error,
    refresh: () => void refetch(),
  };
}

/** Entries that became one, the latest first. */
export function useMergeHistory() {
  const pages = usePages(HISTORY, 'actorMerges', {}, 10);
  return { ...pages, nodes: readFragment(MERGE_PARTS, pages.nodes) };
}

/** What is made of two entries. */
export function useMergeActs() {
  return {
    reject: useMutationAnswer(REJECT),
    reopen: useMutationAnswer(REOPEN),
    merge: useMutationAnswer(MERGE),
    unmerge: useMutationAnswer(UNMERGE),
  };
}

/** Forgets what was read of two entries and of the lists they stand in, once they became one, or two again. */
export function useForgetting(): (keptId: string, mergedId: string) => void {
  const { cache } = useApolloClient();
  return (keptId, mergedId) => {
    for (const id of [keptId, mergedId]) cache.evict({ id: cache.identify({ __typename: 'Actor', id }) });
    for (const fieldName of ['actors', 'actorById', 'duplicatePairs', 'duplicatePairsWaiting', 'actorMerges', 'mergePreview'])
      cache.evict({ id: 'ROOT_QUERY', fieldName });
    cache.gc();
  };
}
