import type { Choice } from '../learning/conditional-logit';
import { shuffled } from '../learning/random';
import { candidatesFor, SELDOM_PROJECTS } from './candidates';
import { latestFold, topicFolds, type Fold } from './folds';
import type { Network } from './network';
import { pastQuestions, type PastQuestion, type Task } from './past-questions';
import { roomOf } from './question';
import type { Seen } from './ranker';
import { SIGNALS_LEFT_OUT } from './signal-groups';
import { Signals, type Columns } from './signals';

/** So many times the projects are parted anew. */
const PARTINGS = 2;
/** So many questions of a fold are learnt from. */
const MOST_OF_FOLD = 250;
/** The youngest projects, one of so many, are asked about to learn how often chances come true. */
const YOUNGEST = 4;
const MOST_LATER = 400;

/** A question whose answer is known, with those looked at. */
export interface Example extends Choice, Seen {
  /** By candidate, its number in the network. */
  actors: Int32Array;
  /** How many are right in all, looked at or not, and how many of them are seldom found. */
  wanted: number;
  seldomWanted: number;
  parting: number;
  fold: number;
}

/** Examples with the names of their features. */
export interface Examples {
  names: readonly string[];
  list: readonly Example[];
  /** Questions about the youngest projects, asked of the network before them; the weights are not learnt from these. */
  later: readonly Example[];
  /** Whether the number of seeds goes with the room, so that what a measure averaged over the seeds says turns with it. */
  turning: boolean;
}

/** Questions of the form of a task about projects that are left out of the network, with the candidates the rest gives. */
export function examplesFrom(
  whole: Network,
  task: Task,
  { seatsKnown, partings = PARTINGS, mostOfFold = MOST_OF_FOLD }: { seatsKnown: boolean; partings?: number; mostOfFold?: number },
): Examples {
  const all: Examples[] = [];
  for (let parting = 1; parting <= partings; parting++) {
    topicFolds(whole, parting).forEach((fold, at) => {
      const asked = shuffled(pastQuestions(whole, fold, task, parting * 10 + at), parting).slice(0, mostOfFold);
      all.push(examplesOf(fold.network, asked, { task, seatsKnown, parting, fold: at }));
    });
  }
  return {
    names: all.find(({ list }) => list.length > 0)?.names ?? [],
    list: all.flatMap(({ list }) => list),
    later: laterExamples(whole, task, seatsKnown),
    turning: task === 'alliance',
  };
}

/** Questions about the youngest projects, with the candidates the network before them gives; `names`: the features to see, or all of the task. */
export function laterExamples(whole: Network, task: Task, seatsKnown: boolean, names?: readonly string[]): readonly Example[] {
  const fold = latestFold(whole, YOUNGEST);
  if (fold === null) return [];
  return examplesOf(fold.network, shuffled(pastQuestions(whole, fold, task, 1), 1).slice(0, MOST_LATER), { task, seatsKnown, names }).list;
}

/** Questions to a network whose answers are known, as examples. */
export function examplesOf(
  network: Fold['network'],
  asked: readonly PastQuestion[],
  {
    task,
    seatsKnown,
    names: seen,
    parting = 0,
    fold = 0,
  }: { task: Task; seatsKnown: boolean; names?: readonly string[] | undefined; parting?: number; fold?: number },
): Examples {
  if (asked.length === 0) return { names: [], list: [], later: [], turning: false };
  const signals = new Signals(network);
  const isSeldom = (actor: number) => network.degrees[actor]! <= SELDOM_PROJECTS;
  let names: readonly string[] = [];
  const list = asked.map(({ question: told, wanted }): Example => {
    const question = seatsKnown ? told : { ...told, seats: null };
    const columns = signals.columnsFor(question);
    const candidates = candidatesFor(network, question, columns, seen ?? namesOf(columns, SIGNALS_LEFT_OUT[task]));
    names = candidates.names;
    return {
      actors: candidates.actors,
      features: candidates.features,
      right: [...candidates.actors.keys()].filter((place) => wanted.has(candidates.actors[place]!)),
      seldom: Uint8Array.from(candidates.actors, (actor) => (isSeldom(actor) ? 1 : 0)),
      room: roomOf(network, question),
      wanted: wanted.size,
      seldomWanted: [...wanted].filter(isSeldom).length,
      parting,
      fold,
    };
  });
  return { names, list, later: [], turning: false };
}

function namesOf({ scores, plain }: Columns, left: readonly string[]): string[] {
  return [...Object.keys(scores), ...Object.keys(plain)].filter((name) => !left.includes(name));
}
