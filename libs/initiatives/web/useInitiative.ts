import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';

const INITIATIVE = graphql(`
  query Initiative($slug: String!) {
    initiative(slug: $slug) {
      id
      slug
      version
      title
      kind
      state
      isHidden
      summary
      description
      descriptionHtml
      themes
      wanted {
        text
        competences
        kinds
      }
      startOn
      startPrecision
      endOn
      endPrecision
      endedOn
      endReason
      nextStep
      budget {
        planned
        decided {
          amount
          on
          paper
        }
        spent
      }
      results {
        text
        on
        evidenceUrl
      }
      lead {
        id
        slug
        name
        kind
      }
      leadCertainty
      sourceNote
      partners {
        actorId
        role
        state
        sinceOn
        actor {
          id
          slug
          name
          kind
        }
      }
      partOf {
        id
        slug
        title
      }
      parts {
        id
        slug
        title
        state
      }
      events {
        id
        version
        title
        format
        dateOn
        datePrecision
        startTime
        endTime
        venue
        forWhom
        registration
        livestream
        state
        approximateParticipants
        availableActions
        hosts {
          id
          slug
          name
        }
        participants {
          id
          slug
          name
        }
      }
      consentRound {
        id
        ...ConsentRoundParts
      }
      availableActions
    }
  }
`);

/** All that the page of a Vorhaben shows. */
export type ShownInitiative = NonNullable<ResultOf<typeof INITIATIVE>['initiative']>;

/** Reads the Vorhaben at an address; follows changes. `initiative` is undefined while loading, null where there is none. */
export function useInitiative(slug: string) {
  const { data, previousData, error, refetch } = useQuery(INITIATIVE, { variables: { slug } });
  useLiveChanges(['initiative', 'event'], () => void refetch());
  const known = data ?? (previousData?.initiative?.slug === slug ? previousData : undefined);
  return { initiative: known ? (known.initiative ?? null) : undefined, error, refresh: () => void refetch() };
}
