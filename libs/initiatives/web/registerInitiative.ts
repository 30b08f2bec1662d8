import { graphql } from '@knotenpunkt/webkit/contract';

/** Enters a Vorhaben of one's own. */
export const REGISTER = graphql(`
  mutation RegisterInitiative($input: RegisterInitiativeInput!) {
    registerInitiative(input: $input) {
      ... on Initiative {
        id
        slug
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
