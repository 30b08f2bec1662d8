import { useMemo } from 'react';
import { filtersOf, type NetworkView } from '@knotenpunkt/network/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { skipToken, useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';

const AROUND = graphql(`
  query NetworkAround(
    $actorId: ID!
    $depth: Int!
    $kinds: [String!]!
    $grades: [TieGrade!]!
    $themes: [String!]
    $roles: [String!]
    $sinceAfter: LocalDate
    $running: Boolean
    $minStrength: Float
    $asOf: LocalDate
  ) {
    surroundings(
      actorId: $actorId
      depth: $depth
      kinds: $kinds
      grades: $grades
      themes: $themes
      roles: $roles
      sinceAfter: $sinceAfter
      running: $running
      minStrength: $minStrength
      asOf: $asOf
    ) {
      nodes {
        distance
        actor {
          id
          name
          label
          slug
          kind
        }
      }
      ties {
        a {
          id
        }
        b {
          id
        }
        grade
        strength
      }
      truncated
    }
  }
`);

export interface AroundNode {
  id: string;
  name: string;
  label: string;
  slug: string;
  kind: string;
  distance: number;
}

export interface Around {
  nodes: readonly AroundNode[];
  ties: readonly { a: string; b: string; strength: number }[];
  truncated: boolean;
}

export interface AroundAnswer {
  around: Around | null;
  loading: boolean;
  error: unknown;
  retry: () => void;
}

/** The surroundings of the chosen actor as the view wants them; nothing is asked while the whole network is looked at. */
export function useAround(actorId: string | null, view: NetworkView): AroundAnswer {
  const wanted = actorId !== null && (view.steps > 0 || view.roles.length > 0);
  const { data, loading, error, refetch } = useQuery(
    AROUND,
    wanted ? { variables: { actorId, depth: Math.max(1, view.steps), ...filtersOf(view) } } : skipToken,
  );
  useLiveChanges([], () => void (wanted && refetch()));
  const found = wanted ? data?.surroundings : null;
  const around = useMemo<Around | null>(
    () =>
      found
        ? {
            nodes: found.nodes.map(({ actor, distance }) => ({ ...actor, distance })),
            ties: found.ties.map(({ a, b, strength }) => ({ a: a.id, b: b.id, strength })),
            truncated: found.truncated,
          }
        : null,
    [found],
  );
  return { around, loading: loading && !around, error: around ? null : (error ?? null), retry: () => void refetch() };
}
