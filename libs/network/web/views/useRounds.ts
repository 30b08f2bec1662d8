import { useMemo } from 'react';
import { graphql, readFragment, type FragmentType, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useKept, useLists, useListsRead } from './useKept';
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
  const { data, ...answer } = useLists(LISTS);
  return { ...answer, lists: useListsRead(data?.networkRounds, roundOf) };
}

/** A round with the views on its way; null: there is none for who asks; undefined: not known yet. */
export function useRound(id: string | null) {
  const { data, ...answer } = useKept(ONE, id);
  const found = data?.networkRound;
  const round = useMemo(
    () =>
      found && {
        round: roundOf(found.round),
        stops: found.stops.map(({ sentence, opened }) => ({ sentence, opened: openedOf(opened) })),
      },
    [found],
  );
  return { ...answer, round: data === null ? null : round };
}

function roundOf(round: FragmentType<typeof ROUND>): Round {
  return readFragment(ROUND, round);
}

export type OpenedRound = NonNullable<ReturnType<typeof useRound>['round']>;
