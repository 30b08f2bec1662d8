import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { usePages } from '@knotenpunkt/webkit/data';

const REGISTRATIONS = graphql(`
  query Registrations($states: [RegistrationState!]!, $first: Int!, $after: String) {
    registrations(states: $states, first: $first, after: $after) {
      edges {
        node {
          id
          version
          claims
          name
          kind
          city
          website
          summary
          position
          evidence
          state
          question
          answer
          way
          note
          reason
          askedOn
          decidedOn
          personName
          email
          mailFits
          availableActions
          actor {
            id
            slug
            website
          }
          employerId
          employer {
            id
            slug
            name
            kind
            website
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

export type ShownRegistration = ResultOf<typeof REGISTRATIONS>['registrations']['edges'][number]['node'];

/** Who says to speak for an organisation: those that wait, or those that are decided. */
export function useRegistrations(which: 'open' | 'decided') {
  const states = which === 'open' ? (['ASKED', 'QUESTIONED'] as const) : (['VERIFIED', 'REFUSED', 'WITHDRAWN'] as const);
  return usePages(REGISTRATIONS, 'registrations', { states: [...states] });
}
