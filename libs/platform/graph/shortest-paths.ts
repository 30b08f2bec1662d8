import type { Id } from '@knotenpunkt/kernel';
import type { ShortestPaths, Tie } from './graph-port';
import type { Steps, TieGraph } from './tie-graph';
import { compareIds } from './tie-source';

const MOST_PATHS = 50;

/** A path from the first layer up to one actor. `strength` in billionths: whole numbers add up without error. */
interface Way {
  strength: number;
  ids: Id[];
}

/**
 * All shortest paths, counted exactly, and the best fifty. From both ends rings grow, the smaller one first, until they
 * meet: so only the surroundings of the two ends are read. Ways are compared as read from the smaller id to the larger,
 * therefore the answer in the other direction is the same one, reversed.
 */
export function* shortestPaths(graph: TieGraph, from: Id, to: Id): Steps<ShortestPaths> {
  yield { ties: 'all', actors: [from, to] };
  const start = graph.find(compareIds(from, to) <= 0 ? from : to);
  const goal = graph.find(compareIds(from, to) <= 0 ? to : from);
  if (!graph.shows(start) || !graph.shows(goal)) return { length: null, count: 0, paths: [], ties: [] };
  if (start === goal) return { length: 0, count: 1, paths: [[from]], ties: [] };

  const near = new Rings(graph, start);
  const far = new Rings(graph, goal);
  let meeting: number[] = [];
  while (meeting.length === 0) {
    const side = near.outermost.length <= far.outermost.length ? near : far;
    const other = side === near ? far : near;
    yield { ties: 'all', actors: side.outermost.map((actor) => graph.idOf(actor)) };
    if (!side.grow()) return { length: null, count: 0, paths: [], ties: [] };
    meeting = side.outermost.filter((actor) => other.has(actor));
  }
  const layers = [...near.towardsCentre(meeting).reverse(), meeting, ...far.towardsCentre(meeting)];
  const { count, ways } = bestWays(graph, layers, near.radius);
  const paths = ways.map((way) => (from === way.ids[0] ? way.ids : way.ids.toReversed()));
  return { length: layers.length - 1, count, paths, ties: tiesOn(graph, ways, near.radius) };
}

/** The ties on the ways, each read from its inner end: only what the two searches went out from was fetched. */
function tiesOn(graph: TieGraph, ways: readonly Way[], met: number): Tie[] {
  const outer = new Map<Id, Set<Id>>();
  for (const { ids } of ways) {
    for (let i = 1; i < ids.length; i++) {
      const [inside, outside] = i <= met ? [ids[i - 1]!, ids[i]!] : [ids[i]!, ids[i - 1]!];
      outer.set(inside, (outer.get(inside) ?? new Set()).add(outside));
    }
  }
  return graph.tiesFrom(outer);
}

/** Breadth first from one actor. */
class Rings {
  private readonly distance: Map<number, number>;
  private readonly rings: number[][];

  constructor(
    private readonly graph: TieGraph,
    centre: number,
  ) {
    this.distance = new Map([[centre, 0]]);
    this.rings = [[centre]];
  }

  get radius(): number {
    return this.rings.length - 1;
  }

  get outermost(): number[] {
    return this.rings.at(-1)!;
  }

  has(actor: number): boolean {
    return this.distance.has(actor);
  }

  /** False when there is nothing further out. */
  grow(): boolean {
    const next: number[] = [];
    for (const actor of this.outermost) {
      this.graph.eachNeighbour(actor, (other) => {
        if (this.distance.has(other)) return;
        this.distance.set(other, this.rings.length);
        next.push(other);
      });
    }
    if (next.length > 0) this.rings.push(next);
    return next.length > 0;
  }

  /** From outermost but one to the centre: those of each ring that lie on a way to the actors met outermost. */
  towardsCentre(met: readonly number[]): number[][] {
    const layers: number[][] = [];
    let wanted = new Set(met);
    for (const ring of this.rings.slice(0, -1).reverse()) {
      const layer = ring.filter((actor) => {
        let leads = false;
        this.graph.eachNeighbour(actor, (other) => (leads ||= wanted.has(other)));
        return leads;
      });
      layers.push(layer);
      wanted = new Set(layer);
    }
    return layers;
  }
}

/**
 * Layer by layer the number of ways to each actor and its best fifty. The best fifty to an actor are made of the best
 * fifty to those before it, because whoever comes after adds the same to each. `met`: the layer where the rings met; ties
 * are read from the side that was fetched, which is the inner one of either side.
 */
function bestWays(graph: TieGraph, layers: readonly number[][], met: number): { count: number; ways: Way[] } {
  let counts = new Map(layers[0]!.map((actor) => [actor, 1]));
  let best = new Map<number, Way[]>(layers[0]!.map((actor) => [actor, [{ strength: 0, ids: [graph.idOf(actor)] }]]));
  for (let i = 1; i < layers.length; i++) {
    const nextCounts = new Map<number, number>();
    const nextBest = new Map<number, Way[]>(layers[i]!.map((actor) => [actor, []]));
    const extend = (before: number, after: number, strength: number): void => {
      nextCounts.set(after, (nextCounts.get(after) ?? 0) + counts.get(before)!);
      const billionths = Math.round(strength * 1e9);
      const ways = best.get(before)!.map((way) => ({ strength: way.strength + billionths, ids: [...way.ids, graph.idOf(after)] }));
      nextBest.set(after, [...nextBest.get(after)!, ...ways].sort(strongestFirst).slice(0, MOST_PATHS));
    };
    const [inner, outer] = i <= met ? [layers[i - 1]!, new Set(layers[i])] : [layers[i]!, new Set(layers[i - 1])];
    for (const actor of inner) {
      graph.eachNeighbour(actor, (other, strength) => {
        if (!outer.has(other)) return;
        if (i <= met) extend(actor, other, strength);
        else extend(other, actor, strength);
      });
    }
    counts = nextCounts;
    best = nextBest;
  }
  const [goal] = layers.at(-1)!;
  return { count: counts.get(goal!)!, ways: best.get(goal!)! };
}

function strongestFirst(x: Way, y: Way): number {
  if (x.strength !== y.strength) return y.strength - x.strength;
  const i = x.ids.findIndex((id, at) => id !== y.ids[at]);
  return i < 0 ? 0 : compareIds(x.ids[i]!, y.ids[i]!);
}
