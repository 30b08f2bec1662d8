import { atOnce, type Audience, type Id } from '@knotenpunkt/kernel';
import { Adjacency } from './adjacency';
import { commonGround } from './common-ground';
import { DerivedTies } from './derive-ties';
import { FactStore } from './fact-store';
import { fingerprintOf } from './fingerprint';
import type {
  CommonGround,
  FactRow,
  GraphPort,
  GraphQuestion,
  NearestQuestion,
  ScoredActor,
  ScoredThing,
  ShortestPaths,
  Surroundings,
  Tie,
} from './graph-port';
import { shortestPaths } from './shortest-paths';
import { similar, surroundings } from './surroundings';
import { TieGraph, type Footings } from './tie-graph';
import { Touches } from './touches';
import { VectorStore } from './vector-store';

/** So many views (region, audience, day, grades) are kept where nothing else is said; the one longest unused goes first. */
const MOST_VIEWS = 16;

/**
 * The graph in the memory of one process. Questions run without a pause, on derived ties that are kept until the next
 * fact arrives. Fit for one machine; several processes each hold their own and follow `graph_fact` by `seq`.
 */
export class EmbeddedGraph implements GraphPort {
  private adjacency = new Adjacency();
  private vectors = new VectorStore();
  private touches = new Touches(this.adjacency);
  private store: FactStore;
  private readonly views = new Map<string, DerivedTies>();

  /** `notesTouched`: whoever holds it asks `takeTouched` from time to time. `mostViews`: so many are kept. */
  constructor(private readonly options: { notesTouched: boolean; mostViews?: number } = { notesTouched: false }) {
    this.store = this.emptyStore();
  }

  async apply(rows: FactRow[]): Promise<void> {
    let changed = false;
    for (const row of rows.toSorted((a, b) => a.seq - b.seq)) changed = this.store.take(row) || changed;
    if (changed) this.views.clear();
  }

  async seq(): Promise<number> {
    return this.store.seq;
  }

  async surroundings(question: GraphQuestion & { actorId: Id; depth: 1 | 2 | 3; limit: number }): Promise<Surroundings> {
    const { actorId, depth, limit } = question;
    return atOnce(surroundings(this.on(question, [actorId]), actorId, depth, limit));
  }

  async shortestPaths(question: GraphQuestion & { from: Id; to: Id }): Promise<ShortestPaths> {
    const { from, to } = question;
    return atOnce(shortestPaths(this.on(question, [from, to]), from, to));
  }

  async similar(question: GraphQuestion & { actorId: Id; limit: number }): Promise<ScoredActor[]> {
    return atOnce(similar(this.on(question, [question.actorId]), question.actorId, question.limit));
  }

  async commonGround(question: GraphQuestion & { actorIds: readonly Id[]; limit: number }): Promise<CommonGround> {
    const { actorIds, limit } = question;
    return atOnce(commonGround(this.on(question, actorIds), actorIds, limit));
  }

  async nearest(question: NearestQuestion): Promise<ScoredThing[]> {
    return this.vectors.nearest(question);
  }

  /** All ties are derived before the first is handed out: they belong to one state of the facts. */
  async *stream(question: GraphQuestion): AsyncGenerator<Tie> {
    yield* this.on(question, []).allTies();
  }

  /** The ties of the whole graph, ordered by (a, b), each derived when it is asked for; facts must not come in meanwhile. */
  eachTie(question: GraphQuestion): Generator<Tie> {
    return this.on(question, []).eachTie();
  }

  /** Whatever each of these ties ever came from, of all grades. */
  eachFootings(question: Omit<GraphQuestion, 'grades'>): Generator<Footings> {
    return this.on(question, []).eachFootings();
  }

  /** For which audiences anything of a region is told: where there is nothing for members alone, they see what the public sees. */
  audiencesOf(regionId: Id): Set<Audience> {
    return this.adjacency.audiencesOf(regionId);
  }

  /** The ties of some actors among each other, ordered by (a, b). */
  tiesAmong(question: GraphQuestion, actorIds: Iterable<Id>): Tie[] {
    const graph = this.on(question, []);
    return graph.tiesAmong(new Set(Array.from(actorIds, (id) => graph.find(id)).filter((actor) => actor >= 0)));
  }

  /** Who may have other ties, or look different, since this was last asked: none but actors among whom ties have changed is missing. */
  takeTouched(): Set<Id> {
    return this.touches.take();
  }

  async fingerprint(regionId: Id | null): Promise<string> {
    return fingerprintOf(this.store.all(), regionId);
  }

  async clear(): Promise<void> {
    this.adjacency = new Adjacency();
    this.vectors = new VectorStore();
    this.touches = new Touches(this.adjacency);
    this.store = this.emptyStore();
    this.views.clear();
  }

  async close(): Promise<void> {
    await this.clear();
  }

  private emptyStore(): FactStore {
    return new FactStore(this.options.notesTouched ? this.touches : this.adjacency, this.vectors);
  }

  private on(question: GraphQuestion, asked: readonly Id[]): TieGraph {
    const { regionId, audience, asOf, roles = [] } = question;
    const grades = [...(question.grades ?? [])].sort();
    // Seldom asked, and of any number of kinds: not kept at the cost of what everybody asks.
    if (roles.length > 0) {
      return new TieGraph(this.adjacency, new DerivedTies(this.adjacency, { regionId, audience, asOf, grades, roles }), question, asked);
    }
    const key = [regionId, audience, asOf, ...grades].join(' ');
    const ties = this.views.get(key) ?? new DerivedTies(this.adjacency, { regionId, audience, asOf, grades });
    // Taken out and put in again, it is the youngest.
    this.views.delete(key);
    this.views.set(key, ties);
    if (this.views.size > (this.options.mostViews ?? MOST_VIEWS)) this.views.delete(this.views.keys().next().value!);
    return new TieGraph(this.adjacency, ties, question, asked);
  }
}
