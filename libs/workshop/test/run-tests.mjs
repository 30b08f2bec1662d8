/**
 * `npm test`: everything that must hold, step by step; `npm test -- --only lint,unit` for some of it. Suites are chosen
 * by configuration and by what the machine has, never by skipping inside.
 */
import { parseArgs } from 'node:util';
import { runSteps } from './run-steps.mjs';
import { steps } from './steps.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const wanted = values.only?.split(',') ?? steps.map(({ name }) => name);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${steps.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
const allPassed = await runSteps(
  steps.filter(({ name }) => wanted.includes(name)),
  (line) => console.log(line),
);
process.exitCode = allPassed ? 0 : 1;
