import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';

/** What rows and dialogs show of a thread. */
export const THREAD = graphql(`
  fragment ThreadParts on Thread {
    id
    title
    subjectType
    subject {
      type
      id
      title
      slug
      state
      reached
      wanted
      overdue
      purpose
      askedOn
    }
    actors {
      id
      name
      slug
      kind
    }
    note
    nextStep
    stepActor {
      id
      name
      shortName
      slug
      kind
    }
    followUpOn
    owner {
      id
      name
    }
    deputy {
      id
      name
    }
    corrections {
      actorId
      text
      writtenOn
      notedOn
      version
      actor {
        id
        name
        slug
        kind
      }
    }
    state
    attendedOn
    doneOn
    closing
    version
    availableActions
  }
`);

export type ShownThread = ResultOf<typeof THREAD>;

export const OPEN_THREAD = graphql(`
  mutation OpenThread($input: OpenThreadInput!) {
    openThread(input: $input) {
      ... on Thread {
        ...ThreadParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export const PLAN_THREAD = graphql(`
  mutation PlanThread($input: PlanThreadInput!) {
    planThread(input: $input) {
      ... on Thread {
        ...ThreadParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export const POSTPONE_THREAD = graphql(`
  mutation PostponeThread($input: PostponeThreadInput!) {
    postponeThread(input: $input) {
      ... on Thread {
        ...ThreadParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export const COMPLETE_THREAD = graphql(`
  mutation CompleteThread($input: CompleteThreadInput!) {
    completeThread(input: $input) {
      ... on Thread {
        ...ThreadParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export const REOPEN_THREAD = graphql(`
  mutation ReopenThread($input: ThreadVersionInput!) {
    reopenThread(input: $input) {
      ... on Thread {
        ...ThreadParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export const NOTE_CORRECTION = graphql(`
  mutation NoteCorrection($input: NoteCorrectionInput!) {
    noteCorrection(input: $input) {
      ... on Thread {
        ...ThreadParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
