// Makes the page of figures from what training and the scorer found. Wants Node 24 (npm run brings it).
//   npm run report-ranking [-- --scores <folder of what the scorer printed: <task>.<method>.json>]
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { TASKS } from '@knotenpunkt/matching/domain';
import { OURS, reportPage, type Findings, type Score } from './report-page';

const FOLDER = 'libs/matching/report';
const SHOWN = [
  'queries',
  'hit',
  'recall',
  'map',
  'tailRecall',
  'coverage',
  'tailShare',
  'hitDiff',
  'recallDiff',
  'mapDiff',
  'tailRecallDiff',
];

function read<Part>(file: string): Part {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Part) : ({} as Part);
}

/** Scores by task and method, ours first. */
function gathered(folder: string): Findings['scores'] {
  const methodsOf = (task: string) =>
    readdirSync(folder)
      .filter((file) => file.startsWith(`${task}.`) && file.endsWith('.json'))
      .map((file) => [file.slice(task.length + 1, -'.json'.length).replaceAll('_', ' '), shown(read(join(folder, file)))] as const)
      .sort(([a], [b]) => (a === OURS ? -1 : b === OURS ? 1 : a < b ? -1 : 1));
  return Object.fromEntries(TASKS.map((task) => [task, Object.fromEntries(methodsOf(task))]));
}

function shown(score: Record<string, unknown>): Score {
  const kept = Object.entries(score).filter(([key]) => SHOWN.includes(key.replace(/Ci95$/, '')));
  return Object.fromEntries(kept) as unknown as Score;
}

const { scores } = parseArgs({ options: { scores: { type: 'string' } } }).values;
if (scores) writeFileSync(`${FOLDER}/scores.json`, `${JSON.stringify(gathered(scores), null, 1)}\n`);
const page = reportPage({
  scores: read<Findings['scores']>(`${FOLDER}/scores.json`),
  trials: read<Findings['trials']>(`${FOLDER}/training.json`),
  weights: read<Findings['weights']>('libs/matching/domain/ranking/weights.json'),
});
writeFileSync(`${FOLDER}/ranking.html`, page);
console.error(`${FOLDER}/ranking.html`);
