import { useMemo } from 'react';
import { shownChanges, type Change, type NetworkChanges, type Shown } from '@knotenpunkt/network/domain';
import { pairKey } from '@knotenpunkt/webkit/graph-view';
import type { Arrived } from './useArrivals';
import type { TimeOfPage } from './useTime';

/** What became of ties (by `pairKey`) and actors, for the picture. */
export interface ChangeMarks {
  ties: ReadonlyMap<string, Change>;
  nodes: ReadonlyMap<string, Change>;
}

const UNMARKED: ChangeMarks = { ties: new Map(), nodes: new Map() };

/** What the view shows of the changes between two days, and how it is marked; else what has just come. */
export function useChangeMarks({ changes, overview, arrived, day, range }: TimeOfPage, shown: Shown) {
  const changed = useMemo(() => (changes ? shownChanges(changes, overview, shown) : null), [changes, overview, shown]);
  const marks = useMemo(() => {
    if (changed) return marksOf(changed);
    return day === range.last ? marksOfArrived(arrived) : UNMARKED;
  }, [changed, arrived, day, range]);
  return { changed, changeMarks: marks };
}

function marksOf({ ties, actors }: NetworkChanges): ChangeMarks {
  return { ties: new Map(ties.map(({ a, b, change }) => [pairKey(a, b), change])), nodes: actors };
}

function marksOfArrived({ actors, ties }: Arrived): ChangeMarks {
  if (actors.length + ties.length === 0) return UNMARKED;
  return { ties: new Map(ties.map(({ a, b }) => [pairKey(a, b), 'new'])), nodes: new Map(actors.map((id) => [id, 'new'])) };
}
