import { chancesOf, scoresOf, type LinearModel } from '../learning/conditional-logit';
import { logistic, logOdds } from '../learning/logistic';
import { candidatesFor, SELDOM_PROJECTS } from './candidates';
import type { Network } from './network';
import { bestWay, waysToFill, type Contender, type FilledPlaces } from './places';
import { roomOf, type Question } from './question';
import { Signals } from './signals';

/** So many of each list are considered for the places. */
const CONSIDERED = 30;

/** What was learnt for one task. */
export interface RankerModel {
  /** Names of the signals, in the order of the weights. */
  names: readonly string[];
  common: LinearModel;
  /** Chance that one is right, from 1, ln of its softmax share, and the room of the question. */
  commonChance: readonly number[];
  /** The same learnt among those seldom found only. */
  overlooked: LinearModel;
  overlookedChance: readonly number[];
  /** Chance that anybody on a list is right, from 1 and the log-odds it would have if each were right independently: they are not. */
  listChance: readonly number[];
  /** ln(1 + those seldom found who are right), from 1 and the room. */
  seldomWanted: readonly number[];
  /** What finding all those seldom found of a question is worth beside finding anybody. */
  worthOfSeldom: number;
}

/** Somebody proposed. */
export interface Proposal {
  id: string;
  /** How probable it is that it is right, 0 to 1, as past questions went. */
  chance: number;
  /** At most three projects so far. */
  seldom: boolean;
}

/** What both rankers say of one. */
export interface Standing {
  /** Its number in the network. */
  actor: number;
  /** How probable it is that it is right; 0 where others stand before it. */
  chance: number;
  /** The same by the ranker of the overlooked; null for those with more projects. */
  chanceOverlooked: number | null;
}

/** Ranks actors of a network by what was learnt. */
export class Ranker {
  private readonly network: Network;
  private readonly model: RankerModel;
  private readonly signals: Signals;

  constructor(network: Network, model: RankerModel, signals = new Signals(network)) {
    this.network = network;
    this.model = model;
    this.signals = signals;
  }

  /** The actors that fit a question, best first; nobody banned, nobody twice. */
  rank(question: Question, limit: number): Proposal[] {
    const { network, model } = this;
    const { actors, seen } = this.candidates(question);
    const ways = waysFor(model, seen, limit);
    return bestWay(ways, model.worthOfSeldom).list.map(({ candidate, ...told }) => ({
      id: network.actors[actors[candidate]!]!.id,
      chance: told.chance,
      seldom: told.seldom,
    }));
  }

  /** The best so many candidates by each of the two rankers, by ascending number. */
  standings(question: Question, most: number): Standing[] {
    const { common, commonChance, overlooked, overlookedChance } = this.model;
    const { actors, seen } = this.candidates(question);
    const chances = (linear: LinearModel, chance: readonly number[], among: Uint8Array | null) =>
      new Map(contendersBy(linear, chance, { seen, among, most }).map((one) => [one.candidate, one.chance]));
    const byCommon = chances(common, commonChance, null);
    const byOverlooked = chances(overlooked, overlookedChance, seen.seldom);
    return [...actors.keys()]
      .filter((candidate) => byCommon.has(candidate) || byOverlooked.has(candidate))
      .map((candidate) => ({
        actor: actors[candidate]!,
        chance: byCommon.get(candidate) ?? 0,
        chanceOverlooked: seen.seldom[candidate] === 1 ? (byOverlooked.get(candidate) ?? 0) : null,
      }));
  }

  private candidates(question: Question): { actors: Int32Array; seen: Seen } {
    const { network, model } = this;
    const { actors, features } = candidatesFor(network, question, this.signals.columnsFor(question), model.names);
    const seldom = Uint8Array.from(actors, (actor) => (network.degrees[actor]! <= SELDOM_PROJECTS ? 1 : 0));
    return { actors, seen: { features, seldom, room: roomOf(network, question) } };
  }
}

/** Candidates of a question as a model sees them. */
export interface Seen {
  features: Float32Array;
  /** 1 for those seldom found. */
  seldom: Uint8Array;
  room: number;
}

/** The lists a model would give, by the number of places kept for the overlooked. */
export function waysFor(model: RankerModel, seen: Seen, limit: number): FilledPlaces[] {
  const [constant = 0, slope = 0] = model.seldomWanted;
  const [certain = 0, byOdds = 1] = model.listChance;
  return waysToFill(
    contendersBy(model.common, model.commonChance, { seen, among: null }),
    contendersBy(model.overlooked, model.overlookedChance, { seen, among: seen.seldom }),
    {
      limit,
      seldomWanted: Math.expm1(constant + slope * seen.room),
      listChance: (independent) => logistic(certain + byOdds * logOdds(independent)),
    },
  );
}

function contendersBy(
  linear: LinearModel,
  [constant = 0, slope = 0, byRoom = 0]: readonly number[],
  { seen, among, most }: { seen: Seen; among: Uint8Array | null; most?: number },
): Contender[] {
  return firstOf(linear, seen, among, most).map(({ candidate, logShare }) => ({
    candidate,
    chance: logistic(constant + slope * logShare + byRoom * seen.room),
    seldom: seen.seldom[candidate] === 1,
  }));
}

/** The best candidates by a model, all or some, each with ln of its share of the softmax among them. */
export function firstOf(
  linear: LinearModel,
  { features, room }: Pick<Seen, 'features' | 'room'>,
  among: Uint8Array | null,
  most = CONSIDERED,
): { candidate: number; logShare: number }[] {
  const scores = scoresOf(linear, features, room);
  const places = Array.from(scores.keys()).filter((place) => among === null || among[place] === 1);
  const shares = chancesOf(Float64Array.from(places, (place) => scores[place]!));
  return places
    .map((candidate, at) => ({ candidate, logShare: Math.log(Math.max(1e-12, shares[at]!)) }))
    .sort((a, b) => b.logShare - a.logShare || a.candidate - b.candidate)
    .slice(0, most);
}
