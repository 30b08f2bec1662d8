// Answers a file of questions, for a scorer of its own. Wants Node 24 (npm run brings it).
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { TASKS, type Task } from '@knotenpunkt/matching/domain';
import { findModels } from '../sentence-model';
import { evaluateNeeds } from './evaluate-needs';
import { evaluateRanking } from './evaluate-ranking';
import { EvaluationError } from './register-tables';

const USAGE = `npm run evaluate -- --data <folder> --task ${TASKS.join('|')} --out <file>
npm run evaluate -- --needs <file> --out <file>

Ranks ten actors for each question of <folder>/tasks/<task>.queries.json and writes {"<question>": ["<actor>", …]}. It learns from
actors.csv, tasks/train_projects.csv and tasks/train_participations.csv of the folder and reads nothing else there.

With --needs it ranks ten offers for each need of a file like needs/dev.json and writes {"<need>": ["<offer>", …]}, an empty list where
nothing fits. It compares meanings where MODELS_FOLDER, or ../shared/models, holds the sentence model, and words only where not.`;

function isTask(task: string | undefined): task is Task {
  return TASKS.some((one) => one === task);
}

async function run(): Promise<void> {
  const text = { type: 'string' } as const;
  const { data, task, needs, out } = parseArgs({ options: { data: text, task: text, needs: text, out: text } }).values;
  const tell = (line: string) => console.error(line);
  if (!out || !(needs ?? (data && isTask(task)))) throw new EvaluationError(USAGE);
  const answers = needs
    ? await evaluateNeeds(needs, findModels(process.env['MODELS_FOLDER'] || null), tell)
    : evaluateRanking(data!, task as Task, tell);
  writeFileSync(out, JSON.stringify(answers));
  console.error(`${Object.keys(answers).length} answers in ${out}`);
}

try {
  await run();
} catch (error) {
  if (error instanceof EvaluationError) console.error(error.message);
  // Unknown options come so from parseArgs.
  else if (error instanceof TypeError && 'code' in error) console.error(`${error.message}\n\n${USAGE}`);
  else throw error;
  process.exitCode = 1;
}
