import { GRADES, type Grade, type Id, type LocalDate } from '@knotenpunkt/kernel';
import type { CommunityNaming } from './community';

/** Which ties communities and places were computed on: STATED only where a region has nothing better. */
export type AnalysedOn = 'WORKS_TOGETHER' | 'STATED';

/** Places lie in a square with edges of this many units. */
export const SQUARE = 1000;

/**
 * The whole network of a region on one audience's graph, as columns: every list of `actors` has one value an actor, every
 * list of `ties` one value a tie, pair (a, b) by place in `actors`. Small enough to be sent as it is and read without parsing
 * thousands of objects.
 */
export interface NetworkColumns {
  /** Version of the data. */
  seq: number;
  /** The day on which strengths are told. */
  asOf: LocalDate;
  analysedOn: AnalysedOn;
  actors: {
    ids: Id[];
    names: string[];
    /** What stands beside the mark: the short name, else the name. */
    labels: string[];
    slugs: string[];
    kinds: string[];
    /** Ids of themes. */
    themes: string[][];
    /** 0 to 1000. */
    x: number[];
    y: number[];
    /** Place in `communities`; -1 for an actor in none. */
    community: number[];
    /** Number of actors it is tied to. */
    degree: number[];
  };
  ties: {
    a: number[];
    b: number[];
    /** Place in `GRADES`. */
    grade: number[];
    strength: number[];
    since: LocalDate[];
    /** How many shared acts the tie comes from. */
    sources: number[];
  };
  communities: { id: string; naming: CommunityNaming; size: number }[];
}

/** One actor of the network, as a page wants it. */
export interface OverviewActor {
  id: Id;
  name: string;
  label: string;
  slug: string;
  kind: string;
  themes: string[];
  x: number;
  y: number;
  community: string | null;
  degree: number;
}

/** A tie between two actors of the network. */
export interface OverviewTie {
  a: Id;
  b: Id;
  grade: Grade;
  strength: number;
  since: LocalDate;
  sources: number;
}

export interface NetworkOverview {
  seq: number;
  asOf: LocalDate;
  analysedOn: AnalysedOn;
  actors: OverviewActor[];
  ties: OverviewTie[];
  communities: NetworkColumns['communities'];
}

/** The columns as objects. */
export function readColumns(columns: NetworkColumns): NetworkOverview {
  const { actors, ties, communities, seq, asOf, analysedOn } = columns;
  return {
    seq,
    asOf,
    analysedOn,
    communities,
    actors: actors.ids.map((id, at) => ({
      id,
      name: actors.names[at]!,
      label: actors.labels[at]!,
      slug: actors.slugs[at]!,
      kind: actors.kinds[at]!,
      themes: actors.themes[at]!,
      x: actors.x[at]!,
      y: actors.y[at]!,
      community: communities[actors.community[at]!]?.id ?? null,
      degree: actors.degree[at]!,
    })),
    ties: ties.a.map((a, at) => ({
      a: actors.ids[a]!,
      b: actors.ids[ties.b[at]!]!,
      grade: GRADES[ties.grade[at]!]!,
      strength: ties.strength[at]!,
      since: ties.since[at]!,
      sources: ties.sources[at]!,
    })),
  };
}
