import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';

const ALLIANCE = graphql(`
  query Alliance($slug: String!) {
    alliance(slug: $slug) {
      id
      slug
      version
      title
      purpose
      state
      isHidden
      effect
      gapsNote
      employeesSide
      nextReviewOn
      reviews {
        id
        on
        decision
        summary
      }
      departures {
        id
        actorId
        bench
        since
        leavesOn
        reason
        done
        actor {
          id
          slug
          name
          kind
        }
      }
      employeesNote
      formedOn
      concludedOn
      calledOffOn
      callOffReason
      availableActions
      draftedBy {
        id
        slug
        name
        kind
      }
      challenge {
        id
        slug
        question
      }
      benches {
        kind
        minimum
        filled
      }
      namedGaps {
        kind
        minimum
        filled
      }
      members {
        actorId
        bench
        commitment
        contributionKind
        amount {
          value
          unit
        }
        fromOn
        dueOn
        state
        stance
        joinedOn
        actor {
          id
          slug
          name
          shortName
          kind
        }
      }
      round {
        id
        ...ConsentRoundParts
      }
      offers {
        id
        state
        madeVersion
        offeredOn
        former {
          commitment
          contributionKind
          amount {
            value
            unit
          }
          fromOn
          dueOn
        }
        offered {
          commitment
          contributionKind
          amount {
            value
            unit
          }
          fromOn
          dueOn
        }
        actorId
        actor {
          id
          name
        }
      }
      formationRefusal {
        code
        field
        parameters {
          name
          value
        }
      }
      milestones {
        id
        text
        dueOn
        reachedOn
      }
    }
  }
`);

/** All that the parts of an alliance's page show. */
export type ShownAlliance = NonNullable<ResultOf<typeof ALLIANCE>['alliance']>;
type ShownMember = ShownAlliance['members'][number];
/** A member whose organisation is still there. */
export type KnownMember = ShownMember & { actor: NonNullable<ShownMember['actor']> };

/** Reads the alliance at an address; follows changes. `alliance` is undefined while loading, null where there is none. */
export function useAlliance(slug: string) {
  const { data, previousData, error, refetch } = useQuery(ALLIANCE, { variables: { slug } });
  useLiveChanges(['alliance', 'commitment'], () => void refetch());
  const known = data ?? (previousData?.alliance?.slug === slug ? previousData : undefined);
  return { alliance: known ? (known.alliance ?? null) : undefined, error, refresh: async () => void (await refetch()) };
}
