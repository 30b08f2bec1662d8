// Learns the weights that are shipped, and measures on an inner split in time what they are worth. Wants Node 24 (npm run brings it).
import { mkdirSync, writeFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  examplesFrom,
  networkOf,
  storedModel,
  TASKS,
  trained,
  type Network,
  type StoredModel,
  type Task,
} from '@knotenpunkt/matching/domain';
import { innerTrial, prepared, type InnerTrial } from './inner-trial';
import { EvaluationError, readRegister } from './register-tables';

const USAGE = `npm run train-ranking -- --data <folder> [--task ${TASKS.join('|')}] [--cut <YYYY-MM-DD>] [--weights <file>] [--report <file>]

Learns a model for each task (or one) from actors.csv, tasks/train_projects.csv and tasks/train_participations.csv of the folder, and writes it
to --weights (libs/matching/domain/ranking/weights.json). Before, it learns from what began before --cut (2015-05-01), asks about what began
later, and writes what came out to --report (libs/matching/report/training.json). Questions and answers of the folder are not read.`;

const OPTIONS = {
  data: { type: 'string' },
  task: { type: 'string' },
  cut: { type: 'string', default: '2015-05-01' },
  weights: { type: 'string', default: 'libs/matching/domain/ranking/weights.json' },
  report: { type: 'string', default: 'libs/matching/report/training.json' },
} as const;

function run(): void {
  const { values } = parseArgs({ options: OPTIONS });
  const { data, task, cut } = values;
  const tasks = TASKS.filter((one) => task === undefined || one === task);
  if (!data || tasks.length === 0 || Number.isNaN(Date.parse(cut))) throw new EvaluationError(USAGE);
  const network = networkOf(readRegister(data));
  const tell = (line: string) => console.error(line);
  for (const one of tasks) {
    replaceIn<InnerTrial>(values.report, one, innerTrial(prepared(network, one, cut), tell));
    replaceIn<StoredModel>(values.weights, one, learnt(network, one, tell));
    tell(`${one}: written`);
  }
}

function learnt(network: Network, task: Task, tell: (line: string) => void): StoredModel {
  const examples = examplesFrom(network, task, { seatsKnown: task !== 'partner' });
  tell(`${task}: learning the weights from ${examples.list.length} questions`);
  return storedModel(trained(examples, null));
}

/** Writes one task's part of a file and leaves the parts of the others. */
function replaceIn<Part>(file: string, task: Task, part: Part): void {
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<Task, Part>>) : {};
  const parts = { ...before, [task]: part };
  mkdirSync(join(file, '..'), { recursive: true });
  const ordered = Object.fromEntries(TASKS.flatMap((one) => (parts[one] ? [[one, parts[one]]] : [])));
  writeFileSync(file, `${JSON.stringify(ordered, null, 1)}\n`);
}

try {
  run();
} catch (error) {
  if (error instanceof EvaluationError) console.error(error.message);
  // Unknown options come so from parseArgs.
  else if (error instanceof TypeError && 'code' in error) console.error(`${error.message}\n\n${USAGE}`);
  else throw error;
  process.exitCode = 1;
}
