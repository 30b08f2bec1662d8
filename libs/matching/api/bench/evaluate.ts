// Answers a file of questions, for a scorer of its own. Wants Node 24 (npm run brings it).
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { TASKS, type Task } from '@knotenpunkt/matching/domain';
import { evaluateRanking } from './evaluate-ranking';
import { EvaluationError } from './register-tables';

const USAGE = `npm run evaluate -- --data <folder> --task ${TASKS.join('|')} --out <file>

Ranks ten actors for each question of <folder>/tasks/<task>.queries.json and writes {"<question>": ["<actor>", …]}. It learns from
actors.csv, tasks/train_projects.csv and tasks/train_participations.csv of the folder and reads nothing else there.`;

function isTask(task: string | undefined): task is Task {
  return TASKS.some((one) => one === task);
}

function run(): void {
  const { values } = parseArgs({ options: { data: { type: 'string' }, task: { type: 'string' }, out: { type: 'string' } } });
  const { data, task, out } = values;
  if (!data || !isTask(task) || !out) throw new EvaluationError(USAGE);
  const answers = evaluateRanking(data, task, (line) => console.error(line));
  writeFileSync(out, JSON.stringify(answers));
  console.error(`${Object.keys(answers).length} answers in ${out}`);
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
