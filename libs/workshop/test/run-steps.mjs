/**
 * Runs steps one after the other and tells what came of them. A step that ran nothing has failed, unless it says why it
 * was left out. The last thing told is `N passed, N failed`.
 *
 * @param {import('./steps.mjs').Step[]} steps
 * @param {(line: string) => void} tell
 * @returns {Promise<boolean>} whether all passed
 */
export async function runSteps(steps, tell) {
  let passed = 0;
  let failed = 0;
  /** @type {string[]} */
  const summary = [];
  for (const { name, run } of steps) {
    tell(`\n■ ${name}`);
    const started = Date.now();
    const outcome = await run();
    const seconds = Math.round((Date.now() - started) / 1000);
    if (outcome.told) tell(outcome.told);
    if (outcome.left) {
      tell(`Left out: ${outcome.left}.`);
      summary.push(`  – ${name}: left out: ${outcome.left}`);
      continue;
    }
    const ranNothing = outcome.passed + outcome.failed === 0;
    if (ranNothing) tell('This step ran no test at all.');
    const failures = outcome.failed + (ranNothing ? 1 : 0);
    passed += outcome.passed;
    failed += failures;
    summary.push(`  ${failures > 0 ? '✗' : '✓'} ${name}: ${outcome.passed} passed, ${failures} failed, ${seconds} s`);
  }
  tell(`\n${summary.join('\n')}\n`);
  tell(`${passed} passed, ${failed} failed`);
  return failed === 0;
}
