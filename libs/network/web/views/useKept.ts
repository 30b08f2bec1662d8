import { useMemo } from 'react';
import { isId } from '@knotenpunkt/kernel';
import type { TypedDocumentNode } from '@knotenpunkt/webkit/contract';
import { skipToken, useQuery } from '@knotenpunkt/webkit/data';

interface KeptAnswer {
  error: unknown;
  refresh: () => Promise<void>;
}

/** Something kept, by its id: null where that is none, undefined while it is not known yet. */
export function useKept<Data>(
  document: TypedDocumentNode<Data, { id: string }>,
  id: string | null,
): KeptAnswer & { data: Data | null | undefined } {
  const asked = id !== null && isId(id) ? id : null;
  const { data, error, refetch } = useQuery<Data, { id: string }>(
    document,
    asked === null ? skipToken : { variables: { id: asked }, fetchPolicy: 'cache-and-network' },
  );
  return { data: asked === null ? null : (data as Data | undefined), error, refresh: async () => void (await refetch()) };
}

/** Lists of what is kept; what was known stays while they are asked for again. */
export function useLists<Data>(document: TypedDocumentNode<Data, Record<string, never>>): KeptAnswer & { data: Data | undefined } {
  const { data, previousData, error, refetch } = useQuery(document, { fetchPolicy: 'cache-and-network' });
  return { data: (data ?? previousData) as Data | undefined, error, refresh: async () => void (await refetch()) };
}

/** What one keeps and what stands in the list of the region, read as pages want it; null: not known yet. `read` is always the same. */
export function useListsRead<Masked, Kept>(
  found: { mine: Masked[]; ofRegion: Masked[] } | undefined,
  read: (one: Masked) => Kept,
): { mine: Kept[]; ofRegion: Kept[] } | null {
  return useMemo(() => (found ? { mine: found.mine.map(read), ofRegion: found.ofRegion.map(read) } : null), [found, read]);
}
