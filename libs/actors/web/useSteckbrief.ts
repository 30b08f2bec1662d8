import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';

const STECKBRIEF = graphql(`
  query Steckbrief($slug: String!) {
    actor(slug: $slug) {
      id
      slug
      name
      shortName
      kind
      summary
      description
      descriptionHtml
      themes
      competences
      sector
      occupations
      street
      postalCode
      city
      district
      lon
      lat
      website
      size
      employerId
      employer {
        id
        slug
        name
        kind
      }
      councils {
        id
        slug
        name
        kind
      }
      collective
      archived
      provenance
      sourceNote
      confirmedOn
      outdated
      logo {
        address
        smallAddress
      }
      version
      availableActions
      completeness {
        percent
        missing
      }
      parent {
        id
        slug
        name
        kind
      }
      parts {
        id
        slug
        name
        kind
      }
      memberOf {
        certainty
        sinceOn
        actor {
          id
          slug
          name
          kind
        }
      }
      members {
        certainty
        sinceOn
        actor {
          id
          slug
          name
          kind
        }
      }
      declaredTies {
        id
        label
        sinceOn
        confirmed
        sourceNote
        declaredHere
        actor {
          id
          slug
          name
          kind
        }
      }
      contacts {
        id
        name
        role
        email
        phone
        visibility
      }
      hiddenContactCount
      needs {
        id
        version
        direction
        title
        text
        themes
        competences
        fromOn
        untilOn
        confirmedOn
        outdated
        sourceNote
        audience
        holds
        availableActions
      }
      offers {
        id
        version
        direction
        title
        text
        themes
        competences
        fromOn
        untilOn
        confirmedOn
        outdated
        sourceNote
        audience
        holds
        availableActions
      }
    }
  }
`);

/** All that the parts of a Steckbrief show. */
export type Steckbrief = NonNullable<ResultOf<typeof STECKBRIEF>['actor']>;
export type SteckbriefEntry = Steckbrief['needs'][number];

/** Reads the Steckbrief at an address; follows changes. `actor` is undefined while loading, null where there is none. */
export function useSteckbrief(slug: string) {
  const { data, previousData, error, refetch } = useQuery(STECKBRIEF, { variables: { slug } });
  useLiveChanges(['actor'], () => void refetch());
  const known = data ?? (previousData?.actor?.slug === slug ? previousData : undefined);
  return { actor: known ? (known.actor ?? null) : undefined, error, refresh: async () => void (await refetch()) };
}
