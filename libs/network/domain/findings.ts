import { GRADES, type Id } from '@knotenpunkt/kernel';
import { apartCommunities, type ApartCommunities } from './closer/apart-communities';
import { cutsOf } from './closer/cuts';
import { edgeActors, type EdgeActor } from './closer/edge-actors';
import { linksOf } from './closer/links';
import { unmetBenches, type UnmetBenches } from './closer/unmet-benches';
import type { NetworkColumns } from './columns/network-columns';

/** What findings look at: as much of the columns as they need, so that a worker can be given no more. */
export interface FindingsInput extends Pick<NetworkColumns, 'analysedOn' | 'kinds' | 'themes' | 'communities'> {
  actors: Pick<NetworkColumns['actors'], 'ids' | 'kind' | 'theme' | 'themeEnd' | 'community' | 'degree'>;
  ties: Pick<NetworkColumns['ties'], 'a' | 'b' | 'grade'>;
}

/** Two who do not work together, and who is tied to both by more than a meeting and could introduce them. */
export interface Meeting {
  a: Id;
  b: Id;
  through: Id;
}

/** A bridge that hangs on one actor: without it so many others would lose every way to the rest. */
export interface Bridge {
  actorId: Id;
  cutOff: number;
  /** One of those who would lose their way and one of the rest: together they are a second bridge. */
  meeting: Meeting | null;
}

export interface Findings {
  /** Largest loss first. */
  bridges: Bridge[];
  bridgeCount: number;
  /** Kinds of which some are there and no two of which work together, the largest first. */
  unmetBenches: UnmetBenches[];
  /** Actors with one tie or none. */
  atEdge: EdgeActor[];
  atEdgeCount: number;
  /** Communities with a theme in common whose actors with that theme have no tie, the largest first. */
  apart: ApartCommunities[];
}

/** Where nothing is known yet. */
export const NO_FINDINGS: Findings = { bridges: [], bridgeCount: 0, unmetBenches: [], atEdge: [], atEdgeCount: 0, apart: [] };

/** No more are told of each kind of finding: nobody reads on. */
const MOST_TOLD = 100;

/**
 * Simple things worth looking at, each of which a reader can check in the picture. What counts as working together is the grade
 * the network is analysed on; whoever is tied to nobody by any grade stands at the edge. In time linear in actors and ties.
 */
export function findingsOf(input: FindingsInput): Findings {
  const { ids } = input.actors;
  const counted = linksOf(ids.length, input.ties, [input.analysedOn]);
  const all = linksOf(ids.length, input.ties, GRADES);
  const founded = linksOf(ids.length, input.ties, ['WORKS_TOGETHER', 'STATED']);
  const bridges = cutsOf(counted);
  const meeting = (pair: readonly [number, number] | null, through: number): Meeting | null =>
    pair && { a: ids[pair[0]]!, b: ids[pair[1]]!, through: ids[through]! };
  const edge = edgeActors(input, all, founded, MOST_TOLD);
  return {
    bridges: bridges
      .slice(0, MOST_TOLD)
      .map(({ actor, cutOff, beside }) => ({ actorId: ids[actor]!, cutOff, meeting: meeting(beside(), actor) })),
    bridgeCount: bridges.length,
    unmetBenches: unmetBenches(input, counted).slice(0, MOST_TOLD),
    atEdge: edge.told,
    atEdgeCount: edge.count,
    apart: apartCommunities(input, counted).slice(0, MOST_TOLD),
  };
}
