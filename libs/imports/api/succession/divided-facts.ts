import { addDays, idFrom, type Id, type LocalDate } from '@knotenpunkt/kernel';
import type { EdgeFact, Facts } from '@knotenpunkt/platform/graph';

/** From when on an edge tells of the successor. */
export interface Begin {
  edgeId: Id;
  on: LocalDate;
}

interface Told {
  id: Id;
  predecessorId: Id;
  successorId: Id;
  sinceOn: LocalDate;
  /** What is told of both before anything went over, and afterwards. */
  before: readonly EdgeFact[];
  after: readonly EdgeFact[];
}

const touches = ({ from, to }: EdgeFact, id: Id) => from === id || to === id;
/** A declared tie is the same whoever declared it. */
const pairOf = ({ from, to, declared }: EdgeFact) => (declared ? [from, to].toSorted() : [from, to]).join(' ');

/**
 * Divides what the graph is told at the day on which one organisation became part of another: until the day before it tells of the
 * predecessor, from then on of the successor. What stayed with the predecessor, and what the successor had itself, keeps its days.
 */
export function dividedFacts({ id, predecessorId, successorId, sinceOn, before, after }: Told): { past: EdgeFact[]; begins: Begin[] } {
  const lastDay = addDays(sinceOn, -1);
  const stays = new Set(after.filter((edge) => touches(edge, predecessorId)).map((edge) => edge.id));
  const past = before
    .filter((edge) => touches(edge, predecessorId) && edge.since < sinceOn && !stays.has(edge.id))
    .map((edge) => ({
      ...edge,
      id: idFrom('succeeded', id, edge.id),
      until: edge.until && edge.until < lastDay ? edge.until : lastDay,
      confirmedOn: edge.confirmedOn && edge.confirmedOn > lastDay ? null : (edge.confirmedOn ?? null),
    }));
  const own = new Map<string, LocalDate>();
  for (const edge of before) {
    if (!touches(edge, successorId)) continue;
    const known = own.get(pairOf(edge));
    if (known === undefined || edge.since < known) own.set(pairOf(edge), edge.since);
  }
  const begins = after.flatMap((edge): Begin[] => {
    if (!touches(edge, successorId) || touches(edge, predecessorId)) return [];
    const on = own.get(pairOf(edge)) ?? sinceOn;
    return edge.since < on ? [{ edgeId: edge.id, on }] : [];
  });
  return { past, begins };
}

/** Facts in which what went over begins on its day; what had ended before tells nothing of the successor. */
export function begunLater(facts: Facts, begins: ReadonlyMap<Id, LocalDate>): Facts {
  const edges = facts.edges.flatMap((edge) => {
    const on = begins.get(edge.id);
    if (on === undefined || edge.since >= on) return [edge];
    return edge.until && edge.until < on ? [] : [{ ...edge, since: on }];
  });
  return { ...facts, edges };
}
