import { graphql, readFragment, type ResultOf } from '@knotenpunkt/webkit/contract';
import { skipToken, useApolloClient, useMutationAnswer, usePages, useQuery } from '@knotenpunkt/webkit/data';

const PARTS = graphql(`
  fragment SuccessionParts on Succession {
    id
    predecessorId
    successorId
    predecessorName
    successorName
    sinceOn
    note
    proposedBy
    proposedOn
    predecessorAgreedOn
    successorAgreedOn
    state
    ground
    decidedOn
    version
    availableActions
    moved {
      kind
      count
      setAside
    }
    leftKinds {
      kind
      count
    }
  }
`);

const SHOWN = graphql(`
  query Succession($id: ID!) {
    succession(id: $id) {
      id
      ...SuccessionParts
      predecessor {
        id
        name
        slug
        kind
      }
      successor {
        id
        name
        slug
        kind
      }
    }
  }
`);

const LIST = graphql(`
  query Successions($first: Int!, $after: String) {
    successions(first: $first, after: $after) {
      edges {
        node {
          id
          ...SuccessionParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const OF_ACTOR = graphql(`
  query SuccessionsOfActor($slug: String!) {
    actor(slug: $slug) {
      id
      succeededBy {
        sinceOn
        successorId
        successor {
          id
          name
          slug
          kind
        }
      }
      predecessors {
        sinceOn
        predecessorId
        predecessor {
          id
          name
          slug
          kind
        }
      }
    }
  }
`);

const PREVIEW = graphql(`
  query SuccessionPreview($predecessorId: ID!, $successorId: ID!, $sinceOn: LocalDate) {
    successionPreview(predecessorId: $predecessorId, successorId: $successorId, sinceOn: $sinceOn) {
      kind
      count
    }
  }
`);

const PROPOSE = graphql(`
  mutation ProposeSuccession($input: ProposeSuccessionInput!) {
    proposeSuccession(input: $input) {
      ... on Succession {
        id
        ...SuccessionParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const AGREE = graphql(`
  mutation AgreeToSuccession($input: SuccessionVersionInput!) {
    agreeToSuccession(input: $input) {
      ... on Succession {
        id
        ...SuccessionParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const DECLINE = graphql(`
  mutation DeclineSuccession($input: DeclineSuccessionInput!) {
    declineSuccession(input: $input) {
      ... on Succession {
        id
        ...SuccessionParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const CONFIRM = graphql(`
  mutation ConfirmSuccession($input: ConfirmSuccessionInput!) {
    confirmSuccession(input: $input) {
      ... on Succession {
        id
        ...SuccessionParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const UNDO = graphql(`
  mutation UndoSuccession($input: SuccessionVersionInput!) {
    undoSuccession(input: $input) {
      ... on Succession {
        id
        ...SuccessionParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export type ShownSuccession = ResultOf<typeof PARTS>;
export type SuccessionEnd = NonNullable<NonNullable<ResultOf<typeof SHOWN>['succession']>['predecessor']>;

/** One merger, with both organisations; null where there is none for the reader. */
export function useSuccession(id: string) {
  const { data, error, refetch } = useQuery(SHOWN, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const found = data?.succession;
  return {
    shown: found && { succession: readFragment(PARTS, found), predecessor: found.predecessor, successor: found.successor },
    error,
    refresh: () => void refetch(),
  };
}

/** Mergers the reader has to do with, the latest first. */
export function useSuccessions() {
  const pages = usePages(LIST, 'successions', {}, 20);
  return { ...pages, nodes: readFragment(PARTS, pages.nodes) };
}

/** A proposal about an organisation that waits; null: none, or the reader has nothing to do with it. */
export function useOpenSuccession(actorId: string, wanted: boolean): ShownSuccession | null {
  const { data } = useQuery(LIST, wanted ? { variables: { first: 20 }, fetchPolicy: 'cache-and-network' } : skipToken);
  const all = readFragment(
    PARTS,
    (data?.successions.edges ?? []).map(({ node }) => node),
  );
  return (
    all.find(({ state, predecessorId, successorId }) => state === 'PROPOSED' && [predecessorId, successorId].includes(actorId)) ?? null
  );
}

/** What an organisation became part of, and what became part of it. */
export function useSuccessionsOfActor(slug: string) {
  return useQuery(OF_ACTOR, { variables: { slug } }).data?.actor ?? null;
}

/** What would go over; null until both are known. */
export function useSuccessionPreview(asked: { predecessorId: string; successorId: string; sinceOn: string | null } | null) {
  return useQuery(PREVIEW, asked ? { variables: asked, fetchPolicy: 'network-only' } : skipToken).data?.successionPreview ?? null;
}

/** What is made of it. */
export function useSuccessionActs() {
  return {
    propose: useMutationAnswer(PROPOSE),
    agree: useMutationAnswer(AGREE),
    decline: useMutationAnswer(DECLINE),
    confirm: useMutationAnswer(CONFIRM),
    undo: useMutationAnswer(UNDO),
  };
}

/** Forgets what was read of both and of lists, once what hangs on them went over or back. */
export function useForgettingSuccession(): (succession: Pick<ShownSuccession, 'predecessorId' | 'successorId'>) => void {
  const { cache } = useApolloClient();
  return ({ predecessorId, successorId }) => {
    for (const id of [predecessorId, successorId]) cache.evict({ id: cache.identify({ __typename: 'Actor', id }) });
    for (const fieldName of ['actor', 'actors', 'actorById', 'successions']) cache.evict({ id: 'ROOT_QUERY', fieldName });
    cache.gc();
  };
}
