import { fromDay, GRADES, OPEN_END, rounded, type Id, type Standing } from '@knotenpunkt/kernel';
import { NODE_TYPES, type Adjacency } from './adjacency';
import type { Tie, TieSource } from './graph-port';

/** What ties two actors; one object is reused for all of a walk, so read it at once. */
export interface Source extends Standing {
  /** The strength it had while it ran. */
  running: number;
  /** The shared node, or the body one is a member of; -1 for a declared tie. */
  node: number;
  /** The row of the declared edge; -1 otherwise. */
  declaredRow: number;
}

/** Order of ids in every answer: by code unit, in no language. */
export function compareIds(a: Id, b: Id): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function describe(adjacency: Adjacency, source: Source): TieSource {
  const declared = source.declaredRow >= 0;
  return {
    nodeId: declared ? adjacency.edgeIdOf(source.declaredRow) : adjacency.idOf(source.node),
    nodeType: declared ? 'Actor' : NODE_TYPES[adjacency.node.at.type[source.node]!]!,
    ...(declared ? { declared: true as const } : {}),
    grade: GRADES[source.grade]!,
    since: fromDay(source.since),
    until: source.until === OPEN_END ? null : fromDay(source.until),
    strength: source.strength,
    runningStrength: source.running,
  };
}

export function toTie(one: Id, other: Id, sources: TieSource[]): Tie {
  if (sources.length > 1) sources.sort((x, y) => y.strength - x.strength || compareIds(x.nodeId, y.nodeId));
  const [a, b] = one < other ? [one, other] : [other, one];
  let { grade, since } = sources[0]!;
  let strength = 0;
  for (const source of sources) {
    if (GRADES.indexOf(source.grade) < GRADES.indexOf(grade)) grade = source.grade;
    if (source.since < since) since = source.since;
    strength += source.strength;
  }
  return { a, b, grade, since, strength: rounded(strength), sources };
}
