import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';

const MANDATES = graphql(`
  query MandatesOfActor($actorId: ID!) {
    mandatesOfActor(actorId: $actorId) {
      id
      version
      role
      fromOn
      untilOn
      personName
      email
      availableActions
    }
    mandateInvitations(actorId: $actorId) {
      id
      version
      name
      email
      role
      fromOn
      untilOn
      endsOn
      handsOver
    }
  }
`);

export type ActingMandate = ResultOf<typeof MANDATES>['mandatesOfActor'][number];
export type ActingInvitation = ResultOf<typeof MANDATES>['mandateInvitations'][number];

/** Who acts for an organisation, and who is invited to; null while that is not known. */
export function useActing(actorId: string) {
  const { data, error, refetch } = useQuery(MANDATES, { variables: { actorId }, fetchPolicy: 'cache-and-network' });
  return { acting: data ?? null, error, refresh: async () => void (await refetch()) };
}
