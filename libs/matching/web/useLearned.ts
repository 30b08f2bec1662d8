import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useMutationAnswer, useQuery } from '@knotenpunkt/webkit/data';

const LEARNED = graphql(`
  query LearnedFromOutcomes {
    learnedFromOutcomes {
      version
      state
      learnedOn
      learnedFrom {
        came
        not
      }
      changes {
        part
        name
        factor
      }
      calibrationError
      tellsPercent
      known {
        came
        not
      }
      missing {
        outcomes
        came
        not
      }
      shown
      objected
      outcomes {
        outcome
        count
      }
      reasons {
        reason
        count
      }
      kinds {
        kind
        shown
        came
      }
      sureness {
        certainty
        answered
        came
        expected
      }
      objections {
        id
        objectedOn
        actor {
          id
          name
          slug
          kind
        }
      }
    }
  }
`);
const LEARN = graphql(`
  mutation LearnFromOutcomes {
    learnFromOutcomes {
      ... on LearnedFromOutcomes {
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const DISCARD = graphql(`
  mutation DiscardLearned($input: DiscardLearnedInput!) {
    discardLearned(input: $input) {
      ... on LearnedFromOutcomes {
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export type ShownLearned = ResultOf<typeof LEARNED>['learnedFromOutcomes'];

/** What was learned, as it is now: read again when the region has learned, or an organisation took something out. */
export function useLearned() {
  const { data, error, refetch } = useQuery(LEARNED, { fetchPolicy: 'network-only' });
  const again = () => void refetch();
  useLiveChanges(['learning'], again);
  return { learned: data?.learnedFromOutcomes ?? null, error, again };
}

export function useLearn() {
  return useMutationAnswer(LEARN);
}

export function useDiscard() {
  return useMutationAnswer(DISCARD);
}
