import { rounded, type Id } from '@knotenpunkt/kernel';
import type { ScoredActor, Surroundings } from './graph-port';
import type { Steps, TieGraph } from './tie-graph';
import { compareIds } from './tie-source';

/**
 * The actors at most `depth` ties away, ring by ring, and all ties among them. Within a ring the strongest come first:
 * by the sum of their ties to the ring before. A ring that does not fit whole is cut, and none follows.
 */
export function* surroundings(graph: TieGraph, actorId: Id, depth: number, limit: number): Steps<Surroundings> {
  yield { ties: 'all', actors: [actorId] };
  const start = graph.find(actorId);
  if (!graph.shows(start)) return { nodes: [], ties: [], truncated: false };
  const distance = new Map([[start, 0]]);
  let ring = [start];
  let truncated = false;
  for (let step = 1; step <= depth && ring.length > 0 && !truncated; step++) {
    if (step > 1) yield { ties: 'all', actors: ring.map((actor) => graph.idOf(actor)) };
    const reached = new Map<number, number>();
    for (const actor of ring) {
      graph.eachNeighbour(actor, (other, strength) => {
        if (!distance.has(other)) reached.set(other, (reached.get(other) ?? 0) + strength);
      });
    }
    const room = Math.max(0, limit - distance.size);
    truncated = reached.size > room;
    ring = strongestFirst(graph, reached, room).map((found) => graph.find(found.id));
    for (const actor of ring) distance.set(actor, step);
  }
  // Far less than everything the outermost are tied to.
  yield { ties: 'among', actors: Array.from(distance.keys(), (actor) => graph.idOf(actor)) };
  return {
    nodes: Array.from(distance, ([actor, away]) => ({ id: graph.idOf(actor), distance: away })),
    ties: graph.tiesAmong(new Set(distance.keys())),
    truncated,
  };
}

/**
 * Resource allocation: the sum of 1/degree over the neighbours two actors share. Zhou, Lü & Zhang, "Predicting missing
 * links via local information", Eur. Phys. J. B 71 (2009) 623–630. Degrees are counted on the graph asked about.
 */
export function* similar(graph: TieGraph, actorId: Id, limit: number): Steps<ScoredActor[]> {
  yield { ties: 'all', actors: [actorId] };
  const start = graph.find(actorId);
  const tied = new Set<number>([start]);
  graph.eachNeighbour(start, (other) => tied.add(other));
  // In order of id, because a sum of fractions depends on its order.
  const between = [...tied].filter((actor) => actor !== start).sort((a, b) => compareIds(graph.idOf(a), graph.idOf(b)));
  if (between.length > 0) yield { ties: 'all', actors: between.map((actor) => graph.idOf(actor)) };
  const scores = new Map<number, number>();
  for (const neighbour of between) {
    const others: number[] = [];
    graph.eachNeighbour(neighbour, (other) => others.push(other));
    for (const other of others) if (!tied.has(other)) scores.set(other, (scores.get(other) ?? 0) + 1 / others.length);
  }
  return strongestFirst(graph, scores, Math.max(0, limit));
}

/** The strongest so many, ordered. Of thousands only those are ordered by id that can be among them. */
function strongestFirst(graph: TieGraph, values: ReadonlyMap<number, number>, most: number): ScoredActor[] {
  if (most === 0) return [];
  const weakest = values.size <= most ? -Infinity : Float64Array.from(values.values(), rounded).sort()[values.size - most]!;
  const found: ScoredActor[] = [];
  for (const [actor, value] of values) {
    const score = rounded(value);
    if (score >= weakest) found.push({ id: graph.idOf(actor), score });
  }
  return found.sort((x, y) => y.score - x.score || compareIds(x.id, y.id)).slice(0, most);
}
