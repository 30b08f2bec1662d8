import type { IntroductionFilter } from '@knotenpunkt/coordination/domain';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, usePages, useQuery } from '@knotenpunkt/webkit/data';

export const INTRODUCTION_ENTRY = graphql(`
  fragment IntroductionEntry on Introduction {
    id
    askedById
    purpose
    state
    askedOn
    answerBy
    agreedOn
    metOn
    endedOn
    outcome
    outcomeNote
    awaits
    became {
      type
      id
      title
      slug
    }
    sides {
      side
      answer
      actor {
        id
        name
      }
    }
  }
`);

const INTRODUCTIONS = graphql(`
  query Introductions($filter: IntroductionFilterInput, $first: Int!, $after: String) {
    introductions(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          ...IntroductionEntry
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const INTRODUCTION = graphql(`
  query Introduction($id: ID!) {
    introduction(id: $id) {
      id
      version
      textVersion
      askedById
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
      awaits
      availableActions
      answerableFor
      became {
        type
        id
        title
        slug
      }
      joint {
        type
        id
        title
        slug
      }
      contacts {
        side
        name
        email
      }
      sides {
        side
        actorId
        answer
        note
        noteShared
        answeredOn
        actor {
          id
          name
          slug
          kind
        }
      }
    }
  }
`);

export type IntroductionEntryData = ResultOf<typeof INTRODUCTION_ENTRY>;
export type ShownIntroduction = NonNullable<ResultOf<typeof INTRODUCTION>['introduction']>;

/** More than these are shown when asked for. */
const MOST_AT_ONCE = 40;

/** Introductions under way in which the reader takes part; for the coordination all. Follows changes. */
export function useOpenIntroductions() {
  return useIntroductions({ open: true }, MOST_AT_ONCE);
}

/** Introductions of a list in which the reader takes part; for the coordination all. Follows changes. */
export function useIntroductions(filter: IntroductionFilter, atOnce?: number) {
  const pages = usePages(INTRODUCTIONS, 'introductions', { filter }, atOnce);
  useLiveChanges(['introduction'], () => void pages.refresh());
  return pages;
}

/** One introduction; undefined while loading, null where the reader may not know of it. Follows changes. */
export function useIntroduction(id: string) {
  const { data, previousData, error, refetch } = useQuery(INTRODUCTION, { variables: { id }, fetchPolicy: 'cache-and-network' });
  // A Vorhaben both begin changes what it may have become.
  useLiveChanges(['introduction', 'initiative', 'alliance'], () => void refetch());
  const known = data ?? (previousData?.introduction?.id === id ? previousData : undefined);
  return { introduction: known ? (known.introduction ?? null) : undefined, error, refresh: async () => void (await refetch()) };
}
