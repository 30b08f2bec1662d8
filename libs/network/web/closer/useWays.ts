import { useMemo } from 'react';
import type { Grade } from '@knotenpunkt/kernel';
import { filtersOf, type NetworkView } from '@knotenpunkt/network/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { skipToken, useQuery } from '@knotenpunkt/webkit/data';
import { readTies, type TieData } from '../TieEntry';

const PATHS = graphql(`
  query NetworkPaths(
    $from: ID!
    $to: ID!
    $kinds: [String!]!
    $grades: [TieGrade!]!
    $themes: [String!]
    $roles: [String!]
    $sinceAfter: LocalDate
    $running: Boolean
    $minStrength: Float
    $asOf: LocalDate
  ) {
    paths(
      from: $from
      to: $to
      kinds: $kinds
      grades: $grades
      themes: $themes
      roles: $roles
      sinceAfter: $sinceAfter
      running: $running
      minStrength: $minStrength
      asOf: $asOf
    ) {
      length
      exactCount
      paths
      actors {
        id
        label
        slug
        kind
      }
      ties {
        ...TieParts
      }
    }
  }
`);

export interface WayActor {
  id: string;
  label: string;
  slug: string;
  kind: string;
}

export interface Ways {
  length: number | null;
  /** How many there are; the best fifty are told. */
  count: number;
  paths: readonly (readonly string[])[];
  actors: ReadonlyMap<string, WayActor>;
  /** The tie between two that follow each other on a way. */
  tieBetween: (one: string, other: string) => TieData | undefined;
  gradeBetween: (one: string, other: string) => Grade | null;
}

/** The shortest ways between two actors over what the view shows; null while nobody asked or the answer is on its way. */
export function useWays(from: string | null, to: string | null, view: NetworkView) {
  const { data, loading, error, refetch } = useQuery(PATHS, from && to ? { variables: { from, to, ...filtersOf(view) } } : skipToken);
  const ways = useMemo<Ways | null>(() => {
    if (!data || !from || !to) return null;
    const { length, exactCount, paths, actors, ties } = data.paths;
    const byPair = new Map(
      readTies(ties).flatMap((tie) => [[`${tie.a.id} ${tie.b.id}`, tie] as const, [`${tie.b.id} ${tie.a.id}`, tie] as const]),
    );
    return {
      length: length ?? null,
      count: exactCount,
      paths,
      actors: new Map(actors.map((actor) => [actor.id, actor])),
      tieBetween: (one, other) => byPair.get(`${one} ${other}`),
      gradeBetween: (one, other) => byPair.get(`${one} ${other}`)?.grade ?? null,
    };
  }, [data, from, to]);
  return { ways, loading: loading && !ways, error: ways ? null : error, retry: () => void refetch() };
}

export type WaysAnswer = ReturnType<typeof useWays>;
