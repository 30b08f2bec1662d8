import { useMemo } from 'react';
import { regionCompetences } from '@knotenpunkt/actors/domain';
import { graphql, readFragment, type FragmentType, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';
import { useCompetences } from '../useCompetences';

const WORD = graphql(`
  fragment CompetenceWordParts on CompetenceWord {
    id
    written
    state
    term
    reason
    proposedOn
    decidedOn
    version
  }
`);

export type CompetenceWord = ResultOf<typeof WORD>;

export const readWord = (word: FragmentType<typeof WORD>): CompetenceWord => readFragment(WORD, word);

const WORDS = graphql(`
  query CompetenceWords {
    competenceWords {
      ...CompetenceWordParts
    }
  }
`);

const WORDS_OF = graphql(`
  query CompetenceWordsOf($actorId: ID!) {
    competenceWordsOf(actorId: $actorId) {
      ...CompetenceWordParts
    }
  }
`);

export const PROPOSE_WORD = graphql(`
  mutation ProposeCompetenceWord($input: ProposeCompetenceWordInput!) {
    proposeCompetenceWord(input: $input) {
      ... on CompetenceWord {
        id
        term
        state
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** The vocabulary as the region speaks it; null until both have arrived. */
export function useRegionCompetences() {
  const vocabulary = useCompetences();
  const { data, refetch } = useQuery(WORDS, { fetchPolicy: 'cache-and-network' });
  const words = data?.competenceWords;
  const catalogue = useMemo(() => (vocabulary && words ? regionCompetences(vocabulary, words.map(readWord)) : null), [vocabulary, words]);
  return { catalogue, refresh: async () => void (await refetch()) };
}

/** What became of the words of an organisation. */
export function useWordsOf(actorId: string) {
  const { data, refetch } = useQuery(WORDS_OF, { variables: { actorId }, fetchPolicy: 'cache-and-network' });
  return { words: (data?.competenceWordsOf ?? []).map(readWord), refresh: async () => void (await refetch()) };
}
