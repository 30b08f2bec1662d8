import { filtersOf, type NetworkView } from '@knotenpunkt/network/domain';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { skipToken, useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';

const COMMON_GROUND = graphql(`
  query CommonGround(
    $actorIds: [ID!]!
    $kinds: [String!]!
    $grades: [TieGrade!]!
    $themes: [String!]
    $roles: [String!]
    $sinceAfter: LocalDate
    $running: Boolean
    $minStrength: Float
    $asOf: LocalDate
  ) {
    commonGround(
      actorIds: $actorIds
      kinds: $kinds
      grades: $grades
      themes: $themes
      roles: $roles
      sinceAfter: $sinceAfter
      running: $running
      minStrength: $minStrength
      asOf: $asOf
    ) {
      actors {
        id
        label
        slug
        kind
      }
      shared {
        nodeType
        nodeId
        title
        slug
        sourceNote
        actorIds
        grade
        since
        until
      }
      themes {
        theme
        actorIds
      }
      ties {
        ...TieParts
      }
      neighbours {
        tiedTo
        actor {
          id
          name
          label
          slug
          kind
        }
        ties {
          ...TieParts
        }
      }
      neighbourCount
      tiedToAllCount
    }
  }
`);

export type CommonGround = ResultOf<typeof COMMON_GROUND>['commonGround'];

/** What several chosen actors have in common, over what the view shows; nothing is asked for fewer than two. */
export function useCommonGround(actorIds: readonly string[], view: NetworkView) {
  const wanted = actorIds.length > 1;
  const { data, loading, error, refetch } = useQuery(
    COMMON_GROUND,
    wanted ? { variables: { actorIds: [...actorIds], ...filtersOf(view) } } : skipToken,
  );
  useLiveChanges([], () => void (wanted && refetch()));
  const ground = wanted ? (data?.commonGround ?? null) : null;
  return { ground, loading: loading && !ground, error: ground ? null : (error ?? null), retry: () => void refetch() };
}
