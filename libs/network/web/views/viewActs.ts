import { graphql } from '@knotenpunkt/webkit/contract';

export const SAVE = graphql(`
  mutation SaveNetworkView($input: SaveNetworkViewInput!) {
    saveNetworkView(input: $input) {
      ... on SavedNetworkView {
        ...KeptViewParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export const CHANGE = graphql(`
  mutation ChangeNetworkView($input: ChangeNetworkViewInput!) {
    changeNetworkView(input: $input) {
      ... on SavedNetworkView {
        ...KeptViewParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export const RENAME = graphql(`
  mutation RenameNetworkView($input: RenameNetworkViewInput!) {
    renameNetworkView(input: $input) {
      ... on SavedNetworkView {
        ...KeptViewParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export const SHARE = graphql(`
  mutation ShareNetworkView($input: ShareNetworkViewInput!) {
    shareNetworkView(input: $input) {
      ... on SavedNetworkView {
        ...KeptViewParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export const ARCHIVE = graphql(`
  mutation ArchiveNetworkView($input: NetworkViewVersionInput!) {
    archiveNetworkView(input: $input) {
      ... on SavedNetworkView {
        ...KeptViewParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export const RESTORE = graphql(`
  mutation RestoreNetworkView($input: NetworkViewVersionInput!) {
    restoreNetworkView(input: $input) {
      ... on SavedNetworkView {
        ...KeptViewParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export const ERASE = graphql(`
  mutation EraseNetworkView($input: NetworkViewVersionInput!) {
    eraseNetworkView(input: $input) {
      ... on SavedNetworkView {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
