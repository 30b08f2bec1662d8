/**
 * `npm test`: everything that must hold, step by step; `npm test -- --only lint,unit` for some of it. Suites are chosen
 * here and by what the machine has, never by skipping inside. The last line is `N passed, N failed`; a step that ran
 * nothing has failed.
 */
import { parseArgs } from 'node:util';
import { steps } from './steps.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const wanted = values.only?.split(',') ?? steps.map(({ name }) => name);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${steps.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

let passed = 0;
let failed = 0;
/** @type {string[]} */
const summary = [];
for (const { name, run } of steps.filter((step) => wanted.includes(step.name))) {
  console.log(`\n■ ${name}`);
  const started = Date.now();
  const outcome = await run();
  const seconds = Math.round((Date.now() - started) / 1000);
  if (outcome.told) console.log(outcome.told);
  if (outcome.left) {
    summary.push(`  – ${name}: left out: ${outcome.left}`);
    console.log(`Left out: ${outcome.left}.`);
    continue;
  }
  const ranNothing = outcome.passed + outcome.failed === 0;
  if (ranNothing) console.log('This step ran no test at all.');
  passed += outcome.passed;
  failed += outcome.failed + (ranNothing ? 1 : 0);
  summary.push(
    `  ${outcome.failed > 0 || ranNothing ? '✗' : '✓'} ${name}: ${outcome.passed} passed, ${outcome.failed} failed, ${seconds} s`,
  );
}
console.log(`\n${summary.join('\n')}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
