import { useCallback, useState } from 'react';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';

/** A cursor connection as the server answers it. */
export interface ConnectionOf<Node> {
  edges: readonly { cursor?: string; node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

type ConnectionKey<Data> = { [Key in keyof Data]-?: NonNullable<Data[Key]> extends ConnectionOf<unknown> ? Key : never }[keyof Data];
type NodeOf<Connection> = NonNullable<Connection> extends ConnectionOf<infer Node> ? Node : never;

/** The server answers at most this many rows at once. */
const LARGEST_PAGE = 100;

/** Puts the next page behind what is already there. */
export function appendPage<Node>(shown: ConnectionOf<Node>, next: ConnectionOf<Node>): ConnectionOf<Node> {
  return { ...shown, edges: [...shown.edges, ...next.edges], pageInfo: next.pageInfo };
}

export interface Pages<Node> {
  nodes: Node[];
  hasMore: boolean;
  /** True only while nothing can be shown yet. */
  loading: boolean;
  loadingMore: boolean;
  error: unknown;
  loadMore: () => Promise<void>;
  /** Asks again for as much as is shown now, for instance after a live change. */
  refresh: () => Promise<void>;
}

/**
 * A list that grows page by page: `usePages(ACTORS, 'actors', { filter })`. The document declares `$first: Int` and
 * `$after: String` and selects `edges { node { … } } pageInfo { hasNextPage endCursor }` of the root field named.
 */
export function usePages<Data, Variables extends OperationVariables, Key extends ConnectionKey<Data>>(
  document: TypedDocumentNode<Data, Variables>,
  field: Key,
  variables: Omit<Variables, 'first' | 'after'>,
  pageSize = 20,
): Pages<NodeOf<Data[Key]>> {
  type Node = NodeOf<Data[Key]>;
  const [loadingMore, setLoadingMore] = useState(false);
  const query = useQuery<Data, OperationVariables>(document as unknown as TypedDocumentNode<Data, OperationVariables>, {
    variables: { ...variables, first: pageSize },
  });
  const { fetchMore, refetch } = query;
  const data = (query.data ?? query.previousData) as Data | undefined;
  const connection = data ? (data[field] as unknown as ConnectionOf<Node> | null) : null;
  const endCursor = connection?.pageInfo.endCursor;
  const shown = connection?.edges.length ?? 0;

  const loadMore = useCallback(async () => {
    setLoadingMore(true);
    try {
      await fetchMore({
        variables: { first: pageSize, after: endCursor },
        updateQuery: (previous, { fetchMoreResult }) => {
          const before = (previous as Data)[field] as unknown as ConnectionOf<Node>;
          const next = (fetchMoreResult as Data)[field] as unknown as ConnectionOf<Node>;
          return { ...(previous as Data), [field]: appendPage(before, next) } as never;
        },
      });
    } finally {
      setLoadingMore(false);
    }
  }, [fetchMore, pageSize, endCursor, field]);

  const refresh = useCallback(async () => {
    await refetch({ first: Math.min(LARGEST_PAGE, Math.max(pageSize, shown)) });
  }, [refetch, pageSize, shown]);

  return {
    nodes: connection?.edges.map((edge) => edge.node) ?? [],
    hasMore: connection?.pageInfo.hasNextPage ?? false,
    loading: query.loading && !connection,
    loadingMore,
    error: query.error ?? null,
    loadMore,
    refresh,
  };
}
