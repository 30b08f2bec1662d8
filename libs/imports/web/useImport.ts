import { graphql, readFragment, type ResultOf } from '@knotenpunkt/webkit/contract';
import { skipToken, useMutationAnswer, usePages, useQuery } from '@knotenpunkt/webkit/data';

const BATCH = graphql(`
  fragment ImportBatchParts on ImportBatch {
    id
    kind
    fileName
    state
    version
    rows
    done
    total
    sourceNote
    defaultKind
    createdAt
    committedAt
    undoneAt
    availableActions
    counts {
      fate
      count
      unanswered
    }
    outcome {
      made
      changed
      left
      takenBack
      kept
    }
  }
`);

const SHOWN = graphql(`
  query ImportBatch($id: ID!) {
    importBatch(id: $id) {
      id
      columns {
        header
        samples
        field
      }
      ...ImportBatchParts
    }
  }
`);

const HISTORY = graphql(`
  query ImportBatches($first: Int!, $after: String) {
    importBatches(first: $first, after: $after) {
      edges {
        node {
          id
          ...ImportBatchParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const ROWS = graphql(`
  query ImportRows($id: ID!, $fate: ImportFate, $kept: Boolean, $first: Int!, $after: String) {
    importRows(id: $id, fate: $fate, kept: $kept, first: $first, after: $after) {
      edges {
        node {
          line
          label
          fate
          decision
          kept
          stands
          problems {
            field
            code
            parameters {
              name
              value
            }
          }
          changes {
            field
            before
            after
          }
          # Not by their id: why one is alike is another thing in every row.
          candidates {
            candidateId: id
            name
            city
            slug
            listed
            reasons
          }
          references {
            field
            actor {
              id
              name
              slug
              kind
              city
            }
          }
          choices {
            field
            words
            chosenId
            among {
              candidateId: id
              name
              city
              slug
              listed
              reasons
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const MATCH = graphql(`
  mutation MatchImportColumns($input: MatchImportColumnsInput!) {
    matchImportColumns(input: $input) {
      ... on ImportBatch {
        id
        ...ImportBatchParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const DECIDE = graphql(`
  mutation DecideImportRows($input: DecideImportRowsInput!) {
    decideImportRows(input: $input) {
      ... on ImportBatch {
        id
        ...ImportBatchParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const CHOOSE = graphql(`
  mutation ChooseImportActor($input: ChooseImportActorInput!) {
    chooseImportActor(input: $input) {
      ... on ImportBatch {
        id
        ...ImportBatchParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const COMMIT = graphql(`
  mutation CommitImport($input: CommitImportInput!) {
    commitImport(input: $input) {
      ... on ImportBatch {
        id
        ...ImportBatchParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const UNDO = graphql(`
  mutation UndoImport($input: ImportVersionInput!) {
    undoImport(input: $input) {
      ... on ImportBatch {
        id
        ...ImportBatchParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const DISCARD = graphql(`
  mutation DiscardImport($input: ImportVersionInput!) {
    discardImport(input: $input) {
      ... on ImportBatch {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export type Batch = ResultOf<typeof BATCH>;
export type Shown = NonNullable<ResultOf<typeof SHOWN>['importBatch']>;
export type ImportColumn = Shown['columns'][number];
export type ImportRow = ResultOf<typeof ROWS>['importRows']['edges'][number]['node'];
export type Fate = ImportRow['fate'];
export type Candidate = ImportRow['candidates'][number];
export type Choice = ImportRow['choices'][number];

/** How often a job at work is asked how far it is. */
const AGAIN_MS = 1_000;

/** Whether a job is at work on it. */
export function isRunning({ state }: Pick<Batch, 'state'>): boolean {
  return state === 'COMPARING' || state === 'COMMITTING' || state === 'UNDOING';
}

/** A table that was sent; while a job is at work it is asked for again and again. Null: forgotten. */
export function useImportBatch(id: string | null, running: boolean) {
  const { data, error, refetch } = useQuery(
    SHOWN,
    id
      ? {
          variables: { id },
          fetchPolicy: 'cache-and-network',
          pollInterval: running ? AGAIN_MS : 0,
          skipPollAttempt: () => document.visibilityState === 'hidden',
        }
      : skipToken,
  );
  const shown = data?.importBatch;
  return {
    columns: shown?.columns ?? [],
    batch: shown && readFragment(BATCH, shown),
    gone: shown === null,
    error,
    refresh: () => void refetch(),
  };
}

/** Tables so far, the newest first. */
export function useImportHistory() {
  const pages = usePages(HISTORY, 'importBatches', {}, 10);
  return { ...pages, nodes: readFragment(BATCH, pages.nodes) };
}

/** Rows of a table with what becomes of them. */
export function useImportRows(id: string, which: { fate: Fate | null; kept: boolean }) {
  return usePages(ROWS, 'importRows', { id, ...which }, 50);
}

/** What is done with a table. */
export function useImportActs() {
  return {
    match: useMutationAnswer(MATCH),
    decide: useMutationAnswer(DECIDE),
    choose: useMutationAnswer(CHOOSE),
    commit: useMutationAnswer(COMMIT),
    undo: useMutationAnswer(UNDO),
    discard: useMutationAnswer(DISCARD),
  };
}
