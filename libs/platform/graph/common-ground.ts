import type { Id } from '@knotenpunkt/kernel';
import type { CommonGround } from './graph-port';
import type { Steps, TieGraph } from './tie-graph';
import { compareIds } from './tie-source';

/** Somebody tied to several of those asked about. */
interface Between {
  id: Id;
  /** The actors asked about it is tied to. */
  to: number[];
  /** The strength of the weakest of these ties. */
  weakest: number;
}

/**
 * What actors have in common: the ties among them, and others who are tied to two of them or more. Costs what all of
 * their neighbours cost, and nothing of what those are tied to.
 */
export function* commonGround(graph: TieGraph, actorIds: readonly Id[], limit: number): Steps<CommonGround> {
  const ids = [...new Set(actorIds)];
  yield { ties: 'all', actors: ids };
  const asked = ids.map((id) => graph.find(id)).filter((actor) => graph.shows(actor));
  const found = new Map<number, Between>();
  for (const actor of asked) {
    graph.eachNeighbour(actor, (other, strength) => {
      if (asked.includes(other)) return;
      const known = found.get(other);
      if (known) {
        known.to.push(actor);
        known.weakest = Math.min(known.weakest, strength);
      } else found.set(other, { id: graph.idOf(other), to: [actor], weakest: strength });
    });
  }
  const several = [...found.values()].filter(({ to }) => to.length > 1);
  const told = several
    .toSorted((x, y) => y.to.length - x.to.length || y.weakest - x.weakest || compareIds(x.id, y.id))
    .slice(0, Math.max(0, limit));
  return {
    neighbours: told.map(({ id, to }) => ({ id, tiedTo: to.length })),
    count: several.length,
    countTiedToAll: several.filter(({ to }) => to.length === asked.length).length,
    ties: tiesTold(graph, asked, told),
  };
}

/** Each tie from the side of an actor asked about, whose ties were fetched. */
function tiesTold(graph: TieGraph, asked: readonly number[], told: readonly Between[]) {
  const wanted = new Map(
    asked.map((actor, at) => [graph.idOf(actor), new Set(asked.slice(at + 1).map((other) => graph.idOf(other)))] as const),
  );
  for (const { id, to } of told) for (const actor of to) wanted.get(graph.idOf(actor))!.add(id);
  return graph.tiesFrom(wanted);
}
