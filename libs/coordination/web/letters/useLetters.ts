import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useQuery } from '@knotenpunkt/webkit/data';

const LETTERS = graphql(`
  query WaitingForLetters {
    waitingItems {
      key
      kind
      actorId
      actorName
      subjectType
      subjectId
      title
      slug
      since
      reachable
      reminded
      writtenOn
    }
    letterTemplates {
      id
      name
      subject
      text
      version
    }
  }
`);

const SEND = graphql(`
  mutation SendLetters($input: SendLettersInput!) {
    sendLetters(input: $input) {
      ... on LettersSent {
        written
        leftOut {
          key
          reason
        }
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const SAVE = graphql(`
  mutation SaveLetterTemplate($input: SaveLetterTemplateInput!) {
    saveLetterTemplate(input: $input) {
      ... on LetterTemplate {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const REMOVE = graphql(`
  mutation RemoveLetterTemplate($input: RemoveLetterTemplateInput!) {
    removeLetterTemplate(input: $input) {
      ... on LetterTemplate {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

type Letters = ResultOf<typeof LETTERS>;
export type ShownWaiting = Letters['waitingItems'][number];
export type ShownTemplate = Letters['letterTemplates'][number];

/** What waits, the region's own templates, and what is done with both. */
export function useLetters() {
  const { data, error, refetch } = useQuery(LETTERS, { fetchPolicy: 'cache-and-network' });
  return {
    waiting: data?.waitingItems,
    templates: data?.letterTemplates ?? [],
    error,
    refresh: () => void refetch(),
    send: useMutationAnswer(SEND),
    save: useMutationAnswer(SAVE),
    remove: useMutationAnswer(REMOVE),
  };
}
