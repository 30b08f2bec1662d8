import { Attribute } from './attributes';
import { bipartiteWalk, divideByDegree } from './bipartite-walk';
import { ease, easeScores, type Ease } from './ease';
import { embedding, nearness, type Embedding } from './embedding';
import { NameIndex } from './names';
import { toActors, toProjects, type Network } from './network';
import { newmanTies } from './newman-ties';
import { personalisedPageRank } from './page-rank';
import { activity, breadth, leadShare, meanSize, weightsByAge } from './popularity';
import { bestOf } from './best';
import type { Question } from './question';
import type { Rows } from './rows';
import { times } from './rows';
import { adamicAdarWorth, commonNeighbour, neighboursIn, resourceAllocationWorth, sharedNeighbours } from './shared-neighbours';
import { TextIndex, type TextLikeness } from './text-likeness';

const DIMENSIONS = 96;
const EXPANSION = 10;

/** All signals of one question: for each a number of every actor. Scores are 0 or more and compared within a question only. */
export interface Columns {
  scores: Record<string, Float64Array>;
  plain: Record<string, Float64Array>;
}

/** Works out signals for questions to one network. What does not depend on a question is worked out once. */
export class Signals {
  readonly network: Network;
  private readonly fixed: Record<string, Float64Array>;
  private readonly neighbours: Rows;
  private readonly decayed: Float64Array;
  private readonly eases: Record<string, Ease>;
  private readonly points: Embedding;
  readonly texts: TextIndex;
  private readonly spreads: Float64Array;
  private readonly names: NameIndex;
  private readonly countries: Attribute;
  private readonly sectors: Attribute;

  constructor(network: Network) {
    this.network = network;
    this.neighbours = neighboursIn(network);
    this.decayed = weightsByAge(network, 180);
    this.eases = { ease50: ease(network, 50), ease200: ease(network, 200) };
    this.points = embedding(network, DIMENSIONS);
    this.texts = new TextIndex(network.projects);
    this.spreads = Float64Array.from(network.actors, (_, actor) => this.texts.spread(this.projectsOf(actor)));
    this.names = new NameIndex(network);
    this.countries = new Attribute(network, ({ country }) => country);
    this.sectors = new Attribute(network, ({ sector }) => sector);
    this.fixed = this.fixedColumns();
  }

  /** Numbers of the projects of an actor. */
  projectsOf(actor: number): number[] {
    const { start, at } = this.network.projectsOf;
    return [...at.subarray(start[actor]!, start[actor + 1]!)];
  }

  private fixedColumns(): Record<string, Float64Array> {
    const { network, neighbours } = this;
    const flags = ['HES', 'REC', 'PRC', 'PUB', 'OTH'].map((sector) => [
      `sector_${sector}`,
      Float64Array.from(network.actors, (actor) => (actor.sector === sector ? 1 : 0)),
    ]);
    return {
      pop: network.degrees.map(Math.log1p),
      popd: activity(network, 180).map(Math.log1p),
      popd60: activity(network, 60).map(Math.log1p),
      deg: Float64Array.from(network.actors, (_, actor) => Math.log1p(neighbours.start[actor + 1]! - neighbours.start[actor]!)),
      breadth: breadth(network).map(Math.log1p),
      msize: meanSize(network).map(Math.log1p),
      coord: leadShare(network),
      cpop: this.countries.logShare(),
      spop: this.sectors.logShare(),
      ...Object.fromEntries(flags),
    };
  }

  columnsFor(question: Question): Columns {
    const from = new Float64Array(this.network.actors.length);
    for (const seed of question.known) from[seed]! += 1 / question.known.length;
    const shared = toProjects(this.network, from);
    const past = [...new Set(question.known.flatMap((seed) => this.projectsOf(seed)))];
    const text = question.text === null ? this.texts.meanLikeness(past) : this.texts.likeness(question.text);
    const structure = this.structureColumns(from, shared);
    const texts = this.textColumns(from, shared, text, past);
    const { scores, plain } = this.attributeColumns(question, text, past);
    const known = { ...structure, ...texts, ...scores };
    return { scores: { ...known, ...this.secondLook(question, shared, known['teas']!) }, plain: { ...this.fixed, ...plain } };
  }

  private structureColumns(from: Float64Array, shared: Float64Array): Record<string, Float64Array> {
    const { network, neighbours } = this;
    const ties = newmanTies(network, from);
    const walk = bipartiteWalk(network, { actors: from }, { restart: 0.3, steps: 5 });
    const { products, cosines } = nearness(this.points, from);
    return {
      ties,
      tied: times(neighbours, from),
      cn: sharedNeighbours(neighbours, from, commonNeighbour),
      aa: sharedNeighbours(neighbours, from, adamicAdarWorth),
      ra: sharedNeighbours(neighbours, from, resourceAllocationWorth),
      path2: newmanTies(network, ties),
      ppr: personalisedPageRank(network, from),
      bppr3: walk,
      bpprd: bipartiteWalk(network, { actors: from }, { restart: 0.15, steps: 5, projectWeights: this.decayed }),
      p3: bipartiteWalk(network, { actors: from }, { restart: 0, steps: 2 }),
      rp3b: divideByDegree(walk, network.degrees, 0.5),
      ...Object.fromEntries(Object.entries(this.eases).map(([name, one]) => [name, positive(easeScores(network, one, shared))])),
      pknn: toActors(
        network,
        shared.map((share, project) => (share / Math.sqrt(network.sizes[project]!)) ** 1.5),
      ),
      svd: positive(cosines),
      svddot: positive(products),
    };
  }

