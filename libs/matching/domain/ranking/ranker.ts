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

/** Ranks actors of a network by what was learnt. */
export class Ranker {
  private readonly network: Network;
  private readonly model: RankerModel;
  private readonly signals: Signals;

  constructor(network: Network, model: RankerModel) {
    this.network = network;
    this.model = model;
    this.signals = new Signals(network);
  }

  /** The actors that fit a question, best first; nobody banned, nobody twice. */
  rank(question: Question, limit: number): Proposal[] {
    const { network, model } = this;
    const { actors, features } = candidatesFor(network, question, this.signals.columnsFor(question), model.names);
    const seldom = Uint8Array.from(actors, (actor) => (network.degrees[actor]! <= SELDOM_PROJECTS ? 1 : 0));
    const ways = waysFor(model, { features, seldom, room: roomOf(network, question) }, limit);
    return bestWay(ways, model.worthOfSeldom).list.map(({ candidate, ...told }) => ({
      id: network.actors[actors[candidate]!]!.id,
      chance: told.chance,
      seldom: told.seldom,
    }));
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
export function waysFor(model: RankerModel, { features, seldom, room }: Seen, limit: number): FilledPlaces[] {
  const contenders = (linear: LinearModel, [constant = 0, slope = 0, byRoom = 0]: readonly number[], seldomOnly: boolean) =>
    firstOf(linear, { features, room }, seldomOnly ? seldom : null).map(({ candidate, logShare }): Contender => ({
      candidate,
      chance: logistic(constant + slope * logShare + byRoom * room),
      seldom: seldom[candidate] === 1,
    }));
  const [constant = 0, slope = 0] = model.seldomWanted;
  const [certain = 0, byOdds = 1] = model.listChance;
  return waysToFill(contenders(model.common, model.commonChance, false), contenders(model.overlooked, model.overlookedChance, true), {
    limit,
    seldomWanted: Math.expm1(constant + slope * room),
    listChance: (independent) => logistic(certain + byOdds * logOdds(independent)),
  });
}

/** The best candidates by a model, all or some, each with ln of its share of the softmax among them. */
export function firstOf(
  linear: LinearModel,
  { features, room }: Pick<Seen, 'features' | 'room'>,
  among: Uint8Array | null,
): { candidate: number; logShare: number }[] {
  const scores = scoresOf(linear, features, room);
  const places = Array.from(scores.keys()).filter((place) => among === null || among[place] === 1);
  const shares = chancesOf(Float64Array.from(places, (place) => scores[place]!));
  return places
    .map((candidate, at) => ({ candidate, logShare: Math.log(Math.max(1e-12, shares[at]!)) }))
    .sort((a, b) => b.logShare - a.logShare || a.candidate - b.candidate)
    .slice(0, CONSIDERED);
}
