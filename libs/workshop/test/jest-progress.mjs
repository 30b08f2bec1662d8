import { relative } from 'node:path';

const LINES = 14;

/** A line for each test file, and the failures in short. */
export default class Progress {
  /**
   * @param {unknown} _test
   * @param {import('@jest/reporters').TestResult} result
   */
  onTestResult(_test, result) {
    const file = relative(process.cwd(), result.testFilePath);
    const seconds = ((result.perfStats.end - result.perfStats.start) / 1000).toFixed(1);
    const failed = result.testResults.filter(({ status }) => status === 'failed');
    const broken = result.testExecError && failed.length === 0;
    process.stderr.write(`  ${failed.length > 0 || broken ? '✗' : '✓'} ${file}  ${result.numPassingTests} passed, ${seconds} s\n`);
    if (broken) process.stderr.write(`${shorten(result.failureMessage ?? '')}\n`);
    for (const { fullName, failureMessages } of failed) process.stderr.write(`    ✗ ${fullName}\n${shorten(failureMessages.join('\n'))}\n`);
  }
}

/** @param {string} message */
function shorten(message) {
  return message
    .split('\n')
    .slice(0, LINES)
    .map((line) => `      ${line}`)
    .join('\n');
}
