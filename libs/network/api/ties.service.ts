import { Inject, Injectable } from '@nestjs/common';
import { isId, type Audience, type Clock, type Grade, type Id } from '@knotenpunkt/kernel';
import { CLOCK } from '@knotenpunkt/platform/database';
import { GRAPH, type GraphPort, type Surroundings, type Tie } from '@knotenpunkt/platform/graph';
import type { Region } from '@knotenpunkt/regions/domain';
import { tieQuestion, type TieFilters } from './closer/tie-question';
import { TieTeller, turned, type ToldTie } from './closer/tie-teller.service';
import type { ActorRow } from './network.repository';

export interface ToldSurroundings {
  actor: ActorRow;
  nodes: { actor: ActorRow; distance: number }[];
  ties: ToldTie[];
  truncated: boolean;
}

export interface ToldPaths {
  length: number | null;
  count: number;
  exactCount: number;
  paths: Id[][];
  actors: ActorRow[];
  ties: ToldTie[];
}

/** Somebody tied to both of two actors; each tie told from its side. */
export interface StandsBetween {
  actor: ActorRow;
  toA: ToldTie;
  toB: ToldTie;
}

/** The most actors in the surroundings of one. */
const MOST_AROUND = 300;
/** The most ties told of them; those of the actor itself first, then the strongest. */
const MOST_TIES_AROUND = 600;
/** So many of the shortest paths are told. */
const MOST_PATHS = 50;

/** GraphQL's whole numbers end here. */
const LARGEST_INT = 2 ** 31 - 1;

/** So many of those between two are told. */
const MOST_BETWEEN = 5;

