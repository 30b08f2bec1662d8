import { useMemo } from 'react';
import { depthOf, filtersOf, MOST_CHOSEN, type NetworkView } from '@knotenpunkt/network/domain';
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

/** What is found around one actor; nothing is asked for null. */
function useAroundOne(actorId: string | null, view: NetworkView): AroundAnswer {
  const { data, loading, error, refetch } = useQuery(
    AROUND,
    actorId === null ? skipToken : { variables: { actorId, depth: depthOf(view), ...filtersOf(view) } },
  );
  useLiveChanges([], () => void (actorId !== null && refetch()));
  const found = actorId === null ? null : data?.surroundings;
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

const OTHERS = Array.from({ length: MOST_CHOSEN - 1 }, (_, at) => at + 1);

/**
 * The surroundings of the first chosen as the view wants them, and, where it wants roles, of which the columns know nothing, the ties
 * around all chosen: null until all are there. Nothing is asked while the whole network is looked at.
 */
export function useAround(chosenIds: readonly string[], view: NetworkView): { around: AroundAnswer; ties: Around['ties'] | null } {
  const byRole = view.roles.length > 0;
  const around = useAroundOne(view.steps > 0 || byRole ? (chosenIds[0] ?? null) : null, view);
  // eslint-disable-next-line react-hooks/rules-of-hooks -- always as many as can be chosen
  const others = OTHERS.map((at) => useAroundOne(byRole ? (chosenIds[at] ?? null) : null, view).around);
  const all = [around.around, ...others].slice(0, chosenIds.length);
  const complete = byRole && all.length > 0 && all.every((each) => each !== null);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- what was found around each, in their order
  const ties = useMemo(() => (complete ? all.flatMap((each) => each?.ties ?? []) : null), [complete, around.around, ...others]);
  return { around, ties };
}