  private textColumns(from: Float64Array, shared: Float64Array, text: TextLikeness, past: readonly number[]): Record<string, Float64Array> {
    const { network } = this;
    const { words: S, headings: R } = text;
    const sum = (weigh: (project: number) => number) => {
      const weights = new Float64Array(S.length);
      for (let project = 0; project < weights.length; project++) weights[project] = weigh(project);
      return toActors(network, weights);
    };
    const restart = S.map((share, project) => share ** 3 + 0.05 * R[project]!);
    const total = restart.reduce((all, share) => all + share, 0) || 1;
    const half = restart.map((share) => share / total / 2);
    const whole = restart.map((share) => share / total);
    const t3 = sum((p) => S[p]! ** 3);
    const t1 = sum((p) => S[p]!);
    const seedsProfile = this.texts.meanLikeness(past);
    const biased = S.map((share, project) => 0.05 + share + 0.5 * R[project]!);
    return {
      t1,
      t3,
      t3s: sum((p) => S[p]! ** 3 / Math.sqrt(network.sizes[p]!)),
      tmax: sum((p) => S[p]! ** 8).map((value) => value ** 0.125),
      tp: sum((p) => R[p]!),
      tpd: sum((p) => R[p]! * this.decayed[p]!),
      tpx: sum((p) => (R[p]! === 1 ? 1 : 0)),
      tO: sum((p) => (S[p]! + 0.5 * R[p]!) * shared[p]!),
      t3O: sum((p) => S[p]! ** 3 * shared[p]!),
      tppr: bipartiteWalk(network, { actors: from.map((share) => share / 2), projects: half }, { restart: 0.3, steps: 4 }),
      tonly: bipartiteWalk(network, { actors: new Float64Array(from.length), projects: whole }, { restart: 0.3, steps: 4 }),
      tbias: bipartiteWalk(network, { actors: from }, { restart: 0.3, steps: 4, projectWeights: biased }),
      tlift: t3.map((value, actor) => value / Math.max(1, network.degrees[actor]!) ** 0.7),
      teas: positive(
        easeScores(
          network,
          this.eases['ease50']!,
          shared.map((share, project) => share + 0.5 * restart[project]!),
        ),
      ),
      c1: sum((p) => text.letters[p]!),
      c3: sum((p) => text.letters[p]! ** 3),
      tprof: t1.map((value, actor) => value / (this.spreads[actor]! || 1)),
      sprof: toActors(network, seedsProfile.words).map((value, actor) => value / (this.spreads[actor]! || 1)),
    };
  }

  /** What the best ten by text and structure would add if they were members too (pseudo-relevance feedback, Rocchio 1971). */
  private secondLook({ banned }: Question, shared: Float64Array, scores: Float64Array): Record<string, Float64Array> {
    const others = [...scores.keys()].filter((actor) => !banned.has(actor));
    const first = bestOf(scores, others, EXPANSION);
    const from = new Float64Array(scores.length);
    for (const actor of first) from[actor] = 1 / first.length;
    const theirs = toProjects(this.network, from);
    const both = shared.map((share, project) => (share + theirs[project]!) / 2);
    return {
      again: positive(easeScores(this.network, this.eases['ease50']!, both)),
      againra: sharedNeighbours(this.neighbours, from, resourceAllocationWorth),
    };
  }

  private attributeColumns(question: Question, { words: S, headings: R }: TextLikeness, past: readonly number[]): Columns {
    const { countries, sectors, names } = this;
    const similar = S.map((share, project) => share ** 3 + 0.05 * R[project]!);
    const own = new Float64Array(S.length);
    for (const project of past) own[project] = 1;
    const city = new Map<string, number>();
    for (const seed of question.seeds) {
      const value = seed.city.toLowerCase();
      if (value !== '') city.set(value, (city.get(value) ?? 0) + 1 / question.seeds.length);
    }
    return {
      scores: {
        ntext: names.likeText(question.text ?? past.map((project) => this.network.projects[project]!.text).join(' ')),
        name: names.likeSeeds(question.seeds),
        tname: names.likeMembers(similar),
      },
      plain: {
        clift: countries.logLift(question.seeds),
        slift: sectors.logLift(question.seeds),
        csame: countries.sameAs(question.seeds),
        ssame: sectors.sameAs(question.seeds),
        city: Float64Array.from(this.network.actors, (actor) => city.get(actor.city.toLowerCase()) ?? 0),
        tcountry: countries.logShareAmong(similar),
        tsector: sectors.logShareAmong(similar),
        pcountry: countries.logShareAmong(own),
        psector: sectors.logShareAmong(own),
      },
    };
  }
}

/** In place: what is negative becomes zero. */
function positive(values: Float64Array): Float64Array {
  for (let at = 0; at < values.length; at++) if (!(values[at]! > 0)) values[at] = 0;
  return values;
}
