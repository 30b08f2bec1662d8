import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { skipToken, useQuery } from '@knotenpunkt/webkit/data';

const NOTES = graphql(`
  query NetworkNotes($actorId: ID!) {
    networkNotes(actorId: $actorId) {
      id
      actorId
      otherId
      text
      writtenOn
      version
      actor {
        id
        name
        slug
      }
      other {
        id
        name
        slug
      }
    }
  }
`);

export const WRITE_NOTE = graphql(`
  mutation WriteNetworkNote($input: WriteNetworkNoteInput!) {
    writeNetworkNote(input: $input) {
      ... on NetworkNote {
        id
        text
        writtenOn
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export const ERASE_NOTE = graphql(`
  mutation EraseNetworkNote($input: NetworkNoteVersionInput!) {
    eraseNetworkNote(input: $input) {
      ... on NetworkNote {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export type NetworkNote = ResultOf<typeof NOTES>['networkNotes'][number];

/** What the coordination notes on an organisation and its ties; asked only where the reader may read it. */
export function useNetworkNotes(actorId: string | null) {
  const { data, previousData, error, refetch } = useQuery(
    NOTES,
    actorId === null ? skipToken : { variables: { actorId }, fetchPolicy: 'cache-and-network' },
  );
  return {
    notes: (data ?? (actorId === null ? undefined : previousData))?.networkNotes ?? null,
    error,
    refresh: async () => void (await refetch()),
  };
}

/** The other end of a note on a tie, told from the side of one; null where it is no note on a tie. */
export function otherEndOf(note: NetworkNote, actorId: string): { name: string; slug: string } | null {
  if (note.otherId == null) return null;
  return (note.actorId === actorId ? note.other : note.actor) ?? null;
}
