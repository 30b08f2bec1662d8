import type { useApolloClient } from '@knotenpunkt/webkit/data';
import { graphql } from '@knotenpunkt/webkit/contract';

type Client = ReturnType<typeof useApolloClient>;

/** What the engine holds, and what was put away. Names of persons are left out of the whole file. */
const ENGINE = graphql(`
  query TakeHeldByEngine($actorId: ID!) {
    actorById(id: $actorId) {
      name
      slug
    }
    engineUnderstanding(actorId: $actorId) {
      id
      kind
      themes
      proposable
      counts {
        suggestedToUs
        answersFor
      }
      competences {
        competence
        name
        struck
        sources {
          kind
          entryId
          words
        }
      }
      entries {
        entryId
        direction
        title
        ruledOut
        membersOnly
        confirmedOn
        counts
        read
        named {
          competence
          name
          words
        }
        nearest {
          competence
          name
        }
      }
      points {
        code
        count
        against
      }
      corrections {
        competence
        name
        kind
        saidOn
      }
    }
    matchDismissals(actorId: $actorId) {
      suggested {
        name
        slug
      }
      reason
      note
      againOn
      dismissedOn
    }
    outcomesHeld(actorId: $actorId) {
      kind
      asked
      certainty
      shownOn
      outcome
      reason
      objectedOn
      other {
        name
        slug
      }
    }
  }
`);

const INTRODUCTIONS = graphql(`
  query TakeIntroductions($filter: IntroductionFilterInput!, $first: Int!, $after: String) {
    introductions(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          purpose
          reason
          state
          askedOn
          answerBy
          agreedOn
          metOn
          endedOn
          outcome
          outcomeNote
          sides {
            side
            answer
            note
            answeredOn
            actor {
              name
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

const THREADS = graphql(`
  query TakeThreads($actorId: ID!, $first: Int!, $after: String) {
    threadsNaming(actorId: $actorId, first: $first, after: $after) {
      edges {
        node {
          id
          title
          nextStep
          followUpOn
          state
          openedOn
          doneOn
          closing
          correction {
            text
            writtenOn
            notedOn
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

const ENTRIES = graphql(`
  query TakeHeldEntries($actorId: ID!) {
    contactRequests(actorId: $actorId, first: 100) {
      id
      organisation
      state
      createdAt
    }
    outsidePromises(actorId: $actorId) {
      id
      text
      purpose {
        title
      }
      dueOn
      way
      saidOn
      state
      answerBy
      decidedOn
      objection
    }
    alliancePlaces(actorId: $actorId) {
      allianceId
      title
      state
      memberState
      question
      answer
      answeredOn
      change
    }
    networkNotes(actorId: $actorId) {
      id
      text
      writtenOn
      actor {
        name
      }
      other {
        name
      }
    }
    rectifications(actorId: $actorId) {
      subjectType
      subjectId
      text
      saidOn
      seenOn
    }
  }
`);

const A_PAGE = 20;

interface SomePage {
  edges: { node: object }[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

async function everyPage(read: (after: string | null) => Promise<SomePage>): Promise<object[]> {
  const found: object[] = [];
  let after: string | null = null;
  do {
    const { edges, pageInfo }: SomePage = await read(after);
    found.push(...edges.map(({ node }) => node));
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return found;
}

/** All that is held on an organisation, read anew. Lists without pages end where the server ends them, at a hundred. */
export async function readHeld(apollo: Client, actorId: string): Promise<object> {
  const asked = { variables: { actorId }, fetchPolicy: 'network-only' as const };
  const engine = await apollo.query({ query: ENGINE, ...asked });
  const entries = await apollo.query({ query: ENTRIES, ...asked });
  const introductions = await everyPage(async (after) => {
    const variables = { filter: { actorId }, first: A_PAGE, after };
    return (await apollo.query({ query: INTRODUCTIONS, variables, fetchPolicy: 'network-only' })).data!.introductions;
  });
  const threads = await everyPage(async (after) => {
    const variables = { actorId, first: A_PAGE, after };
    return (await apollo.query({ query: THREADS, variables, fetchPolicy: 'network-only' })).data!.threadsNaming;
  });
  return { ...engine.data, introductions, threads, ...entries.data };
}
