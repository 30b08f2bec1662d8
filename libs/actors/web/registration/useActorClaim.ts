import { graphql } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';

const CLAIM = graphql(`
  query ActorClaim($actorId: ID!) {
    actorClaim(actorId: $actorId) {
      administered
      registration {
        id
        state
      }
    }
  }
`);

/** Whether an entry can be claimed, and what the viewer has asked for; null while that is not known. */
export function useActorClaim(actorId: string) {
  const { data } = useQuery(CLAIM, { variables: { actorId }, fetchPolicy: 'cache-and-network' });
  return data?.actorClaim ?? null;
}
