import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';

const CHALLENGE = graphql(`
  query Challenge($slug: String!) {
    challenge(slug: $slug) {
      id
      slug
      version
      question
      context
      concerns
      themes
      competences
      benches {
        kind
        minimum
      }
      origin
      state
      isHidden
      refusalReason
      publishedOn
      closedOn
      untilOn
      availableActions
      askedBy {
        id
        slug
        name
        kind
      }
    }
  }
`);

/** All that the parts of a question's page show. */
export type ShownChallenge = NonNullable<ResultOf<typeof CHALLENGE>['challenge']>;

/** Reads the question at an address; follows changes. `challenge` is undefined while loading, null where there is none. */
export function useChallenge(slug: string) {
  const { data, previousData, error, refetch } = useQuery(CHALLENGE, { variables: { slug } });
  useLiveChanges(['challenge', 'alliance'], () => void refetch());
  const known = data ?? (previousData?.challenge?.slug === slug ? previousData : undefined);
  return { challenge: known ? (known.challenge ?? null) : undefined, error, refresh: async () => void (await refetch()) };
}
