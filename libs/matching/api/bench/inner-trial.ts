import {
  bestWay,
  examplesFrom,
  examplesOf,
  firstOf,
  fittedTo,
  laterFold,
  pastQuestions,
  shuffled,
  SIGNAL_GROUPS,
  trained,
  waysFor,
  type Example,
  type Examples,
  type FilledPlaces,
  type Linears,
  type Network,
  type Task,
} from '@knotenpunkt/matching/domain';
import { measuresOf, type ListMeasures } from './ranking-measures';

const PLACES = 10;
const MOST_QUESTIONS = 600;
const BINS = 8;
/** Single signals to compare with. */
const SIMPLE = ['pop', 'aa', 'ra', 'ppr', 't1'];

/** Chances said, and how often it came true, of as many cases in each step. */
export interface CalibrationStep {
  said: number;
  cameTrue: number;
  cases: number;
}

/** What a trial on an inner split gave. */
export interface InnerTrial {
  task: Task;
  /** Questions are about projects begun on this day or later, the network is from before. */
  cut: string;
  learntFrom: number;
  asked: number;
  candidates: number;
  /** Share of the right answers that is among the candidates at all. */
  reachable: number;
  lists: { name: string; measures: ListMeasures }[];
  /** Lists made for hits alone, and the tail recall of ten of the overlooked, without one group of signals. */
  without: { group: string; hit: number; recall: number; overlookedOnly: number }[];
  calibration: { hit: CalibrationStep[]; candidates: CalibrationStep[] };
}

/** Questions to learn from and to try, the latter about what came after a day. */
export interface Prepared {
  task: Task;
  cut: string;
  examples: Examples;
  test: Examples;
  /** Actors in anything before the day. */
  actors: number;
}

/** What an inner trial needs. Nothing but the training part of a folder is used. */
export function prepared(whole: Network, task: Task, cut: string): Prepared {
  const fold = laterFold(whole, cut);
  const seatsKnown = task !== 'partner';
  const asked = shuffled(pastQuestions(whole, fold, task, 7), 1).slice(0, MOST_QUESTIONS);
  const test = examplesOf(fold.network, asked, { task, seatsKnown });
  const examples = examplesFrom(fold.network, task, { seatsKnown });
  return { task, cut, examples, test, actors: fold.network.degrees.filter((degree) => degree > 0).length };
}

/** Learns from what was before the day, and measures on what came later. */
export function innerTrial({ task, cut, examples, test, actors }: Prepared, tell: (line: string) => void): InnerTrial {
  tell(`${task}: ${test.list.length} questions from ${cut} on, learning from ${examples.list.length} before`);
  const model = trained(examples, null);
  const ways = test.list.map((example) => waysFor(model, example, PLACES));
  const measured = (name: string, lists: readonly (readonly number[])[]) => ({ name, measures: measuresOf(test.list, lists, actors) });
  const numbersOf = ({ list }: FilledPlaces) => list.map(({ candidate }) => candidate);
  const seen = Object.entries(SIGNAL_GROUPS).filter(([, names]) => names.some((name) => test.names.includes(name)));
  const without = seen.map(([group, names]) => {
    tell(`${task}: without ${group}`);
    return { group, ...aloneWithout(examples, test, names) };
  });
  return {
    task,
    cut,
    learntFrom: examples.list.length,
    asked: test.list.length,
    candidates: mean(test.list.map(({ actors: all }) => all.length)),
    reachable: mean(test.list.map(({ right, wanted }) => right.length / wanted)),
    lists: [
      ...SIMPLE.map((name) =>
        measured(
          `only ${name}`,
          test.list.map((example) => bySignal(example, test.names.indexOf(name))),
        ),
      ),
      measured(
        'hits only',
        ways.map((all) => numbersOf(all[0]!)),
      ),
      ...[1, 2, 3].map((kept) =>
        measured(
          `${kept} kept for all`,
          ways.map((all) => numbersOf(all[kept]!)),
        ),
      ),
      measured(
        'as answered',
        ways.map((all) => numbersOf(bestWay(all, model.worthOfSeldom))),
      ),
    ],
    without: [{ group: 'nothing', ...aloneWithout(examples, test, []) }, ...without],
    calibration: {
      hit: calibrated(ways.map((all, at) => saidAndTrue(all[0]!.hit, numbersOf(all[0]!), test.list[at]!))),
      candidates: calibrated(
        ways.flatMap((all, at) => all[0]!.list.map(({ candidate, chance }) => saidAndTrue(chance, [candidate], test.list[at]!))),
      ),
    },
  };
}

function saidAndTrue(said: number, list: readonly number[], { right }: Example): [said: number, cameTrue: boolean] {
  return [said, list.some((candidate) => right.includes(candidate))];
}

function calibrated(cases: readonly (readonly [number, boolean])[]): CalibrationStep[] {
  const sorted = [...cases].sort((a, b) => a[0] - b[0]);
  return Array.from({ length: BINS }, (_, step) => {
    const some = sorted.slice(Math.floor((step * sorted.length) / BINS), Math.floor(((step + 1) * sorted.length) / BINS));
    return { said: mean(some.map(([said]) => said)), cameTrue: mean(some.map(([, cameTrue]) => (cameTrue ? 1 : 0))), cases: some.length };
  }).filter(({ cases: count }) => count > 0);
}

function bySignal({ features, actors }: Example, signal: number): number[] {
  const width = features.length / Math.max(1, actors.length);
  return [...actors.keys()].sort((a, b) => features[b * width + signal]! - features[a * width + signal]! || a - b).slice(0, PLACES);
}

/** What the two linear scores give when they do not see some signals. */
function aloneWithout(
  examples: Examples,
  test: Examples,
  left: readonly string[],
): { hit: number; recall: number; overlookedOnly: number } {
  const linears = fittedTo(blinded(examples, left), null);
  const lists = (which: keyof Linears) =>
    blinded(test, left).list.map((example) =>
      firstOf(linears[which], example, which === 'overlooked' ? example.seldom : null).map(({ candidate }) => candidate),
    );
  const { hit, recall } = measuresOf(test.list, lists('common'), 1);
  return { hit: hit[0], recall: recall[0], overlookedOnly: measuresOf(test.list, lists('overlooked'), 1).tailRecall[0] };
}

function blinded({ names, list, turning }: Examples, left: readonly string[]): Pick<Examples, 'names' | 'list' | 'turning'> {
  if (left.length === 0) return { names, list, turning };
  const kept = names.flatMap((name, at) => (left.includes(name) ? [] : [at]));
  const blind = (example: Example): Example => {
    const rows = example.features.length / names.length;
    const features = new Float32Array(rows * kept.length);
    for (let row = 0; row < rows; row++)
      kept.forEach((from, at) => (features[row * kept.length + at] = example.features[row * names.length + from]!));
    return { ...example, features };
  };
  return { names: kept.map((at) => names[at]!), list: list.map(blind), turning };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