/** Who is tied to whom, and why: ids and scores from the graph, words from Postgres. */
@Injectable()
export class TiesService {
  constructor(
    private readonly teller: TieTeller,
    @Inject(GRAPH) private readonly graph: GraphPort,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** An actor's neighbours to a depth of 1 to 3, on the network the filters leave; null when the actor is not there for this audience. */
  async surroundings(
    region: Region,
    audience: Audience,
    wish: TieFilters & { actorId: Id; depth: 1 | 2 | 3 },
  ): Promise<ToldSurroundings | null> {
    const { actorId } = wish;
    if (!isId(actorId)) return null;
    const found = await this.around(region, audience, wish);
    const [own, others] = await Promise.all([
      this.teller.actors([actorId]),
      this.teller.actors(
        found.nodes.map(({ id }) => id),
        tieQuestion(region, audience, this.clock, wish).asOf,
      ),
    ]);
    // Who is asked about is told also where it is there no more.
    const actors = new Map([...others, ...own]);
    const actor = own.get(actorId);
    // An actor without any tie still has surroundings: empty ones.
    if (!actor) return null;
    return {
      actor,
      nodes: found.nodes.flatMap(({ id, distance }) => (actors.has(id) ? [{ actor: actors.get(id)!, distance }] : [])),
      ties: await this.teller.tell(found.ties, actors),
      truncated: found.truncated,
    };
  }

  /** The same without words. */
  async around(region: Region, audience: Audience, wish: TieFilters & { actorId: Id; depth: 1 | 2 | 3 }): Promise<Surroundings> {
    const { actorId, depth, ...filters } = wish;
    const question = { ...tieQuestion(region, audience, this.clock, filters), actorId, depth, limit: MOST_AROUND };
    const { nodes, ties, truncated } = await this.graph.surroundings(question);
    return { nodes, ties: [...mostOf(ties, actorId)], truncated: truncated || ties.length > MOST_TIES_AROUND };
  }

  /** Everything one tie comes from; null when the two are not tied for this audience. */
  async evidence(region: Region, audience: Audience, { a, b, asOf }: Pick<TieFilters, 'asOf'> & { a: Id; b: Id }): Promise<ToldTie | null> {
    if (!isId(a) || !isId(b) || a === b) return null;
    const { length, ties } = await this.graph.shortestPaths({ ...tieQuestion(region, audience, this.clock, { asOf }), from: a, to: b });
    if (length !== 1) return null;
    const [tie] = await this.teller.tell(ties, await this.teller.actors([a, b]));
    return tie ? turned(tie, a) : null;
  }

  /** The shortest ways from one actor to another on the network the filters leave, strongest first. */
  async paths(region: Region, audience: Audience, { from, to, ...filters }: TieFilters & { from: Id; to: Id }): Promise<ToldPaths> {
    if (!isId(from) || !isId(to) || from === to) return { length: null, count: 0, exactCount: 0, paths: [], actors: [], ties: [] };
    const found = await this.graph.shortestPaths({ ...tieQuestion(region, audience, this.clock, filters), from, to });
    const paths = found.paths.slice(0, MOST_PATHS);
    const actors = await this.teller.actors([from, to, ...paths.flat()]);
    const steps = new Set(paths.flatMap((path) => path.slice(1).map((id, at) => pair(path[at]!, id))));
    const ties = await this.teller.tell(
      found.ties.filter(({ a, b }) => steps.has(pair(a, b))),
      actors,
    );
    const count = Math.min(found.count, LARGEST_INT);
    return { length: found.length, count, exactCount: found.count, paths, actors: [...actors.values()], ties };
  }

  /**
   * Who is tied to both of two actors by ties of these grades, the ones with the strongest weaker tie first; and how the two
   * are tied to each other, null: not at all. `only`: whether this one is.
   */
  async between(
    region: Region,
    audience: Audience,
    { a, b, grades, only }: { a: Id; b: Id; grades: Grade[]; only?: Id },
  ): Promise<{ direct: Grade | null; through: StandsBetween[] }> {
    if (!isId(a) || !isId(b) || a === b) return { direct: null, through: [] };
    const around = async (actorId: Id) => {
      const asked = { ...tieQuestion(region, audience, this.clock, { grades }), actorId, depth: 1 as const, limit: MOST_AROUND };
      const own = (await this.graph.surroundings(asked)).ties.filter((tie) => tie.a === actorId || tie.b === actorId);
      return new Map(own.map((tie) => [tie.a === actorId ? tie.b : tie.a, tie]));
    };
    const [ofA, ofB] = [await around(a), await around(b)];
    const both = [...ofA].flatMap(([id, toA]) => {
      const toB = ofB.get(id);
      return toB && (only === undefined || id === only) ? [{ id, toA, toB, weaker: Math.min(toA.strength, toB.strength) }] : [];
    });
    const there = await this.teller.actors([a, b, ...both.map(({ id }) => id)], tieQuestion(region, audience, this.clock).asOf);
    const best = both
      .filter(({ id }) => there.has(id))
      .sort((p, q) => q.weaker - p.weaker || (p.id < q.id ? -1 : 1))
      .slice(0, MOST_BETWEEN);
    const told = await this.teller.tell(
      best.flatMap(({ toA, toB }) => [toA, toB]),
      there,
    );
    const toldOf = (x: Id, y: Id) => told.find((tie) => pair(tie.a.id, tie.b.id) === pair(x, y));
    const through = best.flatMap(({ id }) => {
      const [actor, toA, toB] = [there.get(id), toldOf(id, a), toldOf(id, b)];
      return actor && toA && toB ? [{ actor, toA: turned(toA, id), toB: turned(toB, id) }] : [];
    });
    return { direct: ofA.get(b)?.grade ?? null, through };
  }
}

/** The ties in their order, without the weakest that are not the actor's own where there are too many. */
function mostOf(ties: readonly Tie[], actorId: Id): readonly Tie[] {
  if (ties.length <= MOST_TIES_AROUND) return ties;
  const own = ({ a, b }: Tie) => Number(a === actorId || b === actorId);
  const kept = new Set(ties.toSorted((p, q) => own(q) - own(p) || q.strength - p.strength).slice(0, MOST_TIES_AROUND));
  return ties.filter((tie) => kept.has(tie));
}

function pair(a: Id, b: Id): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
