import { OPEN_END, toDay, type Id } from '@knotenpunkt/kernel';
import type { Adjacency } from './adjacency';
import type { DerivedTies, Spans } from './derive-ties';
import type { Footing } from './footing';
import type { GraphQuestion, Tie } from './graph-port';
import { compareIds } from './tie-source';

/** What a question reads next: all ties of some actors, or only those among them. */
export interface Wanted {
  ties: 'all' | 'among';
  actors: readonly Id[];
}

/**
 * A question in steps: before it goes on, it names what it reads next. The embedded graph has that already and answers at once, so the
 * facts cannot change under a question; Neo4j fetches it. So both answer by the same code.
 */
export type Steps<Answer> = Generator<Wanted, Answer, void>;

/** Answers where actors have to be fetched first. */
export async function answerFetching<Answer>(steps: Steps<Answer>, fetch: (wanted: Wanted) => Promise<void>): Promise<Answer> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await fetch(step.value);
  }
}

/** Whatever a tie ever came from. */
export interface Footings {
  a: Id;
  b: Id;
  from: Footing[];
}

/** What a question leaves out of the graph, and the day it is asked for. */
export type Filters = Pick<GraphQuestion, 'asOf' | 'kinds' | 'themes' | 'sinceAfter' | 'running' | 'minStrength'>;

/** What a question walks on: the derived ties as they are asked for, between actors as they are asked for; those asked about stay in. */
export class TieGraph {
  private readonly kinds: ReadonlySet<string> | null;
  private readonly themes: ReadonlySet<number> | null;
  private readonly asked: ReadonlySet<Id>;
  private readonly asOf: number;
  private readonly sinceAfter: number | null;
  private readonly running: boolean;
  private readonly minStrength: number;
  private readonly spans = new Map<number, Spans>();

  constructor(
    private readonly adjacency: Adjacency,
    private readonly ties: DerivedTies,
    filters: Filters,
    asked: readonly Id[] = [],
  ) {
    const { kinds = [], themes = [], sinceAfter, running = false, minStrength = 0 } = filters;
    this.kinds = kinds.length > 0 ? new Set(kinds) : null;
    this.themes = themes.length > 0 ? new Set(themes.map((theme) => adjacency.find(theme))) : null;
    this.asOf = toDay(filters.asOf);
    this.sinceAfter = sinceAfter ? toDay(sinceAfter) : null;
    this.running = running;
    this.minStrength = minStrength;
    this.asked = new Set(asked);
  }

  /** The number of an actor, -1 when nothing is known of it. */
  find(id: Id): number {
    return this.adjacency.find(id);
  }

  idOf(actor: number): Id {
    return this.adjacency.idOf(actor);
  }

  shows(actor: number): boolean {
    if (!this.ties.shows(actor)) return false;
    if (!this.kinds && !this.themes) return true;
    const wanted =
      (!this.kinds || this.kinds.has(this.adjacency.kindOf(actor))) && (!this.themes || this.adjacency.hasThemeOf(actor, this.themes));
    return wanted || this.asked.has(this.idOf(actor));
  }

  eachNeighbour(actor: number, visit: (other: number, strength: number) => void): void {
    if (!this.shows(actor)) return;
    const { actors, strengths } = this.ties.neighbours(actor);
    const spans = this.sinceAfter !== null || this.running ? this.spansOf(actor) : null;
    for (let i = 0; i < actors.length; i++) {
      if (strengths[i]! < this.minStrength || !this.shows(actors[i]!)) continue;
      if (spans && !this.isInTime(spans.since[i]!, spans.until[i]!)) continue;
      visit(actors[i]!, strengths[i]!);
    }
  }

  private spansOf(actor: number): Spans {
    const known = this.spans.get(actor) ?? this.ties.spans(actor);
    this.spans.set(actor, known);
    return known;
  }

  private isInTime(since: number, until: number): boolean {
    return (this.sinceAfter === null || since >= this.sinceAfter) && (!this.running || until >= this.asOf);
  }

  /** The same of a tie told with its sources. */
  private keeps({ since, strength, sources }: Tie): boolean {
    if (strength < this.minStrength) return false;
    if (this.sinceAfter === null && !this.running) return true;
    return this.isInTime(toDay(since), Math.max(...sources.map(({ until }) => (until === null ? OPEN_END : toDay(until)))));
  }

  /** Ties within a set of actors, ordered by (a, b). */
  tiesAmong(actors: ReadonlySet<number>): Tie[] {
    // Each tie is met from both ends; it is taken from the one that takes part in less, which is far quicker where the other has much.
    const order = Array.from(actors)
      .filter((actor) => this.shows(actor))
      .sort((x, y) => this.adjacency.countOut(x) - this.adjacency.countOut(y));
    const rank = new Map(order.map((actor, at) => [actor, at]));
    const found: Tie[] = [];
    for (const [at, actor] of order.slice(0, -1).entries()) {
      for (const tie of this.ties.tiesOf(actor, (other) => (rank.get(other) ?? -1) > at)) found.push(tie);
    }
    return found.filter((tie) => this.keeps(tie)).sort(inOrder);
  }

  /** The ties of each actor to those named with it, ordered by (a, b). */
  tiesFrom(wanted: ReadonlyMap<Id, ReadonlySet<Id>>): Tie[] {
    const found = Array.from(wanted, ([id, others]) => this.ties.tiesOf(this.find(id), (other) => others.has(this.idOf(other))));
    return found
      .flat()
      .filter((tie) => this.keeps(tie))
      .sort(inOrder);
  }

  /** Every tie there is, ordered by (a, b), one after the other: however many there are, few are in memory. */
  *eachTie(): Generator<Tie> {
    for (const { actor, later } of this.inOrder())
      yield* this.ties
        .tiesOf(actor, later)
        .filter((tie) => this.keeps(tie))
        .sort(inOrder);
  }

  /** Whatever every tie there is ever came from, ordered by (a, b). */
  *eachFootings(): Generator<Footings> {
    for (const { actor, later } of this.inOrder()) {
      const found = new Map<number, Footings>();
      this.ties.eachFooting(actor, later, (other, footing) => {
        const known = found.get(other);
        if (known) known.from.push(footing);
        else found.set(other, { a: this.idOf(actor), b: this.idOf(other), from: [footing] });
      });
      yield* Array.from(found.values()).sort(inOrder);
    }
  }

  /** Each actor that is shown, in order of id, with a test for those who come after it. */
  private *inOrder(): Generator<{ actor: number; later: (other: number) => boolean }> {
    const actors = [...this.adjacency.actors()].filter((actor) => this.shows(actor));
    actors.sort((p, q) => compareIds(this.idOf(p), this.idOf(q)));
    const rank = new Map(actors.map((actor, at) => [actor, at]));
    for (const [at, actor] of actors.entries()) yield { actor, later: (other) => (rank.get(other) ?? -1) > at };
  }

  /** Every tie there is, ordered by (a, b). */
  allTies(): Tie[] {
    return this.tiesAmong(new Set(this.adjacency.actors()));
  }
}

function inOrder(x: Pick<Tie, 'a' | 'b'>, y: Pick<Tie, 'a' | 'b'>): number {
  return compareIds(x.a, y.a) || compareIds(x.b, y.b);
}
