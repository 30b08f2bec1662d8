import { fromDay, GRADES, OPEN_END, type Id } from '@knotenpunkt/kernel';
import { NODE_TYPES, type Adjacency } from './adjacency';
import type { Tie, TieSource } from './graph-port';

/** How well two actors are tied by one thing, in the numbers of the adjacency. */
export interface Footing {
  grade: number;
  since: number;
  until: number;
  strength: number;
}

/** What ties two actors; one object is reused for all of a walk, so read it at once. */
export interface Source extends Footing {
  /** The shared node, or the body one is a member of; -1 for a declared tie. */
  node: number;
  /** The row of the declared edge; -1 otherwise. */
  declaredRow: number;
  /** The strength before it began to fade. */
  whole: number;
}

/** Rounded to 1e-9, so that both adapters and every order of adding up give the same number. */
export function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/** Order of ids in every answer: by code unit, in no language. */
export function compareIds(a: Id, b: Id): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Which of several footings of the same two actors in the same node counts: better founded, stronger, older, longer. */
export function better(a: Footing, b: Footing): boolean {
  return (a.grade - b.grade || b.strength - a.strength || a.since - b.since || b.until - a.until) < 0;
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
    whole: source.whole,
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
