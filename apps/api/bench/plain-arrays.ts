import type { EdgeFact, FactRow } from '@knotenpunkt/platform/graph';
import { toDay, type Id, type LocalDate } from '@knotenpunkt/kernel';

/** What a walk over the arrays gives: ids and scores, nothing of what a tie comes from. */
export interface Walked {
  nodes: { id: Id; distance: number }[];
  truncated: boolean;
  ties: { a: Id; b: Id; strength: number }[];
}

export interface Ways {
  length: number | null;
  count: number;
  paths: Id[][];
}

const MOST_PATHS = 50;
const rounded = (value: number): number => Math.round(value * 1e9) / 1e9;

/**
 * The least that such a question can cost in this language: all ties as compressed sparse rows of numbers, made once, and plain
 * loops over them. It knows participations of one audience on one day only, takes no writes and no filters, and says of a tie nothing
 * but how strong it is.
 */
export class PlainArrays {
  private readonly ids: Id[] = [];
  private readonly numbers = new Map<Id, number>();
  private readonly ends: Uint32Array;
  private readonly others: Uint32Array;
  private readonly strengths: Float64Array;

  constructor(rows: readonly FactRow[], asOf: LocalDate) {
    for (const { facts } of rows)
      for (const node of facts.nodes) if (node.type === 'Actor') this.numbers.set(node.id, this.ids.push(node.id) - 1);
    const groups = rows.map(({ facts }) => facts.edges).filter(({ length }) => length > 1);
    const today = toDay(asOf);
    const groupsOf: number[][] = this.ids.map(() => []);
    const members = groups.map((edges, group) =>
      edges.map((edge) => {
        const actor = this.numbers.get(edge.from)!;
        groupsOf[actor]!.push(group);
        return { actor, strength: strengthOf(edge, today) };
      }),
    );
    const sums = new Float64Array(this.ids.length);
    const [others, strengths, ends]: [number[], number[], Uint32Array] = [[], [], new Uint32Array(this.ids.length)];
    for (let actor = 0; actor < this.ids.length; actor++) {
      const touched: number[] = [];
      for (const group of groupsOf[actor]!) {
        const them = members[group]!;
        const own = them.find((member) => member.actor === actor)!.strength;
        for (const { actor: other, strength } of them) {
          if (other === actor) continue;
          if (sums[other] === 0) touched.push(other);
          sums[other]! += rounded(Math.min(own, strength) / (them.length - 1));
        }
      }
      for (const other of touched) {
        others.push(other);
        strengths.push(rounded(sums[other]!));
        sums[other] = 0;
      }
      ends[actor] = others.length;
    }
    this.ends = ends;
    this.others = Uint32Array.from(others);
    this.strengths = Float64Array.from(strengths);
  }

  get tieCount(): number {
    return this.others.length / 2;
  }

  surroundings({ actorId, depth, limit }: { actorId: Id; depth: number; limit: number }): Walked {
    const start = this.numbers.get(actorId)!;
    const distance = new Map([[start, 0]]);
    let [ring, truncated] = [[start], false];
    for (let step = 1; step <= depth && ring.length > 0 && !truncated; step++) {
      const reached = new Map<number, number>();
      for (const actor of ring) {
        for (let at = this.begin(actor); at < this.ends[actor]!; at++) {
          const other = this.others[at]!;
          if (!distance.has(other)) reached.set(other, (reached.get(other) ?? 0) + this.strengths[at]!);
        }
      }
      const next = Array.from(reached, ([actor, strength]) => ({ actor, strength: rounded(strength) })).sort(
        (p, q) => q.strength - p.strength || (this.ids[p.actor]! < this.ids[q.actor]! ? -1 : 1),
      );
      const room = Math.max(0, limit - distance.size);
      truncated = next.length > room;
      ring = next.slice(0, room).map(({ actor }) => actor);
      for (const actor of ring) distance.set(actor, step);
    }
    const ties: Walked['ties'] = [];
    for (const actor of distance.keys()) {
      for (let at = this.begin(actor); at < this.ends[actor]!; at++) {
        const other = this.others[at]!;
        if (actor < other && distance.has(other)) ties.push({ a: this.ids[actor]!, b: this.ids[other]!, strength: this.strengths[at]! });
      }
    }
    return { nodes: Array.from(distance, ([actor, away]) => ({ id: this.ids[actor]!, distance: away })), truncated, ties };
  }

  /** Breadth first from one end until the other is met; all are counted, any fifty given. */
  paths({ from, to }: { from: Id; to: Id }): Ways {
    const [start, goal] = [this.numbers.get(from)!, this.numbers.get(to)!];
    const distance = new Int16Array(this.ids.length).fill(-1);
    const counts = new Float64Array(this.ids.length);
    distance[start] = 0;
    counts[start] = 1;
    let ring = [start];
    for (let step = 1; ring.length > 0 && distance[goal] === -1; step++) {
      const next: number[] = [];
      for (const actor of ring) {
        for (let at = this.begin(actor); at < this.ends[actor]!; at++) {
          const other = this.others[at]!;
          if (distance[other] === -1) {
            distance[other] = step;
            next.push(other);
          }
          if (distance[other] === step) counts[other]! += counts[actor]!;
        }
      }
      ring = next;
    }
    if (distance[goal] === -1) return { length: null, count: 0, paths: [] };
    const paths: Id[][] = [];
    const back = (actor: number, rest: Id[]): void => {
      const way = [this.ids[actor]!, ...rest];
      if (actor === start) paths.push(way);
      for (let at = this.begin(actor); at < this.ends[actor]! && paths.length < MOST_PATHS; at++) {
        const other = this.others[at]!;
        if (distance[other] !== -1 && distance[other] === distance[actor]! - 1) back(other, way);
      }
    };
    back(goal, []);
    return { length: distance[goal]!, count: counts[goal]!, paths };
  }

  private begin(actor: number): number {
    return actor === 0 ? 0 : this.ends[actor - 1]!;
  }
}

function strengthOf({ weight, until, halfLifeDays }: EdgeFact, today: number): number {
  return until == null || toDay(until) >= today ? weight : weight * 2 ** (-(today - toDay(until)) / halfLifeDays);
}
