import { GRADES, type Grade, type Id, type LocalDate } from '@knotenpunkt/kernel';

/** More actors at once nobody compares. */
export const MOST_COMPARED = 8;

/** A tie with what it comes from, as far as it matters for what several share. */
export interface TieAmong {
  a: Id;
  b: Id;
  sources: readonly {
    nodeType: string;
    nodeId: Id;
    declared?: boolean;
    grade: Grade;
    since: LocalDate;
    until: LocalDate | null;
  }[];
}

/** Something several actors take part in. */
export interface SharedThing {
  nodeType: string;
  nodeId: Id;
  /** Those who do, in the order they were asked about. */
  actorIds: Id[];
  /** The best of the grades by which two of them share it. */
  grade: Grade;
  /** Since when two of them do; null: two of them still do. */
  since: LocalDate;
  until: LocalDate | null;
}

/**
 * What actors share directly: everything two of them take part in at the same time, what most of them share first, then the
 * best founded, then what began last. What is declared, and a body that is itself one of them, is no third thing.
 */
export function sharedThings(actorIds: readonly Id[], ties: readonly TieAmong[]): SharedThing[] {
  const asked = new Set(actorIds);
  const found = new Map<Id, SharedThing & { members: Set<Id> }>();
  for (const { a, b, sources } of ties) {
    if (!asked.has(a) || !asked.has(b)) continue;
    for (const { nodeType, nodeId, declared, grade, since, until } of sources) {
      if (declared || asked.has(nodeId)) continue;
      const known = found.get(nodeId);
      if (!known) {
        found.set(nodeId, { nodeType, nodeId, actorIds: [], members: new Set([a, b]), grade, since, until });
        continue;
      }
      known.members.add(a).add(b);
      if (GRADES.indexOf(grade) < GRADES.indexOf(known.grade)) known.grade = grade;
      if (since < known.since) known.since = since;
      if (until === null || (known.until !== null && until > known.until)) known.until = until;
    }
  }
  return [...found.values()]
    .map(({ members, ...thing }) => ({ ...thing, actorIds: actorIds.filter((id, at) => members.has(id) && actorIds.indexOf(id) === at) }))
    .sort(
      (p, q) =>
        q.actorIds.length - p.actorIds.length ||
        GRADES.indexOf(p.grade) - GRADES.indexOf(q.grade) ||
        (p.since === q.since ? (p.nodeId < q.nodeId ? -1 : 1) : p.since > q.since ? -1 : 1),
    );
}

/** Themes that two actors or more have, what most of them have first. */
export function sharedThemes(actors: readonly { id: Id; themes: readonly string[] }[]): { theme: string; actorIds: Id[] }[] {
  const found = new Map<string, Id[]>();
  for (const { id, themes } of actors) for (const theme of new Set(themes)) found.set(theme, [...(found.get(theme) ?? []), id]);
  return Array.from(found, ([theme, actorIds]) => ({ theme, actorIds }))
    .filter(({ actorIds }) => actorIds.length > 1)
    .sort((p, q) => q.actorIds.length - p.actorIds.length || (p.theme < q.theme ? -1 : 1));
}
