import { weightedGraph, type WeightedGraph } from '../communities/weighted-graph';
import { betweenness } from './betweenness';

/** The public network of a region on one day, as columns: what measures are computed from. Only ties of the grade that counts. */
export interface NetworkToMeasure {
  /** One value an actor: place in `kinds`. */
  kind: Uint8Array;
  kinds: string[];
  /** One value a tie: its ends as places among the actors. */
  a: Uint32Array;
  b: Uint32Array;
  /** Day since which it is there, as days since 1970. */
  since: Int32Array;
  strength: Float64Array;
  /** How strong it was while all of it ran. */
  whole: Float64Array;
  /** What began on this day or later is new. */
  newFrom: number;
}

/** What can be said of a network in numbers. */
export interface Measures {
  actors: number;
  ties: number;
  /** Ties there are of those there could be, 0 to 1. */
  density: number;
  /** Groups of at least two actors with a way between any two of them and none out of the group. */
  components: number;
  /** Part of all actors that the largest of them holds, 0 to 1. */
  largestShare: number;
  /** Degree centralisation: 1 where all ties lead to one actor, 0 where all have equally many. */
  centralisation: number;
  /** Actors without a tie. */
  isolated: number;
  /** Ties that began within the last month. */
  newTies: number;
  /** Ties whose strength is less than a quarter of what it was while they ran. */
  fadedTies: number;
  benches: Benches;
  /** Places of the actors that stand between others most, the first most. */
  brokers: { actor: number; value: number }[];
  /** From how many actors brokers were estimated; null: exact. */
  sampled: number | null;
  isolatedActors: number[];
}

/** Ties between the kinds of actor; `ties[i][j]` equals `ties[j][i]`, and within a kind each tie counts once. */
export interface Benches {
  kinds: string[];
  actors: number[];
  ties: number[][];
}

/** More brokers or isolated actors are not told by name. */
export const MOST_BROKERS = 20;
export const MOST_ISOLATED = 100;
/** Below this part of what it was, a tie has faded. */
const FADED = 0.25;

/** Measures a network. The sources stand at each function. */
export function measure(network: NetworkToMeasure): Measures {
  const { kind, a, b, since, strength, whole, newFrom } = network;
  const graph = weightedGraph(kind.length, { a, b }, () => 1);
  const degrees = Uint32Array.from(kind, (_, at) => graph.starts[at + 1]! - graph.starts[at]!);
  const { values, sampled } = betweenness(graph);
  const { components, largest } = componentsOf(graph);
  const isolated = Array.from(degrees.keys()).filter((at) => degrees[at] === 0);
  return {
    actors: kind.length,
    ties: a.length,
    density: density(kind.length, a.length),
    components,
    largestShare: kind.length === 0 ? 0 : largest / kind.length,
    centralisation: centralisation(degrees),
    isolated: isolated.length,
    newTies: since.reduce((count, day) => count + Number(day >= newFrom), 0),
    fadedTies: strength.reduce((count, now, tie) => count + Number(now < FADED * whole[tie]!), 0),
    benches: benchesOf(network),
    brokers: Array.from(values, (value, actor) => ({ actor, value }))
      .filter(({ value }) => value > 0)
      .sort((p, q) => q.value - p.value || p.actor - q.actor)
      .slice(0, MOST_BROKERS),
    sampled,
    isolatedActors: isolated.slice(0, MOST_ISOLATED),
  };
}

/** Ties there are of those there could be (Wasserman & Faust 1994, section 4.1.5). */
export function density(actors: number, ties: number): number {
  return actors < 2 ? 0 : (2 * ties) / (actors * (actors - 1));
}

/**
 * Degree centralisation (Freeman 1979): how much more ties the most tied actor has than each other, of what that could be at most,
 * which is a star.
 */
export function centralisation(degrees: Uint32Array): number {
  const { length } = degrees;
  if (length < 3) return 0;
  const [most, sum] = degrees.reduce(([max, all], degree) => [Math.max(max, degree), all + degree], [0, 0]);
  return (length * most - sum) / ((length - 1) * (length - 2));
}

/** Components of at least two actors, and how many actors the largest has. */
export function componentsOf({ order, starts, neighbours }: WeightedGraph): { components: number; largest: number } {
  const seen = new Uint8Array(order);
  let [components, largest] = [0, 0];
  for (let first = 0; first < order; first++) {
    if (seen[first] || starts[first] === starts[first + 1]) continue;
    const reached = [first];
    seen[first] = 1;
    for (let at = 0; at < reached.length; at++) {
      const node = reached[at]!;
      for (let row = starts[node]!; row < starts[node + 1]!; row++) {
        const next = neighbours[row]!;
        if (seen[next]) continue;
        seen[next] = 1;
        reached.push(next);
      }
    }
    components++;
    largest = Math.max(largest, reached.length);
  }
  return { components, largest };
}

/** How many ties there are between any two kinds of actor; only kinds that are there. */
export function benchesOf({ kind, kinds, a, b }: Pick<NetworkToMeasure, 'kind' | 'kinds' | 'a' | 'b'>): Benches {
  const actors = kinds.map(() => 0);
  for (const each of kind) actors[each]!++;
  const ties = kinds.map(() => kinds.map(() => 0));
  for (let tie = 0; tie < a.length; tie++) {
    const [one, other] = [kind[a[tie]!]!, kind[b[tie]!]!];
    ties[one]![other]!++;
    if (one !== other) ties[other]![one]!++;
  }
  const there = kinds.map((_, at) => at).filter((at) => actors[at]! > 0);
  return {
    kinds: there.map((at) => kinds[at]!),
    actors: there.map((at) => actors[at]!),
    ties: there.map((one) => there.map((other) => ties[one]![other]!)),
  };
}
