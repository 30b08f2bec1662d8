import { logistic } from '../learning/logistic';
import { bestOf } from './best';
import { examplesOf, laterExamples, type Example } from './examples';
import { topicFolds } from './folds';
import type { Network } from './network';
import { pastQuestions, type Task } from './past-questions';
import { firstOf, type RankerModel } from './ranker';
import { broughtTo } from './training';
import { worthOfChance } from './worth-of-chance';

/** With fewer questions about its own past nothing can be told of a region. */
export const LEAST_ASKED = 50;
/** From so many questions about the youngest projects on, these alone are asked, as what is asked now is later, too. */
const ENOUGH_LATER = 150;
const PARTS = 5;
const PARTINGS = 3;
const PLACES = 10;
/** So many of the likeliest are considered for the places, as for suggestions. */
const CONSIDERED = 100;

/** How much better one way to rank is than another, in average precision of ten: the mean over the questions, and half of its interval of 95 %. */
export interface Gain {
  mean: number;
  halfWidth: number;
}

/** What a model is worth in a region, by questions about what was done there. */
export interface Trial {
  asked: number;
  /** Against drawing from the candidates. */
  overDrawing: Gain;
  /** Against partners in common alone (Adamic–Adar). */
  overSharedPartners: Gain;
}

/**
 * Brings a model learnt elsewhere to a region, and tries it on what was done there: projects are left out of the network, and asked about. No
 * question is judged by weights that were learnt from it.
 */
export function tried(network: Network, task: Task, elsewhere: RankerModel): { model: RankerModel; trial: Trial } {
  const partings = pastOf(network, task, elsewhere.names);
  const { model, heldOut } = broughtTo(partings, elsewhere);
  const judged = heldOut.flatMap(({ common, list }) =>
    list.map((example) => ({ example, precision: averagePrecision(example, byWorth({ ...model, common }, example)) })),
  );
  const gainOver = (other: (example: Example) => number) =>
    gainOf(
      judged.map(({ example, precision }) => precision - other(example)),
      partings.length,
    );
  return {
    model,
    trial: {
      asked: judged.length / partings.length,
      overDrawing: gainOver(precisionOfDrawing),
      overSharedPartners: gainOver((example) => averagePrecision(example, bySharedPartners(example, elsewhere.names))),
    },
  };
}

/** Whether what was done together may be told: enough was asked, the model is plainly better than drawing, and finds no less than partners in common. */
export function isWorthTelling({ asked, overDrawing, overSharedPartners }: Trial): boolean {
  return asked >= LEAST_ASKED && overDrawing.mean > overDrawing.halfWidth && overSharedPartners.mean >= 0;
}

/** Questions of several partings are about the same projects and make nothing surer. */
function gainOf(differences: readonly number[], partings: number): Gain {
  const count = Math.max(1, differences.length);
  const mean = differences.reduce((sum, one) => sum + one, 0) / count;
  const square = differences.reduce((sum, one) => sum + (one - mean) ** 2, 0) / count;
  return { mean, halfWidth: 1.96 * Math.sqrt((square * partings) / count) };
}

/**
 * Questions about the youngest projects in five parts; where those are few, about a fifth of the projects after the other, parted three times,
 * since how a few projects are parted decides what comes out.
 */
function pastOf(network: Network, task: Task, names: readonly string[]): readonly (readonly (readonly Example[])[])[] {
  const seatsKnown = task !== 'partner';
  const later = laterExamples(network, task, seatsKnown, names);
  if (later.length >= ENOUGH_LATER) return [Array.from({ length: PARTS }, (_, part) => later.filter((_one, at) => at % PARTS === part))];
  return Array.from({ length: PARTINGS }, (_, parting) =>
    topicFolds(network, parting + 1).map(
      (fold, at) => examplesOf(fold.network, pastQuestions(network, fold, task, at), { task, seatsKnown, names }).list,
    ),
  );
}

/** As suggestions are ranked. */
function byWorth({ names, common, commonChance }: RankerModel, example: Example): { candidate: number; worth: number }[] {
  const [constant = 0, slope = 0, byRoom = 0] = commonChance;
  const column = names.indexOf('pop');
  const projects = (candidate: number) => Math.expm1(example.features[candidate * names.length + column]!);
  return firstOf(common, example, null, CONSIDERED)
    .map(({ candidate, logShare }) => {
      const chance = logistic(constant + slope * logShare + byRoom * example.room);
      return { candidate, worth: worthOfChance(chance, projects(candidate)) };
    })
    .sort((a, b) => b.worth - a.worth || a.candidate - b.candidate);
}

function bySharedPartners({ features, actors }: Example, names: readonly string[]): { candidate: number }[] {
  const column = names.indexOf('aa');
  const values = Float64Array.from(actors, (_, candidate) => features[candidate * names.length + column]!);
  return bestOf(values, [...values.keys()], PLACES).map((candidate) => ({ candidate }));
}

function averagePrecision({ right, wanted }: Example, list: readonly { candidate: number }[]): number {
  const rightOnes = new Set(right);
  let found = 0;
  let sum = 0;
  list.slice(0, PLACES).forEach(({ candidate }, at) => {
    if (rightOnes.has(candidate)) sum += ++found / (at + 1);
  });
  return sum / Math.min(PLACES, Math.max(1, wanted));
}

/** What ten drawn from the candidates are expected to have. */
function precisionOfDrawing({ right, wanted, actors }: Example): number {
  const share = right.length / Math.max(1, actors.length);
  const sum = Array.from({ length: PLACES }, (_, at) => (share * (1 + at * share)) / (at + 1)).reduce((all, one) => all + one, 0);
  return sum / Math.min(PLACES, Math.max(1, wanted));
}
