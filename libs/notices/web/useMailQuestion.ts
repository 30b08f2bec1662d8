import { graphql, readFragment, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useQuery } from '@knotenpunkt/webkit/data';

const QUESTION = graphql(`
  fragment MailQuestionParts on MailQuestion {
    id
    state
    actorName
    asker
    title
    lead
    text
    obligation
    untilOn
    remindOn
    answers
    reason {
      question
      hint
      longest
      share
    }
    contribution {
      commitment
      contributionKind
      amount {
        value
        unit
      }
      fromOn
      dueOn
    }
    mayAgree
    mandateAsked
    name
    address
  }
`);

const MAIL_QUESTION = graphql(`
  query MailQuestion($token: String!) {
    mailQuestion(token: $token) {
      ...MailQuestionParts
    }
  }
`);

const ANSWER = graphql(`
  mutation AnswerMailQuestion($input: AnswerMailQuestionInput!) {
    answerMailQuestion(input: $input) {
      ... on MailQuestion {
        ...MailQuestionParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const ASK_FOR_MANDATE = graphql(`
  mutation AskForMandate($input: AskForMandateInput!) {
    askForMandate(input: $input) {
      ... on MailQuestion {
        ...MailQuestionParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export type ShownMailQuestion = ResultOf<typeof QUESTION>;

/** The question behind a link: undefined while loading, null where there is none. */
export function useMailQuestion(token: string) {
  const { data, error, refetch } = useQuery(MAIL_QUESTION, { variables: { token }, fetchPolicy: 'cache-and-network' });
  const question = data ? (data.mailQuestion ? readFragment(QUESTION, data.mailQuestion) : null) : undefined;
  return { question, error, refresh: () => void refetch() };
}

export const useAnswering = () => useMutationAnswer(ANSWER);
export const useAskingForMandate = () => useMutationAnswer(ASK_FOR_MANDATE);
