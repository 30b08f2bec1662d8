import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';

export const RECTIFICATIONS = graphql(`
  query Rectifications($actorId: ID) {
    rectifications(actorId: $actorId) {
      id
      actorId
      subjectType
      subjectId
      text
      saidOn
      personName
      seenOn
      subjectTitle
      subjectAddress
      version
      actor {
        id
        name
        slug
      }
    }
  }
`);

export type Rectification = ResultOf<typeof RECTIFICATIONS>['rectifications'][number];

/** What one's own organisation set right; null: what all did, for the coordination. Read once for a page, however many ask. */
export function useRectifications(actorId: string | null) {
  const { data, previousData, error, refetch } = useQuery(RECTIFICATIONS, {
    variables: { actorId },
    fetchPolicy: actorId ? 'cache-first' : 'cache-and-network',
  });
  return { rectifications: (data ?? previousData)?.rectifications ?? [], error, refresh: async () => void (await refetch()) };
}
