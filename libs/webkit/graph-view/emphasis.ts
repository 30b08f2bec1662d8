import type { Grade } from '@knotenpunkt/kernel';
import { pairKey, pairsOf, type NetworkNode, type NetworkTie } from './model';

/** What the reader looks at. */
export interface Attention {
  /** The actor chosen or pointed at. */
  focus: string | null;
  /** Those chosen beside it, to be compared with it. */
  alsoChosen?: readonly string[];
  /** A path told beside the picture, from end to end; empty for none. */
  path: readonly string[];
  /** Kinds and grades that the legend has taken back. */
  dimmedKinds: ReadonlySet<string>;
  dimmedGrades: ReadonlySet<Grade>;
  /** Single actors that another filter (a theme) has taken back. */
  dimmedIds?: ReadonlySet<string>;
}

/** All that are chosen, the one in focus first. */
export function chosenIn({ focus, alsoChosen = [] }: Attention): readonly string[] {
  return focus === null ? alsoChosen : [focus, ...alsoChosen];
}

export const NO_ATTENTION: Attention = { focus: null, path: [], dimmedKinds: new Set(), dimmedGrades: new Set() };

/**
 * How much a part of the picture counts now. `plain`: nothing is chosen. `focus`, `path`, `near`: chosen, on the path,
 * neighbours of the chosen. `far`: all others while something is chosen. `filtered`: taken back by the legend.
 */
export type Weight = 'plain' | 'focus' | 'path' | 'near' | 'far' | 'filtered';

export interface Emphasis {
  node: (node: NetworkNode) => Weight;
  tie: (tie: NetworkTie) => Weight;
}

/** Decides for every actor and tie how much it counts. */
export function emphasise(nodes: readonly NetworkNode[], ties: readonly NetworkTie[], attention: Attention): Emphasis {
  const { path, dimmedKinds, dimmedGrades, dimmedIds } = attention;
  const chosen = new Set(chosenIn(attention));
  const filteredNodes = new Set(
    nodes.filter(({ kind, id }) => (dimmedKinds.has(kind) || dimmedIds?.has(id)) && !chosen.has(id)).map(({ id }) => id),
  );
  const isFilteredTie = ({ a, b, grade }: NetworkTie) => dimmedGrades.has(grade) || filteredNodes.has(a) || filteredNodes.has(b);
  const onPath = new Set(path);
  const pathPairs = pairsOf(path);
  const near = new Set<string>();
  if (chosen.size > 0) {
    for (const tie of ties) {
      if (isFilteredTie(tie)) continue;
      if (chosen.has(tie.a)) near.add(tie.b);
      if (chosen.has(tie.b)) near.add(tie.a);
    }
  }
  const looking = chosen.size > 0 || path.length > 0;
  return {
    node({ id }) {
      if (chosen.has(id)) return 'focus';
      if (onPath.has(id)) return 'path';
      if (filteredNodes.has(id)) return 'filtered';
      if (near.has(id)) return 'near';
      return looking ? 'far' : 'plain';
    },
    tie(tie) {
      if (pathPairs.has(pairKey(tie.a, tie.b))) return 'path';
      if (isFilteredTie(tie)) return 'filtered';
      if (chosen.has(tie.a) || chosen.has(tie.b)) return 'near';
      return looking ? 'far' : 'plain';
    },
  };
}
