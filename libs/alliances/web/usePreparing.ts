import { useViewer } from '@knotenpunkt/identity/web';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { skipToken, useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';

const PREPARING = graphql(`
  query AlliancesInPreparation {
    alliances(filter: { states: [DRAFT, INVITING] }, first: 50) {
      edges {
        node {
          id
          slug
          title
          state
          availableActions
          challenge {
            id
            slug
            question
          }
          members {
            state
            actor {
              id
              name
              kind
            }
          }
          round {
            id
            state
            deadlineOn
            parties {
              actorId
              answer
              reservedUntil
              actor {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`);

export type Preparing = ResultOf<typeof PREPARING>['alliances']['edges'][number]['node'];
export type AskedParty = NonNullable<Preparing['round']>['parties'][number];

/** Drafts and invitations under way, as far as the viewer sees them; nothing for visitors. */
export function usePreparing() {
  const viewer = useViewer();
  const signedIn = viewer?.personId ? true : false;
  const { data, error, refetch } = useQuery(PREPARING, signedIn ? {} : skipToken);
  useLiveChanges(['alliance'], () => {
    if (signedIn) void refetch();
  });
  return { viewer, alliances: data?.alliances.edges.map(({ node }) => node) ?? [], error, refresh: () => void refetch() };
}
