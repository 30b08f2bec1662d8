import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { skipToken, useMutationAnswer, useQuery } from '@knotenpunkt/webkit/data';

const LIST = graphql(`
  query ThreadListPreview($id: ID!) {
    threadList(id: $id) {
      id
      opened
      missing
      ignored
      rows {
        number
        fate
        title
        subject {
          text
          id
          name
          type
        }
        actors {
          text
          id
          name
          type
        }
        nextStep
        stepActor {
          text
          id
          name
          type
        }
        followUpOn
        owner {
          text
          id
          name
          type
        }
        deputy {
          text
          id
          name
          type
        }
        notes {
          code
          column
          isProblem
          parameters {
            name
            value
          }
        }
      }
    }
  }
`);

const TAKE = graphql(`
  mutation TakeThreadList($input: TakeThreadListInput!) {
    takeThreadList(input: $input) {
      ... on ThreadList {
        id
        opened
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export type ShownList = NonNullable<ResultOf<typeof LIST>['threadList']>;
export type ShownRow = ShownList['rows'][number];
export type RowNote = ShownRow['notes'][number];
export type ReadName = ShownRow['actors'][number];

/** A list that was read from a file, with what would become of it today. Null: forgotten. */
export function useThreadList(id: string | null) {
  const { data, error, refetch } = useQuery(LIST, id ? { variables: { id }, fetchPolicy: 'cache-and-network' } : skipToken);
  const { send, busy } = useMutationAnswer(TAKE);
  return {
    list: data?.threadList,
    error,
    retry: () => void refetch(),
    take: (chosen: ReadonlyMap<string, string>) =>
      send({ input: { id: id!, chosen: [...chosen].map(([text, actorId]) => ({ text, actorId })) } }),
    taking: busy,
  };
}
