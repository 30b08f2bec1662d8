import { graphql, readFragment, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useQuery } from '@knotenpunkt/webkit/data';

const QUESTION = graphql(`
  fragment ConfirmationQuestionParts on ConfirmationQuestion {
    id
    actorName
    slug
    summary
    confirmedOn
    entries {
      id
      direction
      title
      confirmedOn
    }
    personName
    answer
    state
    untilOn
    version
  }
`);

const CONFIRMATION = graphql(`
  query Confirmation($token: String!) {
    confirmationQuestion(token: $token) {
      ...ConfirmationQuestionParts
    }
  }
`);

const ANSWER = graphql(`
  mutation AnswerConfirmation($input: AnswerConfirmationInput!) {
    answerConfirmation(input: $input) {
      ... on ConfirmationQuestion {
        ...ConfirmationQuestionParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const UNDO = graphql(`
  mutation UndoArchiving($input: AnswerConfirmationInput!) {
    undoArchiving(input: $input) {
      ... on ConfirmationQuestion {
        ...ConfirmationQuestionParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export type ShownConfirmation = ResultOf<typeof QUESTION>;

/** What a link asks, undefined while loading, null where it leads nowhere; and what can be done by it. */
export function useConfirmation(token: string) {
  const { data, error, refetch } = useQuery(CONFIRMATION, { variables: { token }, fetchPolicy: 'cache-and-network' });
  const found = data?.confirmationQuestion;
  return {
    question: data ? (found ? readFragment(QUESTION, found) : null) : undefined,
    error,
    refresh: async () => void (await refetch()),
    answer: useMutationAnswer(ANSWER),
    undo: useMutationAnswer(UNDO),
  };
}
