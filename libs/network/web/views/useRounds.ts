import { useMemo } from 'react';
import { graphql, readFragment, type ResultOf } from '@knotenpunkt/webkit/contract';
import { skipToken, useQuery } from '@knotenpunkt/webkit/data';
import { isId } from '@knotenpunkt/kernel';
import { openedOf } from './useKeptViews';

export const ROUND = graphql(`
  fragment RoundParts on NetworkRound {
    id
    name
    sentence
    visibility
    ownerKind
    ownerName
    yours
    stopCount
    changedOn
    version
  }
`);

const LISTS = graphql(`
  query NetworkRounds {
    networkRounds {
      mine {
        ...RoundParts
      }
      ofRegion {
        ...RoundParts
      }
    }
  }
`);

const ONE = graphql(`
  query NetworkRoundOpened($id: ID!) {
    networkRound(id: $id) {
      round {
        ...RoundParts
      }
      stops {
        sentence
        opened {
          view {
            ...KeptViewParts
          }
          value
          notes {
            actor {
              id
              label
              slug
            }
            text
          }
        }
      }
    }
  }
`);

export const SAVE_ROUND = graphql(`
  mutation SaveNetworkRound($input: SaveNetworkRoundInput!) {
    saveNetworkRound(input: $input) {
      ... on NetworkRound {
        ...RoundParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export const ERASE_ROUND = graphql(`
  mutation EraseNetworkRound($input: NetworkRoundVersionInput!) {
    eraseNetworkRound(input: $input) {
      ... on NetworkRound {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export type Round = ResultOf<typeof ROUND>;

/** The rounds one keeps, and those in the list of the region. */
export function useRounds() {
  const { data, previousData, error, refetch } = useQuery(LISTS, { fetchPolicy: 'cache-and-network' });
  const found = (data ?? previousData)?.networkRounds;
  const lists = useMemo(() => {
    const read = (rounds: NonNullable<typeof found>['mine']) => rounds.map((round): Round => readFragment(ROUND, round));
    return found ? { mine: read(found.mine), ofRegion: read(found.ofRegion) } : null;
  }, [found]);
  return { lists, error, refresh: async () => void (await refetch()) };
}

/** A round with the views on its way; null: there is none for who asks; undefined: not known yet. */
export function useRound(id: string | null) {
  const asked = id !== null && isId(id) ? id : null;
  const { data, error, refetch } = useQuery(
    ONE,
    asked === null ? skipToken : { variables: { id: asked }, fetchPolicy: 'cache-and-network' },
  );
  const found = data?.networkRound;
  const round = useMemo(
    () =>
      found && {
        round: readFragment(ROUND, found.round) as Round,
        stops: found.stops.map(({ sentence, opened }) => ({ sentence, opened: openedOf(opened) })),
      },
    [found],
  );
  return { round: asked === null ? null : round, error, refresh: async () => void (await refetch()) };
}

export type OpenedRound = NonNullable<ReturnType<typeof useRound>['round']>;
