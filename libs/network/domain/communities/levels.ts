import { keepCommunityIds } from '../community';
import { gather } from './gather';
import { carriedOver, louvain, modularity } from './louvain';
import { Parts, type WeightedGraph } from './weighted-graph';

/** A community in the tree of communities: its own id, and that of the one it lies in. */
export interface Community {
  id: string;
  /** Null at the top, and for one of level 1 that is too small to be told at the top. */
  parent: string | null;
  /** 0 is the coarsest. */
  level: number;
  /** Members, those of its parts among them. */
  size: number;
}

export interface FoundCommunities {
  /** The finest community of each actor; empty for who is in none. */
  community: string[];
  /** By level, then by id. */
  communities: Community[];
}

/** What communities were before, so that they keep their members and ids. */
export interface CommunitiesBefore {
  community: readonly string[];
  communities: readonly Pick<Community, 'id' | 'parent' | 'level'>[];
}

/** Fewer members are no community. */
export const SMALLEST_COMMUNITY = 3;
/** A community with more members opens into finer ones. */
const OPENS_FROM = 300;
const DEEPEST = 3;
/** More regions nobody tells apart at a glance. */
export const MOST_REGIONS = 30;
/** At the top stands who has at least this part of all actors. */
const WORTH_A_PLACE = 1 / 1000;
/** Communities are found anew only if that is so much better in modularity than to keep those of before. */
const KEPT_UNLESS_BETTER = 0.02;

interface Branch {
  members: number[];
  level: number;
  parent: Branch | null;
}

/**
 * Communities in levels: Louvain gives those of the whole graph; of a large network's many the smaller ones are gathered into at
 * most `MOST_REGIONS` regions, and what has more than `OPENS_FROM` members is divided by Louvain again. A small network has one
 * level. Begins with the communities of before, so that one tie more does not shuffle them.
 */
export function findCommunities(ids: readonly string[], graph: WeightedGraph, before: CommunitiesBefore): FoundCommunities {
  const chains = chainsOf(before);
  const branches: Branch[] = [];
  const parts = new Parts(graph);
  const add = (branch: Branch): void => {
    branches.push(branch);
    open(branch);
  };
  const open = (branch: Branch): void => {
    const { members, level } = branch;
    if (members.length <= OPENS_FROM || level >= DEEPEST) return;
    const within = parts.among(members);
    const inner = groupsOf(
      divide(
        within,
        members.map((at) => chains(at)[level + 1] ?? ''),
      ),
    );
    if (inner.length < 2) return;
    for (const group of inner) add({ members: group.map((at) => members[at]!), level: level + 1, parent: branch });
  };

  const all = ids.map((_, at) => at);
  const partition = divide(
    graph,
    all.map((at) => chains(at).findLast((id, level) => level <= 1 && id) ?? ''),
    all.map((at) => chains(at)[0] ?? ''),
  );
  const groups = groupsOf(partition);
  const regions = gather(
    graph,
    groups,
    groups.map((group) => commonest(group.map((at) => chains(at)[0] ?? ''))),
    MOST_REGIONS,
  );
  const smallest = Math.max(SMALLEST_COMMUNITY, ids.length * WORTH_A_PLACE);
  let places = MOST_REGIONS;
  for (const region of regions) {
    const members = region.flatMap((group) => groups[group]!).sort((p, q) => p - q);
    if (members.length < smallest || places-- <= 0) {
      for (const group of region) add({ members: groups[group]!, level: 1, parent: null });
      continue;
    }
    const branch: Branch = { members, level: 0, parent: null };
    if (region.length === 1) add(branch);
    else {
      branches.push(branch);
      for (const group of region) add({ members: groups[group]!, level: 1, parent: branch });
    }
  }
  return told(ids, branches, before, chains);
}

/** Groups of a graph: those of before carried over, unless finding them anew is clearly better. Several ways to begin: the best. */
function divide(graph: WeightedGraph, ...befores: string[][]): Int32Array {
  const anew = louvain(graph);
  let [best, score] = [anew, modularity(graph, anew) - KEPT_UNLESS_BETTER];
  for (const before of befores) {
    if (before.every((id) => id === '')) continue;
    const numbers = new Map<string, number>();
    const numbered = before.map((id) => {
      if (id === '') return -1;
      if (!numbers.has(id)) numbers.set(id, numbers.size);
      return numbers.get(id)!;
    });
    const kept = carriedOver(graph, numbered);
    const keptScore = modularity(graph, kept);
    if (keptScore >= score) [best, score] = [kept, keptScore];
  }
  return best;
}

/** Members of each group, groups that are too small left out; the largest first. */
function groupsOf(partition: Int32Array): number[][] {
  const groups: number[][] = [];
  partition.forEach((group, node) => (groups[group] ??= []).push(node));
  return groups.filter(({ length }) => length >= SMALLEST_COMMUNITY).sort((p, q) => q.length - p.length || p[0]! - q[0]!);
}

function commonest(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  let [best, most] = ['', 0];
  for (const [value, count] of counts) if (count > most) [best, most] = [value, count];
  return best;
}

/** For each actor the ids of before, by level; a level it was not in is undefined. */
function chainsOf({ community, communities }: CommunitiesBefore): (at: number) => (string | undefined)[] {
  const known = new Map(communities.map((each) => [each.id, each]));
  const chains = new Map<string, (string | undefined)[]>();
  const chainOf = (finest: string): (string | undefined)[] => {
    const found = chains.get(finest);
    if (found) return found;
    const chain: (string | undefined)[] = [];
    // A snapshot made before there were levels has all of its communities at the top.
    for (let id: string | null = finest; id;) {
      const { level, parent }: Pick<Community, 'level' | 'parent'> = known.get(id) ?? { level: 0, parent: null };
      chain[level] = id;
      id = parent;
    }
    chains.set(finest, chain);
    return chain;
  };
  return (at) => chainOf(community[at] ?? '');
}

function told(
  ids: readonly string[],
  branches: Branch[],
  before: CommunitiesBefore,
  chains: (at: number) => (string | undefined)[],
): FoundCommunities {
  const membersBefore = new Map<string, string[]>();
  before.community.forEach((_, at) => {
    for (const id of chains(at)) {
      if (!id) continue;
      const members = membersBefore.get(id);
      if (members) members.push(ids[at]!);
      else membersBefore.set(id, [ids[at]!]);
    }
  });
  const order = branches.toSorted((p, q) => p.level - q.level || q.members.length - p.members.length || p.members[0]! - q.members[0]!);
  const names = keepCommunityIds(
    Array.from(membersBefore, ([id, members]) => ({ id, members })),
    order.map(({ members }) => members.map((at) => ids[at]!)),
  );
  const idOf = new Map(order.map((branch, at) => [branch, names[at]!]));
  const community = ids.map(() => '');
  // Coarser ones come first, so that the finest has the last word.
  for (const branch of order) for (const at of branch.members) community[at] = idOf.get(branch)!;
  const communities = order.map((branch) => ({
    id: idOf.get(branch)!,
    parent: branch.parent ? idOf.get(branch.parent)! : null,
    level: branch.level,
    size: branch.members.length,
  }));
  return { community, communities: communities.sort((p, q) => p.level - q.level || (p.id < q.id ? -1 : 1)) };
}
