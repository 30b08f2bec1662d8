import { graphql } from '@knotenpunkt/webkit/contract';
import { skipToken, useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { readTies, type TieData } from './TieEntry';

const SURROUNDINGS = graphql(`
  query ActorTies($actorId: ID!, $asOf: LocalDate) {
    surroundings(actorId: $actorId, asOf: $asOf) {
      actor {
        id
        name
        label
        slug
        kind
        summary
        city
      }
      ties {
        ...TieParts
      }
      truncated
    }
  }
`);

export interface ChosenActor {
  id: string;
  name: string;
  label: string;
  slug: string;
  kind: string;
  summary?: string | null;
  city?: string | null;
}

export interface SurroundingsAnswer {
  actor: ChosenActor | null;
  ties: TieData[];
  loading: boolean;
  error: unknown;
  retry: () => void;
}

const ORDER = { WORKS_TOGETHER: 0, STATED: 1, MET: 2 };

/** An actor with its own ties on a day (null: today), the best founded first, then the strongest; follows changes. */
export function useSurroundings(actorId: string | null, asOf: string | null): SurroundingsAnswer {
  const { data, previousData, loading, error, refetch } = useQuery(SURROUNDINGS, actorId ? { variables: { actorId, asOf } } : skipToken);
  useLiveChanges([], () => void (actorId && refetch()));
  const shown = (data ?? (previousData?.surroundings?.actor.id === actorId ? previousData : undefined))?.surroundings;
  const ties = shown && actorId ? readTies(shown.ties).filter(({ a, b }) => a.id === actorId || b.id === actorId) : [];
  return {
    actor: shown?.actor ?? null,
    ties: [...ties].sort((p, q) => ORDER[p.grade] - ORDER[q.grade] || q.strength - p.strength),
    loading: loading && !shown,
    error: shown ? null : (error ?? null),
    retry: () => void refetch(),
  };
}
