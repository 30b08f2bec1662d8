import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { command, lastLines } from './command.mjs';
import { findChromium, hasModel, missingForNeo4j } from './tools.mjs';

/**
 * What a step came to. `left` says why it was left out; then nothing counts.
 *
 * @typedef {{ passed: number, failed: number, told?: string, left?: string }} Outcome
 * @typedef {{ name: string, run(): Promise<Outcome> }} Step
 */

const reports = join('tmp', 'test');
const inCi = process.env.CI === 'true';

/**
 * A step that is one test: all of it holds, or it does not.
 *
 * @param {{ ok: boolean, output: string }} done
 * @returns {Outcome}
 */
const asOne = ({ ok, output }) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, told: ok ? undefined : lastLines(output) });

/**
 * What a machine lacks is left out with a line that says so, or fails where everything must be there.
 *
 * @param {string} what
 * @returns {Outcome}
 */
const without = (what) =>
  inCi ? { passed: 0, failed: 1, told: `${what}: with CI=true everything must be there.` } : { passed: 0, failed: 0, left: what };

/** @returns {Promise<Outcome>} */
async function lint() {
  return asOne(await command('eslint', ['.', '--max-warnings', '0'], { minutes: 5 }));
}

/** @returns {Promise<Outcome>} */
async function types() {
  for (const side of ['server', 'web']) {
    const done = await command('tsc', ['-p', `tsconfig.${side}.json`], { minutes: 5 });
    if (!done.ok) return asOne(done);
  }
  return { passed: 1, failed: 0 };
}

/** The files made from resolvers and documents, with their texts. */
function contract() {
  const generated = join('libs', 'webkit', 'contract', 'generated');
  const files = ['schema.graphql', ...readdirSync(generated).map((name) => join(generated, name))];
  return new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
}

/** The schema and the typed operations, made anew, must be those of the repository. @returns {Promise<Outcome>} */
async function stale() {
  const before = contract();
  const done = await command('npm', ['run', '--silent', 'contract'], { minutes: 5 });
  if (!done.ok) return asOne(done);
  const after = contract();
  const differs = [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
  return asOne({ ok: differs.length === 0, output: `Stale, now made anew: ${differs.join(', ')}. Commit them.` });
}

/**
 * @param {'unit' | 'postgres' | 'neo4j' | 'model'} project
 * @param {{ minutes: number, workers?: string }} options
 * @returns {Promise<Outcome>}
 */
async function jest(project, { minutes, workers = '2' }) {
  const report = join(reports, `${project}.json`);
  rmSync(report, { force: true });
  mkdirSync(reports, { recursive: true });
  const args = ['--experimental-vm-modules', '--no-warnings', join('node_modules', 'jest', 'bin', 'jest.js')];
  args.push('--selectProjects', project, '--maxWorkers', workers, '--json', '--outputFile', report);
  args.push('--reporters', join(process.cwd(), 'libs', 'workshop', 'test', 'jest-progress.mjs'));
  const done = await command('node', args, { minutes, shown: true });
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    // A file that does not even load counts as one failure, and so does each test that is skipped.
    const failed = numFailedTests + numRuntimeErrorTestSuites + numPendingTests;
    const told = numPendingTests > 0 ? `${numPendingTests} tests are skipped: run them or remove them.` : undefined;
    return { passed: numPassedTests, failed: failed === 0 && !done.ok ? 1 : failed, told };
  } catch {
    return { passed: 0, failed: 1, told: lastLines(done.output) };
  }
}

/** @returns {Promise<Outcome>} */
async function neo4j() {
  const missing = missingForNeo4j();
  if (missing.length > 0 && !process.env.NEO4J_URL) return without(`the Neo4j suite, because ${missing.join(' and ')} cannot be found`);
  return jest('neo4j', { minutes: 20, workers: '1' });
}

/** @returns {Promise<Outcome>} */
async function model() {
  if (!hasModel()) return without('the suite of the sentence model, because neither MODELS_FOLDER nor ../shared/models holds it');
  return jest('model', { minutes: 5, workers: '1' });
}

/** @returns {Promise<Outcome>} */
async function build() {
  return asOne(await command('npm', ['run', '--silent', 'build'], { minutes: 5 }));
}

/**
 * The journeys in a real browser on one of the two graphs.
 *
 * @param {'embedded' | 'neo4j'} graph
 * @returns {Promise<Outcome>}
 */
async function journeys(graph) {
  const chromium = await findChromium();
  if (!chromium) return without('the journeys, because no Chromium can be found');
  const missing = graph === 'neo4j' && !process.env.NEO4J_URL ? missingForNeo4j() : [];
  if (missing.length > 0) return without(`the journeys on Neo4j, because ${missing.join(' and ')} cannot be found`);
  const report = join(reports, `journeys-${graph}.json`);
  rmSync(report, { force: true });
  mkdirSync(reports, { recursive: true });
  const env = { GRAPH: graph, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const done = await command('playwright', ['test', '--config', 'e2e/playwright.config.ts', '--reporter', 'list,json'], {
    minutes: 45,
    shown: true,
    env,
  });
  try {
    const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'));
    // A journey that passed only when tried again is told, not counted as failed.
    const failed = stats.unexpected + (stats.skipped ?? 0) + (errors?.length ?? 0);
    const told = stats.flaky > 0 ? `${stats.flaky} passed only on a second try` : undefined;
    return { passed: stats.expected + stats.flaky, failed: failed === 0 && !done.ok ? 1 : failed, told };
  } catch {
    return { passed: 0, failed: 1, told: lastLines(done.output) };
  }
}

/** @type {Step[]} In this order: what is quick and tells most comes first. */
export const steps = [
  { name: 'lint', run: lint },
  { name: 'types', run: types },
  { name: 'stale', run: stale },
  { name: 'unit', run: () => jest('unit', { minutes: 12 }) },
  { name: 'postgres', run: () => jest('postgres', { minutes: 30 }) },
  { name: 'neo4j', run: neo4j },
  { name: 'model', run: model },
  { name: 'build', run: build },
  { name: 'journeys', run: () => journeys('embedded') },
  { name: 'journeys-neo4j', run: () => journeys('neo4j') },
];
