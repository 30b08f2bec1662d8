import { plainAddress } from '@knotenpunkt/actors/domain';
import { useViewer } from '@knotenpunkt/identity/web';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { skipToken, useQuery } from '@knotenpunkt/webkit/data';

const SAVED = graphql(`
  query SavedSearches {
    savedSearches {
      id
      name
      address
      mail
      newCount
      newFinds {
        id
        slug
        name
        kind
      }
      version
    }
  }
`);

export const SAVE_SEARCH = graphql(`
  mutation SaveSearch($input: SaveSearchInput!) {
    saveSearch(input: $input) {
      ... on SavedSearch {
        id
        name
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export const RENAME_SEARCH = graphql(`
  mutation RenameSavedSearch($input: RenameSavedSearchInput!) {
    renameSavedSearch(input: $input) {
      ... on SavedSearch {
        id
        name
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export const SET_SEARCH_MAIL = graphql(`
  mutation SetSavedSearchMail($input: SetSavedSearchMailInput!) {
    setSavedSearchMail(input: $input) {
      ... on SavedSearch {
        id
        mail
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export const LOOK_AT_SEARCH = graphql(`
  mutation LookAtSavedSearch($id: ID!) {
    lookAtSavedSearch(id: $id)
  }
`);

export const REMOVE_SEARCH = graphql(`
  mutation RemoveSavedSearch($id: ID!) {
    removeSavedSearch(id: $id)
  }
`);

export type SavedSearch = ResultOf<typeof SAVED>['savedSearches'][number];

/** What the viewer has saved; `searches` is undefined while loading, and for visitors for good. */
export function useSavedSearches() {
  const viewer = useViewer();
  const signedIn = viewer === null ? null : viewer.personId !== null;
  const { data, error, refetch } = useQuery(SAVED, signedIn ? { fetchPolicy: 'cache-and-network' } : skipToken);
  const searches = data?.savedSearches;
  return {
    signedIn,
    searches,
    error,
    /** The search that is saved under an address of the directory. */
    savedAs: (address: string) => searches?.find((search) => search.address === plainAddress(address)) ?? null,
    refresh: async () => void (await refetch()),
  };
}
